package org.badgebridge.passback.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.FakeServices.Asked;
import org.badgebridge.testing.FakeServices.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgsGradebookTest {

  private static final UUID PLATFORM = UUID.randomUUID();
  private static final String ITEM = "/lineitems/5/lineitem?type_id=7";

  @Test
  void asksForResultsBeforeTheQueryAndWithoutALimit() {
    try (var lms = new FakeServices(asked -> Reply.ok("[]"))) {
      results(lms);

      Asked asked = lms.asked.get(0);
      assertThat(asked.target()).isEqualTo("/lineitems/5/lineitem/results?type_id=7");
      assertThat(asked.accept()).isEqualTo("application/vnd.ims.lis.v2.resultcontainer+json");
    }
  }

  @Test
  void readsResultsAsPlatformsWriteThem() {
    String body =
        """
        [{"id":"r1","userId":"1","resultScore":80,"resultMaximum":100,
          "timestamp":"2026-11-22T12:00:00+02:00","comment":"ok"},
         {"id":"r2","userId":"2","resultScore":0.5,"timestamp":"2026-11-22T12:00:00.123+0100"},
         {"id":"r3","userId":3,"resultScore":7,"resultMaximum":10,"timestamp":"soon"},
         {"id":"r4","userId":"4"},
         {"id":"r5","userId":"5","resultScore":null},
         {"id":"r6","userId":"6","resultScore":1e309,"resultMaximum":10},
         {"id":"r7","userId":"7","resultScore":5,"resultMaximum":0},
         {"id":"r8","userId":"8","resultScore":"NaN","resultMaximum":10},
         {"id":"r9","userId":"9","resultScore":"many"},
         {"resultScore":5,"resultMaximum":10}, null, 4]
        """;
    try (var lms = new FakeServices(asked -> Reply.ok(body))) {
      assertThat(results(lms))
          .containsExactly(
              new Result("1", 80, 100, Instant.parse("2026-11-22T10:00:00Z")),
              new Result("2", 0.5, 1, Instant.parse("2026-11-22T11:00:00.123Z")),
              new Result("3", 7, 10, null));
    }
  }

  @Test
  void followsPagesOfResults() {
    try (var lms =
        new FakeServices(
            asked ->
                asked.target().contains("page=2")
                    ? Reply.ok("[{\"userId\":\"2\",\"resultScore\":1}]")
                    : new Reply(
                        200,
                        Map.of("Link", "</results?page=2>; rel=\"next\""),
                        "[{\"userId\":\"1\",\"resultScore\":1}]"))) {
      assertThat(results(lms)).extracting(Result::userId).containsExactly("1", "2");
    }
  }

  @Test
  void takesRubbishForAPlatformThatFails() {
    for (String rubbish : List.of("", "{}", "<html>", "{\"errors\":[]}")) {
      try (var lms = new FakeServices(asked -> Reply.ok(rubbish))) {
        assertThatThrownBy(() -> results(lms)).isInstanceOf(ExternalUnavailable.class);
      }
    }
  }

  @Test
  void publishesBeforeTheQueryWithTheExactTypeAndASubSecondTime() {
    try (var lms = new FakeServices(asked -> new Reply(200, Map.of(), ""))) {
      assertThat(publish(lms)).isEqualTo(Publication.TAKEN);

      Asked asked = lms.asked.get(0);
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.target()).isEqualTo("/lineitems/5/lineitem/scores?type_id=7");
      assertThat(asked.contentType()).isEqualTo("application/vnd.ims.lis.v1.score+json");
      assertThat(asked.body())
          .contains("\"timestamp\":\"2026-11-22T10:00:00.000000Z\"")
          .contains("\"scoreGiven\":1.0", "\"scoreMaximum\":1.0")
          .contains("\"activityProgress\":\"Completed\"", "\"gradingProgress\":\"FullyGraded\"")
          .doesNotContain("comment", "additionalProperties");
    }
  }

  @Test
  void takesAScoreOutByOneWithoutAValue() {
    try (var lms = new FakeServices(asked -> new Reply(200, Map.of(), ""))) {
      Instant at = Instant.parse("2026-11-22T10:00:00Z");
      Publication answer = new AgsGradebook(lms::call).clear(PLATFORM, lms.at(ITEM), "1", at);

      assertThat(answer).isEqualTo(Publication.TAKEN);
      Asked asked = lms.asked.get(0);
      assertThat(asked.target()).isEqualTo("/lineitems/5/lineitem/scores?type_id=7");
      assertThat(asked.body())
          .contains("\"userId\":\"1\"", "\"timestamp\":\"2026-11-22T10:00:00.000000Z\"")
          .contains("\"activityProgress\":\"Initialized\"", "\"gradingProgress\":\"FullyGraded\"")
          .doesNotContain("scoreGiven", "scoreMaximum");
    }
  }

  @ParameterizedTest
  @CsvSource({"409, OUTDATED", "400, NOT_GRADABLE", "422, NOT_GRADABLE"})
  void whatATryAgainWouldNotChangeIsFinal(int status, Publication publication) {
    try (var lms = new FakeServices(asked -> Reply.status(status))) {
      assertThat(publish(lms)).isEqualTo(publication);
    }
  }

  @Test
  void tellsRefusalFromOutage() {
    try (var lms = new FakeServices(asked -> Reply.status(404))) {
      assertThatThrownBy(() -> publish(lms)).isInstanceOf(ExternalRefusal.class);
    }
    try (var lms = new FakeServices(asked -> Reply.status(503))) {
      assertThatThrownBy(() -> publish(lms)).isInstanceOf(ExternalUnavailable.class);
    }
  }

  @Test
  void makesAColumnWithoutCouplingItToAPlacement() {
    try (var lms =
        new FakeServices(
            asked ->
                new Reply(
                    201, Map.of(), asked.body().replace("{", "{\"id\":\"https://lms/item\",")))) {
      LineItem item =
          new AgsGradebook(lms::call)
              .create(PLATFORM, lms.at("/lineitems?type_id=7"), "Badge", 100, "key", "tag");

      assertThat(item)
          .isEqualTo(new LineItem("https://lms/item", "Badge", 100, "key", "tag", null));
      assertThat(lms.asked.get(0).contentType())
          .isEqualTo("application/vnd.ims.lis.v2.lineitem+json");
      assertThat(lms.asked.get(0).body()).doesNotContain("resourceLinkId");
    }
  }

  @Test
  void renamesWithoutLosingWhatItDoesNotKnow() {
    String present =
        "{\"id\":\"i\",\"label\":\"Old\",\"scoreMaximum\":10,\"resourceLinkId\":\"9\","
            + "\"https://canvas/x\":{\"y\":1}}";
    try (var lms =
        new FakeServices(
            asked -> Reply.ok(asked.method().equals("GET") ? present : asked.body()))) {
      new AgsGradebook(lms::call).rename(PLATFORM, lms.at(ITEM), "New");

      assertThat(lms.asked.get(1).method()).isEqualTo("PUT");
      assertThat(lms.asked.get(1).body()).isEqualTo(present.replace("Old", "New"));
    }
  }

  @Test
  void listsColumnsWithTheMediaTypeMoodleInsistsOn() {
    try (var lms =
        new FakeServices(
            asked -> Reply.ok("[{\"id\":\"i\",\"label\":\"L\",\"scoreMaximum\":5},{}]"))) {
      List<LineItem> items =
          new AgsGradebook(lms::call).lineItems(PLATFORM, lms.at("/lineitems"), Set.of());

      assertThat(items).containsExactly(new LineItem("i", "L", 5, null, null, null));
      assertThat(lms.asked.get(0).accept())
          .isEqualTo("application/vnd.ims.lis.v2.lineitemcontainer+json");
    }
  }

  private static List<Result> results(FakeServices lms) {
    return new AgsGradebook(lms::call).results(PLATFORM, lms.at(ITEM));
  }

  private static Publication publish(FakeServices lms) {
    Score score = new Score("1", 1, 1, Instant.parse("2026-11-22T10:00:00Z"), null);
    return new AgsGradebook(lms::call).publish(PLATFORM, lms.at(ITEM), score);
  }
}
