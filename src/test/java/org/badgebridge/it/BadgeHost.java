package org.badgebridge.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.badgebridge.testing.NodePackage;

/** A host of other people's making ({@code src/test/badge-host}) that wants to read a backpack. */
final class BadgeHost implements AutoCloseable {

  private static final String PACKAGE = "badge-host";
  private static final int SECONDS = 60;

  private final Process process;
  private final Path output;

  private BadgeHost(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts one; it registers. */
  static BadgeHost start(String base) throws IOException, InterruptedException {
    Path folder = NodePackage.install(PACKAGE);
    Path output = Files.createTempFile(PACKAGE, ".txt");
    return new BadgeHost(NodePackage.start(folder, output, "node", "host.mjs", base), output);
  }

  /** Where it wants the browser to go. */
  String authorize() throws IOException, InterruptedException {
    return said("authorize").asText();
  }

  /** What it got in the end. */
  JsonNode got() throws IOException, InterruptedException {
    return said("got");
  }

  private JsonNode said(String member) throws IOException, InterruptedException {
    for (int i = 0; i < SECONDS * 10; i++) {
      Optional<JsonNode> found = find(member);
      if (found.isPresent()) {
        return found.get();
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    return find(member).orElseThrow(() -> new IllegalStateException(text()));
  }

  private Optional<JsonNode> find(String member) throws IOException {
    for (String line : text().lines().toList()) {
      if (line.startsWith("{\"" + member + "\":") && line.endsWith("}")) {
        return Optional.of(JsonMapper.builder().build().readTree(line).get(member));
      }
    }
    return Optional.empty();
  }

  private String text() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    Files.delete(output);
  }
}
