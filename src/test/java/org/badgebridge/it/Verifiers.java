package org.badgebridge.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.badgebridge.credential.CredentialDesk;

/**
 * The independent verifiers of {@code src/test/verifiers}: npm packages of other people, installed
 * below {@code target} with exactly the versions of the lock file. Needs Node 20 or newer.
 */
final class Verifiers {

  private static final Path SOURCE = Path.of("src/test/verifiers");
  private static final int MINUTES = 5;

  private final Path folder;

  private Verifiers(Path folder) {
    this.folder = folder;
  }

  /**
   * What a verifier said.
   *
   * @param text its output, for the message of a failing test
   */
  record Verdict(boolean valid, String text) {}

  static Verifiers install() throws IOException, InterruptedException {
    Path folder = Path.of("target/verifiers").toAbsolutePath();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SOURCE.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String version = call(folder, "node", "--version").output.strip();
    if (Integer.parseInt(version.replaceFirst("v(\\d+).*", "$1")) < 20) {
      throw new IllegalStateException(
          "the badge verifiers need Node 20 or newer, found " + version);
    }
    Call npm =
        call(
            folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    if (npm.status != 0) {
      throw new IllegalStateException("npm could not install the verifiers:\n" + npm.output);
    }
    return new Verifiers(folder);
  }

  /**
   * Asks one verifier.
   *
   * @param server answers in place of {@link CredentialDesk#BASE}; every other address is refused
   */
  Verdict run(String script, String document, String server)
      throws IOException, InterruptedException {
    return run(script, document.getBytes(StandardCharsets.UTF_8), server);
  }

  /** The same of a file that is not text. */
  Verdict run(String script, byte[] document, String server)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "document", ".json");
    try {
      Files.write(file, document);
      Call call =
          call(
              folder,
              "node",
              script,
              file.toString(),
              "--map",
              CredentialDesk.BASE + "=" + server,
              "--map",
              "https://purl.imsglobal.org=" + folder.resolve("schema/purl"));
      if (call.status > 1) {
        throw new IllegalStateException(script + " could not run:\n" + call.output);
      }
      return new Verdict(call.status == 0, call.output);
    } finally {
      Files.delete(file);
    }
  }

  private record Call(int status, String output) {}

  private static Call call(Path folder, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("verifier", ".txt");
    try {
      Process process = start(folder, output, List.of(command));
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " did not end");
      }
      return new Call(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  private static Process start(Path folder, Path output, List<String> command) {
    try {
      return new ProcessBuilder(new ArrayList<>(command))
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          command.get(0)
              + " is missing: the badge verifiers need Node 20 or newer with npm (on Debian:"
              + " apt install nodejs npm)",
          e);
    }
  }
}
