package org.badgebridge.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Badge Bridge on Payara Micro as a child of the demo: started with it, stopped with it. Of what it
 * says, warnings and worse are passed on; the link for the first administrator is kept.
 */
final class ToolProcess implements AutoCloseable {

  private static final Pattern SERIOUS =
      Pattern.compile("\\[(WARNING|SEVERE)]|\\b(WARNING|SEVERE|ERROR)\\b");
  private static final String SET_UP = "/admin/set-up";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final URI address;
  private volatile @Nullable String setUpLink;

  private ToolProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it; {@link #awaitReady} waits until it answers. */
  static ToolProcess start(Path payara, Path war, URI address) {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                payara.toString(),
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Path.of("src/main/payara/preboot.txt").toAbsolutePath().toString(),
                "--port",
                Integer.toString(address.getPort()),
                "--deploy",
                war.toString()));
    builder.environment().put("BADGEBRIDGE_BASE_URL", address.toString());
    builder
        .environment()
        .put("BADGEBRIDGE_LTI_CONFIG", Path.of("lti-config").toAbsolutePath().toString());
    builder.redirectErrorStream(true).redirectInput(Redirect.PIPE);
    try {
      var tool = new ToolProcess(builder.start(), address);
      tool.listen();
      return tool;
    } catch (IOException e) {
      throw new UncheckedIOException("Badge Bridge could not be started", e);
    }
  }

  private void listen() {
    var listener = new Thread(() -> passOn(process.getInputStream()), "badge-bridge-output");
    listener.setDaemon(true);
    listener.start();
  }

  private void passOn(InputStream output) {
    try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      boolean serious = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int link = line.indexOf(address + SET_UP);
        if (link >= 0) {
          setUpLink = line.substring(link).replaceAll("[\\s\\])]+.*", "");
        }
        // A message may go on for several lines; those of the next one begin with its time.
        serious = startsMessage(line) ? SERIOUS.matcher(line).find() : serious;
        if (serious && link < 0) { // the link is told once, with everything else
          System.out.println("  badge bridge | " + line);
        }
      }
    } catch (IOException e) {
      // The child has ended, and its output with it.
    }
  }

  private static boolean startsMessage(String line) {
    return line.startsWith("[") || line.matches("^\\{?\"?\\d{4}-.*") || line.isBlank();
  }

  /** The one-time link for the first administrator, or null when none was printed. */
  @Nullable String setUpLink() {
    return setUpLink;
  }

  /**
   * Waits for the first 200 of {@code /health/ready}.
   *
   * @return false if it ended or took too long
   */
  boolean awaitReady() throws InterruptedException {
    var http = HttpClient.newHttpClient();
    var question =
        HttpRequest.newBuilder(address.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return true;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(300);
    }
    return false;
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
