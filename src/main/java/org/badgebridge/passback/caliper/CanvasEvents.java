package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.badgebridge.keys.Digests;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.OccurredAt;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.problem.ProblemType;

/**
 * Reads an event in Canvas' own format as facts: {@code grade_change}, {@code quiz_submitted},
 * {@code course_completed} and {@code course_progress}. Others are passed over.
 */
record CanvasEvents(ScoreLimit limit, Instant now, Harvest harvest) {

  private static final String REQUIREMENTS = "requirements";

  /**
   * Reads one.
   *
   * @param json {@code metadata} and {@code body}
   * @throws ReportRefused if it is of these and cannot be understood
   */
  void read(JsonNode json) {
    JsonNode metadata = json.path("metadata");
    JsonNode body = json.path("body");
    try {
      switch (metadata.path("event_name").asText("")) {
        case "grade_change" -> grade(metadata, body);
        case "quiz_submitted" -> quiz(metadata, body);
        case "course_completed", "course_progress" -> progress(metadata, body);
        default -> {}
      }
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /** Not yet graded whole, or hidden from students: nothing that a badge may tell. */
  private void grade(JsonNode metadata, JsonNode body) {
    if (body.path("muted").asBoolean(false) || !body.path("grading_complete").asBoolean(true)) {
      return;
    }
    String course = course(metadata);
    CanvasIds ids = ids(course, metadata);
    String title = body.path("assignment_name").asText("");
    About about =
        new About(
            ids.course(course),
            ids.activity("assignment", number(body, "assignment_id"), title),
            ids.user(number(body, "user_id")),
            at(metadata),
            key(metadata, body));
    JsonNode score = body.path("score");
    JsonNode most = body.path("points_possible");
    if (score.isMissingNode() || score.isNull()) {
      harvest.add(about.scored(0, 1, true));
    } else if (limit.believes(score, most)) {
      harvest.add(about.scored(score.doubleValue(), most.doubleValue(), false));
    } else {
      harvest.note("maximum", score + " / " + most);
    }
  }

  /** Who submits is who acts; the body tells of the quiz alone. */
  private void quiz(JsonNode metadata, JsonNode body) {
    String course = course(metadata);
    CanvasIds ids = ids(course, metadata);
    harvest.add(
        new About(
                ids.course(course),
                ids.activity("quiz", number(body, "quiz_id"), ""),
                ids.user(number(metadata, "user_id")),
                at(metadata),
                key(metadata, body))
            .completed());
  }

  /** The requirements of a course's modules: how many are met, and whether all are. */
  private void progress(JsonNode metadata, JsonNode body) {
    JsonNode progress = body.path("progress");
    String number = number(body.path("course"), "id");
    CanvasIds ids = ids(number, metadata);
    Report.Where course = ids.course(number);
    String learner = ids.user(number(body.path("user"), "id"));
    Instant at = at(metadata);
    String key = key(metadata, body);
    long met = progress.path("requirement_completed_count").asLong(-1);
    long all = progress.path("requirement_count").asLong(-1);
    if (met >= 0 && met <= all && all > 0) {
      Report.What part = Report.What.module(REQUIREMENTS, "");
      harvest.add(
          new About(course, part, learner, at, key + "/part")
              .scored((double) met, (double) all, false));
    }
    if (progress.path("completed_at").isTextual() && met >= all) {
      Report.What whole = Report.What.wholeCourse(body.path("course").path("name").asText(""));
      harvest.add(new About(course, whole, learner, at, key).completed());
    }
  }

  private record About(
      Report.Where course, Report.What activity, String learner, Instant at, String key) {

    Report scored(double score, double maximum, boolean undone) {
      return new Report(
          key, course, activity, learner, Fact.Kind.SCORED, score, maximum, at, undone);
    }

    Report completed() {
      return new Report(key, course, activity, learner, Fact.Kind.COMPLETED, null, null, at);
    }
  }

  private static CanvasIds ids(String course, JsonNode metadata) {
    return CanvasIds.in(course, metadata.path("root_account_id").asText(""));
  }

  private static String course(JsonNode metadata) {
    if (!"Course".equals(metadata.path("context_type").asText(""))) {
      throw refused("metadata.context_type");
    }
    return number(metadata, "context_id");
  }

  /** Numbers come as text, so that no reader rounds them. */
  private static String number(JsonNode from, String name) {
    String number = from.path(name).asText("");
    if (!CanvasIds.isNumber(number)) {
      throw refused(name);
    }
    return number;
  }

  private Instant at(JsonNode metadata) {
    return OccurredAt.read(metadata.path("event_time").asText(""), now)
        .orElseThrow(() -> refused("metadata.event_time"));
  }

  /** Events have no ids: what one says, and when, names it. */
  private static String key(JsonNode metadata, JsonNode body) {
    return "said:"
        + Digests.sha256(
            String.join(
                "\n",
                metadata.path("event_name").asText(""),
                metadata.path("event_time").asText(""),
                metadata.path("user_id").asText(""),
                metadata.path("context_id").asText(""),
                body.toString()));
  }

  private static ReportRefused refused(String what) {
    return new ReportRefused(
        "event", what, ProblemType.MALFORMED, "passback.caliper.refused.shape", 1, what);
  }
}
