package org.badgebridge.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of the compose file; no engine is needed. */
class ComposeTest {

  private static final Pattern LINE =
      Pattern.compile("( *)(- )?([\\w.]+)(?::(?: (.*))?)?|( *)- .*");

  /** A key and its value, with the keys above it: {@code services/database/image: postgres:17}. */
  private record Entry(String path, String value) {}

  private final List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    Deque<String> above = new ArrayDeque<>();
    for (String line : Files.readAllLines(Path.of("docker/compose.yml"))) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      assertThat(parts.matches()).as("a line this test can read: %s", line).isTrue();
      if (parts.group(3) == null) {
        continue; // an item of a list of texts
      }
      int depth = parts.group(1).length() / 2;
      while (above.size() > depth) {
        above.removeLast();
      }
      if (parts.group(2) != null) {
        above.addLast("-");
      }
      above.addLast(parts.group(3));
      String value = parts.group(4);
      entries.add(new Entry(String.join("/", above), value == null ? "" : value));
    }
  }

  @Test
  void givesSecretsAsFilesAndNeverInTheEnvironment() {
    assertThat(entries)
        .filteredOn(entry -> entry.path().contains("/environment/"))
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.path())
                    .doesNotMatch("(?i).*(password|secret|key|token)[^/]*(?<!_file)$"));
    assertThat(entries)
        .filteredOn(entry -> entry.path().matches("secrets/[^/]+/file"))
        .extracting(Entry::value)
        .containsExactlyInAnyOrder("./secrets/db_password", "./secrets/secrets_key");
  }

  @Test
  void keepsTheSecretFilesOutOfTheRepository() throws IOException {
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/docker/secrets/");
  }

  @Test
  void mountsEachSecretUnderTheNameOfItsSetting() {
    assertThat(entries)
        .filteredOn(entry -> entry.path().endsWith("/secrets/-/target"))
        .extracting(Entry::value)
        .containsExactlyInAnyOrder("badgebridge.db.password", "badgebridge.secrets.key");
  }

  @Test
  void waitsForADatabaseThatAnswers() {
    assertThat(value("services/badgebridge/depends_on/database/condition"))
        .isEqualTo("service_healthy");
    assertThat(value("services/database/healthcheck/test")).contains("pg_isready");
  }

  @Test
  void leavesTimeToStop() {
    assertThat(value("services/badgebridge/stop_grace_period")).isEqualTo("1m");
  }

  @Test
  void givesTheProcessNoPrivileges() {
    assertThat(value("services/badgebridge/cap_drop")).isEqualTo("[ALL]");
    assertThat(value("services/badgebridge/security_opt")).contains("no-new-privileges:true");
  }

  @Test
  void asksForThePublicAddress() {
    assertThat(value("services/badgebridge/environment/BADGEBRIDGE_BASE_URL"))
        .startsWith("${BADGEBRIDGE_BASE_URL:?");
  }

  private String value(String path) {
    List<Entry> found = entries.stream().filter(entry -> entry.path().equals(path)).toList();
    assertThat(found).as(path).hasSize(1);
    return found.get(0).value();
  }
}
