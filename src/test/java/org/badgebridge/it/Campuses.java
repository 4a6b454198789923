package org.badgebridge.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;

/**
 * The demo campuses of the integration tests, one of each personality, on another site than the
 * tool: they are {@code localhost}, the tool is {@code 127.0.0.1}. Registered by file, as in the
 * demo.
 */
final class Campuses {

  private static final Map<Personality, Campus> STARTED = new EnumMap<>(Personality.class);

  private Campuses() {}

  /** The folder of this run, below {@code target}. */
  static Path folder() {
    return Path.of(System.getProperty("it.folder"));
  }

  /** The tool's origin. */
  static URI tool() {
    return URI.create("http://127.0.0.1:" + System.getProperty("it.port"));
  }

  static Campus of(Personality personality) {
    return Objects.requireNonNull(STARTED.get(personality), "Suite starts the campuses");
  }

  /** Starts them and writes their registration files; called before the tool starts. */
  static synchronized void start() {
    if (!STARTED.isEmpty()) {
      return;
    }
    try {
      Path platforms = Files.createDirectories(folder().resolve("lti-config/platforms"));
      for (Personality each : Personality.values()) {
        Campus campus = Campus.start(0, each, tool());
        STARTED.put(each, campus);
        Files.writeString(
            platforms.resolve(each.name().toLowerCase(Locale.ROOT) + ".json"),
            campus.registrationFile());
      }
      Files.deleteIfExists(folder().resolve("server.log.0")); // the server numbers its log
    } catch (IOException e) {
      throw new UncheckedIOException("the campuses cannot be registered", e);
    }
  }
}
