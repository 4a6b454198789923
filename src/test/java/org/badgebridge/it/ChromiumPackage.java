package org.badgebridge.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Chromium: installed from its packages when it is missing and we are root, else asked for
 * in one line.
 */
final class ChromiumPackage {

  /** Runs a command to its end. */
  interface Commands {

    /**
     * Answers the exit code.
     *
     * @throws IOException if there is no such command
     */
    int run(List<String> command) throws IOException;
  }

  private static final List<List<String>> INSTALL =
      List.of(
          List.of("apt-get", "update", "-qq"),
          List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"));

  private final Path binary;
  private final boolean root;
  private final Commands commands;

  ChromiumPackage(Path binary, boolean root, Commands commands) {
    this.binary = binary;
    this.root = root;
    this.commands = commands;
  }

  /** The one of this machine. */
  static ChromiumPackage here(Path binary) {
    return new ChromiumPackage(
        binary, "root".equals(System.getProperty("user.name")), ChromiumPackage::start);
  }

  /**
   * Sees to it that the browser is there.
   *
   * @throws IllegalStateException if it is not, and says what to type
   */
  void provide() {
    if (Files.isExecutable(binary) || (root && installed())) {
      return;
    }
    throw new IllegalStateException(
        "the browser tests need %s; as root: apt-get install chromium%s"
            .formatted(binary, root ? " (tried, in vain)" : ""));
  }

  private boolean installed() {
    try {
      for (List<String> command : INSTALL) {
        if (commands.run(command) != 0) {
          return false;
        }
      }
    } catch (IOException noSuchCommand) {
      return false;
    }
    return Files.isExecutable(binary);
  }

  private static int start(List<String> command) throws IOException {
    // Not inherited: the output of this JVM carries the results of the tests.
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.start();
    try {
      if (process.waitFor(15, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.destroy();
      return -1;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
