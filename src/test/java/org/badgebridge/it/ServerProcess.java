package org.badgebridge.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.jspecify.annotations.Nullable;

/**
 * The WAR on Payara Micro as a process of its own, in a folder of its own, that a test may kill and
 * start again on the same data. Without a database named it uses the product's default.
 */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern SET_UP = Pattern.compile("/admin/set-up#([\\w-]+)");

  private final Path folder;
  private final URI address;
  private final @Nullable String database;
  private final Map<String, String> settings = new HashMap<>();
  private @Nullable Process process;

  /**
   * Prepares it; nothing runs yet.
   *
   * @param folder its working folder: data, log and registrations
   * @param database the value of {@code BADGEBRIDGE_DB_URL}, or null for the default
   */
  ServerProcess(Path folder, int port, @Nullable String database) {
    this.folder = folder;
    this.address = URI.create("http://127.0.0.1:" + port);
    this.database = database;
  }

  /** A port nobody listens on now. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  /** Sets an environment variable for all further starts. */
  ServerProcess with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Registers a campus by file, to be read at the next start. */
  void register(Campus campus, String institution) {
    register(
        "campus-" + campus.base().getPort(),
        campus.registrationFile().replace("Demo University", institution));
  }

  /** Writes a registration file, to be read at the next start. */
  void register(String name, String registration) {
    try {
      Path platforms = Files.createDirectories(folder.resolve("lti-config/platforms"));
      Files.writeString(platforms.resolve(name + ".json"), registration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until it serves. */
  void start() {
    try {
      Process started = builder().start();
      process = started;
      awaitReady(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder builder() {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                new File(System.getProperty("payara.microJar")).getAbsolutePath(),
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Path.of("src/main/payara/preboot.txt").toAbsolutePath().toString(),
                "--port",
                Integer.toString(address.getPort()),
                "--deploy",
                new File(System.getProperty("war.file")).getAbsolutePath())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
    String coverage = System.getProperty("it.agent", "");
    if (!coverage.isEmpty()) {
      builder.command().add(1, coverage);
    }
    var environment = builder.environment();
    environment.put("BADGEBRIDGE_BASE_URL", address.toString());
    environment.put("BADGEBRIDGE_LTI_CONFIG", folder.resolve("lti-config").toString());
    if (database != null) {
      environment.put("BADGEBRIDGE_DB_URL", database);
      environment.put("BADGEBRIDGE_DB_USER", jdbc().get(1));
      environment.put("BADGEBRIDGE_DB_PASSWORD", jdbc().get(2));
    }
    environment.putAll(settings);
    return builder;
  }

  private void awaitReady(Process started) throws InterruptedException {
    var http = HttpClient.newHttpClient();
    var question =
        HttpRequest.newBuilder(address.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (started.isAlive() && System.nanoTime() < end) {
      try {
        if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException("the server is not ready:\n" + log());
  }

  /** SIGKILL: no shutdown hook runs, nothing is written any more. */
  void kill() {
    end(true);
  }

  /** Stops it as an operator would, so that its database is closed. */
  @Override
  public void close() {
    end(false);
  }

  private void end(boolean forcibly) {
    Process running = process;
    process = null;
    if (running == null) {
      return;
    }
    try {
      if (forcibly) {
        running.destroyForcibly();
      } else {
        running.destroy();
      }
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The code of the link for the first administrator. */
  String setUpCode() {
    Matcher link = SET_UP.matcher(log());
    if (!link.find()) {
      throw new IllegalStateException("no set-up link was printed:\n" + log());
    }
    return link.group(1);
  }

  String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path logFile() {
    return folder.resolve("server.log");
  }

  /** Where its database is, and who may read it: URL, user, password. */
  List<String> jdbc() {
    String url = database == null ? "jdbc:h2:" + folder.resolve("data/badgebridge") : database;
    String user = url.startsWith("jdbc:postgresql:") ? "postgres" : "sa";
    return List.of(url, user, user);
  }
}
