package org.badgebridge.platform;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.web.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Applies {@code platforms/*.json} of the folder that {@code BADGEBRIDGE_LTI_CONFIG} names, at
 * start. A broken file is reported and stops no other; a platform whose file is gone stays as it
 * is, and is named.
 */
@ApplicationScoped
public class PlatformFiles {

  private static final System.Logger LOG = System.getLogger(PlatformFiles.class.getName());
  private static final long LARGEST = 64 * 1024;

  private final Optional<String> folder;
  private final RegistrationCheck check;
  private final KeepRegistration keep;
  private final Platforms platforms;
  private final Words words;
  private volatile List<Fault> faults = List.of();

  @Inject
  PlatformFiles(
      @ConfigProperty(name = "badgebridge.lti.config") Optional<String> folder,
      RegistrationCheck check,
      KeepRegistration keep,
      Platforms platforms,
      Words words) {
    this.folder = folder;
    this.check = check;
    this.keep = keep;
    this.platforms = platforms;
    this.words = words;
  }

  /** What was wrong with a file at the last start; the reason is in English, for the operator. */
  public record Fault(String file, String reason) {}

  /** The files that were not applied at the last start, and platforms whose file is gone. */
  public List<Fault> faults() {
    return faults;
  }

  void apply(@Observes @Priority(20) Startup startup) {
    folder.ifPresent(configured -> apply(Path.of(configured).resolve("platforms")));
  }

  /** Applies every file of a folder in the order of their names. */
  void apply(Path platformsFolder) {
    List<Fault> found = new ArrayList<>();
    Map<String, String> taken = new HashMap<>();
    Set<String> present = new HashSet<>();
    for (Path each : files(platformsFolder, found)) {
      String name = each.getFileName().toString();
      present.add(name);
      try {
        applyOne(name, read(each), taken);
      } catch (RegistrationFile.Unreadable e) {
        found.add(new Fault(name, String.valueOf(e.getMessage())));
      } catch (IOException e) {
        found.add(new Fault(name, "cannot be read: " + e.getClass().getSimpleName()));
      } catch (RuntimeException e) {
        LOG.log(WARNING, "platform file " + name, e);
        found.add(new Fault(name, "was not applied; the log says why"));
      }
    }
    platforms.all().stream()
        .filter(platform -> platform.originFile() != null)
        .filter(platform -> !present.contains(platform.originFile()))
        .map(
            gone ->
                new Fault(
                    String.valueOf(gone.originFile()),
                    "is gone; " + gone.name() + " stays as it was"))
        .forEach(found::add);
    found.forEach(
        fault -> LOG.log(WARNING, "platform file {0}: {1}", fault.file(), fault.reason()));
    faults = List.copyOf(found);
  }

  private static List<Path> files(Path folder, List<Fault> found) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      found.add(new Fault(folder.toString(), "is no folder that can be read"));
      return List.of();
    }
  }

  private static String read(Path file) throws IOException, RegistrationFile.Unreadable {
    if (Files.size(file) > LARGEST) {
      throw new RegistrationFile.Unreadable("larger than " + LARGEST + " bytes");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private void applyOne(String name, String content, Map<String, String> taken)
      throws RegistrationFile.Unreadable {
    RegistrationFile file = RegistrationFile.parse(name, content);
    Map<String, String> wrong = check.faults(file.values(), file.institution());
    if (!wrong.isEmpty()) {
      throw new RegistrationFile.Unreadable(
          wrong.entrySet().stream()
              .map(each -> each.getKey() + ": " + words.text(Locale.ENGLISH, each.getValue()))
              .collect(Collectors.joining("; ")));
    }
    String first = taken.putIfAbsent(file.values().issuer() + " " + file.values().clientId(), name);
    if (first != null) {
      throw new RegistrationFile.Unreadable("same issuer and client_id as " + first);
    }
    if (keep.filed(file)) {
      LOG.log(INFO, "platform file {0} applied", name);
    }
  }
}
