package org.badgebridge.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of the image, read from its Dockerfile; no engine is needed. */
class DockerfileTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Instruction(String name, String arguments) {}

  private List<Instruction> file = List.of();
  private List<Instruction> image = List.of();

  @BeforeEach
  void read() throws IOException {
    String text =
        Files.readString(Path.of("docker/Dockerfile"))
            .replaceAll("(?m)^#.*\n", "")
            .replaceAll("\\\\\n\\s*", "");
    file =
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split(" ", 2))
            .map(parts -> new Instruction(parts[0], parts[1].strip()))
            .toList();
    int lastStage = file.stream().map(Instruction::name).toList().lastIndexOf("FROM");
    image = file.subList(lastStage, file.size());
  }

  @Test
  void neverRunsAsRoot() {
    assertThat(only("USER")).isEqualTo("badgebridge");
    assertThat(names().indexOf("USER"))
        .as("the user is set before anything of ours runs")
        .isLessThan(names().lastIndexOf("RUN"));
  }

  @Test
  void isHealthyWhenItServes() throws IOException {
    String check = only("HEALTHCHECK");
    assertThat(check).contains("--start-period=", "--timeout=");
    List<String> command = words(check.substring(check.indexOf("CMD ") + 4));
    assertThat(command).startsWith("bash", "-c").hasSize(3);
    assertThat(command.get(2)).contains("GET /health/ready HTTP/1.0\\r\\n", "/127.0.0.1/8080");
    assertThat(only("EXPOSE")).isEqualTo("8080");
  }

  @Test
  void startsTheServerItselfSoThatSignalsReachIt() throws IOException {
    List<String> start = words(only("ENTRYPOINT"));
    assertThat(start)
        .startsWith("java")
        .contains("-Duser.timezone=UTC", "-XX:+AutoCreateSharedArchive")
        .containsSequence("--secretsdir", "/run/secrets")
        .containsSequence("--deploy", "ROOT.war");
    assertThat(words(only("CMD"))).containsExactly("--port", "8080");
  }

  @Test
  void keepsTheClassDataArchiveBesideTheData() throws IOException {
    String folder = only("VOLUME");
    assertThat(words(only("ENTRYPOINT")))
        .anyMatch(word -> word.startsWith("-XX:SharedArchiveFile=" + folder + "/"));
  }

  @Test
  void holdsNoSecret() {
    assertThat(file).extracting(Instruction::name).doesNotContain("ENV", "ARG", "ADD");
  }

  @Test
  void isBuiltFromTheProductAlone() {
    List<String> copied = new ArrayList<>();
    for (Instruction instruction : file) {
      if (instruction.name().equals("COPY") && !instruction.arguments().startsWith("--from")) {
        List<String> paths = List.of(instruction.arguments().split(" "));
        copied.addAll(paths.subList(0, paths.size() - 1));
      }
    }
    assertThat(copied)
        .containsExactlyInAnyOrder("pom.xml", ".mvn", "src/main")
        .allSatisfy(path -> assertThat(Path.of(path)).exists());
  }

  @Test
  void sendsNothingElseToTheEngine() throws IOException {
    assertThat(Files.readAllLines(Path.of("docker/Dockerfile.dockerignore")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactlyInAnyOrder("*", "!pom.xml", "!.mvn", "!src/main");
  }

  private List<String> names() {
    return image.stream().map(Instruction::name).toList();
  }

  private String only(String name) {
    List<Instruction> found = image.stream().filter(each -> each.name().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0).arguments();
  }

  /** The exec form: a JSON array. */
  private static List<String> words(String json) throws IOException {
    return List.of(JSON.readValue(json, String[].class));
  }
}
