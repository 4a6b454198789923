package org.badgebridge.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server, with several campuses registered, for all tests that break a campus or send bad
 * input: each test takes a campus of its own. Its database may be read while it runs.
 */
final class SharedServer implements AutoCloseable {

  /** Gives it to tests as a parameter, started once. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SharedServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Objects.requireNonNull(
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .getOrComputeIfAbsent(
                  SharedServer.class, any -> new SharedServer(), SharedServer.class));
    }
  }

  /** The campus of another tenant. */
  static final String STRANGER = "stranger";

  private static final String[] CAMPUSES = {
    "down",
    "slow",
    "nonsense",
    "busy",
    "unauthorized",
    "token",
    "keys",
    "rotation",
    "grades-down",
    "grades-slow",
    "grades-nonsense",
    "home",
    STRANGER
  };

  private final Path folder;
  private final ServerProcess server;
  private final Map<String, Campus> campuses = new LinkedHashMap<>();
  private final HostileKeys hostileKeys = new HostileKeys();

  private SharedServer() {
    try {
      folder = Files.createTempDirectory("badgebridge-it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server =
        new ServerProcess(
            folder,
            ServerProcess.freePort(),
            "jdbc:h2:" + folder.resolve("data/shared") + ";AUTO_SERVER=TRUE");
    for (String name : CAMPUSES) {
      Campus campus = Campus.start(0, Personality.MOODLE, server.address());
      campuses.put(name, campus);
      server.register(campus, name.equals(STRANGER) ? "Other University" : "Demo University");
    }
    for (HostileKeys.Kind kind : HostileKeys.Kind.values()) {
      server.register("keys-" + kind, hostileKeys.registration(kind));
    }
    server.start();
  }

  /** Platforms whose key sets are not what they should be. */
  HostileKeys hostileKeys() {
    return hostileKeys;
  }

  ServerProcess process() {
    return server;
  }

  Campus campus(String name) {
    return Objects.requireNonNull(campuses.get(name), name);
  }

  @Override
  public void close() throws IOException {
    server.close();
    campuses.values().forEach(Campus::close);
    hostileKeys.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
