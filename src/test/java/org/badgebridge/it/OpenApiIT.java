package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.content.Alignment;
import org.badgebridge.badgeclass.content.Assessing;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.GradeScale;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.badgeclass.content.Purpose;
import org.badgebridge.badgeclass.content.Quality;
import org.badgebridge.badgeclass.content.Study;
import org.badgebridge.badgeclass.content.Validity;
import org.badgebridge.badgeclass.content.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code /openapi} says is what there is, no less and no more. */
@ExtendWith(SharedServer.Extension.class)
class OpenApiIT {

  private static final List<Class<? extends Record>> CONTENT =
      List.of(
          Alignment.class,
          Assessing.class,
          Awarding.class,
          GradeScale.class,
          Pathway.class,
          Pathway.Step.class,
          Purpose.class,
          Quality.class,
          Study.class,
          Validity.class,
          Wording.class);

  /** What Payara writes beside what we say; OpenAPI knows no such member. */
  private static final String PAYARAS_OWN = "endpoints";

  private static String document;
  private static JsonNode api;

  @BeforeAll
  static void read(SharedServer server) {
    HttpResponse<String> answer =
        new Caller(server.process().address()).get("/openapi", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    api = RestApiIT.json(answer);
    ((ObjectNode) api).remove(PAYARAS_OWN);
    document = api.toString();
  }

  @Test
  void isThereAsItWasWritten(SharedServer server) throws IOException {
    HttpResponse<String> answer =
        new Caller(server.process().address()).get("/api/openapi.yaml", "Accept", "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("yaml");
    try (InputStream written =
        OpenApiIT.class.getClassLoader().getResourceAsStream("META-INF/openapi.yaml")) {
      assertThat(answer.body())
          .isEqualTo(
              new String(Objects.requireNonNull(written).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void namesEveryOperationAndNothingElse() {
    Set<String> ours =
        ApiOperation.all().stream()
            .map(each -> each.verb() + " " + each.path() + " " + each.name() + open(each.open()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (Set.of("get", "put", "post", "delete", "patch").contains(verb.getKey())) {
          told.add(
              verb.getKey().toUpperCase(java.util.Locale.ROOT)
                  + " "
                  + path.getKey()
                  + " "
                  + verb.getValue().path("operationId").asText()
                  + open(verb.getValue().path("security").toString().equals("[{}]")));
          assertThat(verb.getValue().get("responses").has("401"))
              .as(path.getKey())
              .isEqualTo(!verb.getValue().has("security"));
        }
      }
    }
    assertThat(told).isEqualTo(ours);
    assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
    assertThat(api.get("security").toString()).isEqualTo("[{\"token\":[]}]");
  }

  private static String open(boolean open) {
    return open ? " for anybody" : "";
  }

  @Test
  void describesEveryPropertyOfAContent() {
    assertThat(properties("Content")).isEqualTo(components(BadgeContent.class));
    for (Class<? extends Record> each : CONTENT) {
      assertThat(properties(each.getSimpleName()))
          .as(each.getSimpleName())
          .isEqualTo(components(each));
    }
  }

  private static Set<String> properties(String schema) {
    return api.at("/components/schemas/" + schema + "/properties").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(each -> each.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void isValidForAnIndependentParser() throws Exception {
    Verifiers.Verdict verdict =
        Verifiers.install().run("verify-openapi.mjs", document, "http://127.0.0.1:9");
    assertThat(verdict.valid()).as(verdict.text()).isTrue();
  }

  @Test
  void peopleFindAShortGuide(SharedServer server) {
    Caller caller = new Caller(server.process().address());
    HttpResponse<String> guide = caller.get("/api", "Accept", "text/html", "Accept-Language", "nl");
    assertThat(guide.statusCode()).isEqualTo(200);
    assertThat(guide.body()).contains("href=\"/api/openapi.yaml\"").contains("curl -X PUT");
  }
}
