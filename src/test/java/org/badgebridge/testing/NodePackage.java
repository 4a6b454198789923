package org.badgebridge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder of {@code src/test} with programs for Node 20 or newer, copied below {@code target} with
 * exactly the npm packages of its lock file.
 */
public final class NodePackage {

  private static final int MINUTES = 5;

  private NodePackage() {}

  /**
   * What a program did.
   *
   * @param output of both kinds
   */
  public record Call(int status, String output) {}

  /** Installs it; a folder that is there already is brought up to date. */
  public static Path install(String name) throws IOException, InterruptedException {
    Path source = Path.of("src/test").resolve(name);
    Path folder = folder(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String version = call(folder, "node", "--version").output().strip();
    if (Integer.parseInt(version.replaceFirst("v(\\d+).*", "$1")) < 20) {
      throw new IllegalStateException("the tests need Node 20 or newer, found " + version);
    }
    Call npm =
        call(
            folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    if (npm.status() != 0) {
      throw new IllegalStateException("npm could not install " + name + ":\n" + npm.output());
    }
    return folder;
  }

  /** Where an installed one lies. */
  public static Path folder(String name) {
    return Path.of("target").resolve(name).toAbsolutePath();
  }

  /** Runs a program to its end. */
  public static Call call(Path folder, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("node", ".txt");
    try {
      Process process = start(folder, output, command);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " did not end");
      }
      return new Call(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /** Starts a program whose output goes to a file. */
  public static Process start(Path folder, Path output, String... command) {
    try {
      return new ProcessBuilder(List.of(command))
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          command[0]
              + " is missing: the tests need Node 20 or newer with npm (on Debian: apt install"
              + " nodejs npm)",
          e);
    }
  }
}
