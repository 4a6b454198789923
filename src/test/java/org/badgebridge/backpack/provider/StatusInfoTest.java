package org.badgebridge.backpack.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of Open Badges 3.0 §E.2.1.44, and what §E.2.1.49 says of each name. */
class StatusInfoTest {

  private static final Map<String, Integer> PUBLISHED =
      Map.ofEntries(
          Map.entry("forbidden", 403),
          Map.entry("fullsuccess", 200),
          Map.entry("internal_server_error", 500),
          Map.entry("invalid_data", 422),
          Map.entry("invalid_query_parameter", 400),
          Map.entry("misdirected_request", 421),
          Map.entry("not_acceptable", 406),
          Map.entry("not_allowed", 405),
          Map.entry("not_found", 404),
          Map.entry("not_modified", 304),
          Map.entry("server_busy", 429),
          Map.entry("unauthorizedrequest", 401),
          Map.entry("unknown", 0));

  @ParameterizedTest
  @EnumSource
  void hasTheMembersAndNamesThatWerePublished(StatusInfo info) throws JsonProcessingException {
    JsonNode body = new ObjectMapper().readTree(info.body("Do this."));
    assertThat(body.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "imsx_codeMajor", "imsx_severity", "imsx_description", "imsx_codeMinor");
    assertThat(body.at("/imsx_codeMajor").asText()).isEqualTo("failure");
    assertThat(body.at("/imsx_severity").asText())
        .isEqualTo(info == StatusInfo.NOT_FOUND ? "status" : "error");
    assertThat(body.at("/imsx_description").asText()).isEqualTo("Do this.");
    assertThat(body.at("/imsx_codeMinor").size()).isEqualTo(1);
    JsonNode fields = body.at("/imsx_codeMinor/imsx_codeMinorField");
    assertThat(fields).hasSize(1);
    assertThat(fields.get(0).properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("imsx_codeMinorFieldName", "imsx_codeMinorFieldValue");
    assertThat(PUBLISHED)
        .containsEntry(fields.at("/0/imsx_codeMinorFieldValue").asText(), info.status());
  }

  @Test
  void everyFailureHasOne() {
    assertThat(Stream.of(401, 404, 406, 500, 503).map(StatusInfo::of))
        .containsExactly(
            StatusInfo.UNAUTHORIZED,
            StatusInfo.NOT_FOUND,
            StatusInfo.NOT_ACCEPTABLE,
            StatusInfo.INTERNAL,
            StatusInfo.INTERNAL);
    assertThat(StatusInfo.of(415)).isEqualTo(StatusInfo.UNKNOWN);
  }
}
