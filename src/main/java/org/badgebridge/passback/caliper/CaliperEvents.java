package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.OccurredAt;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.problem.ProblemType;

/**
 * Reads the events of an envelope as facts: grades, and work that was handed in or finished. Other
 * events and descriptions of entities are passed over.
 */
record CaliperEvents(
    UUID connectorId, CaliperNames names, ScoreLimit limit, Instant now, Harvest harvest) {

  /** The most in one envelope. */
  static final int MOST = 2000;

  private static final Set<String> WORK = Set.of("AssignableEvent", "AssessmentEvent");
  private static final Set<String> DONE = Set.of("Submitted", "Completed");
  private static final Set<String> VERSIONS =
      Set.of(
          "http://purl.imsglobal.org/ctx/caliper/v1p1",
          "http://purl.imsglobal.org/ctx/caliper/v1p2");
  private static final int LONGEST_KEY = 180;

  /**
   * Reads a whole envelope (Caliper 1.2 §5.1).
   *
   * @throws ReportRefused if it is none, or one of its events cannot be understood
   */
  void read(JsonNode envelope) {
    JsonNode data = envelope.path("data");
    need(envelope.isObject(), 0, "envelope");
    need(data.isArray(), 0, "data");
    need(envelope.path("sensor").isTextual(), 0, "sensor");
    String version = envelope.path("dataVersion").asText("");
    if (!VERSIONS.contains(version)) {
      // "the Endpoint SHOULD respond with a 422 Unprocessable Entity" to data it does not support
      throw new ReportRefused(
          "version", version, ProblemType.INVALID, "passback.caliper.refused.version");
    }
    if (data.size() > MOST) {
      throw new ReportRefused(
          "event",
          String.valueOf(data.size()),
          ProblemType.MALFORMED,
          "passback.refused.many",
          MOST);
    }
    int number = 0;
    for (JsonNode each : data) {
      number++;
      need(each.isObject() && each.path("type").isTextual(), number, "type");
      try {
        event(each, number);
      } catch (IllegalArgumentException e) {
        throw refused(number, String.valueOf(e.getMessage()));
      }
    }
  }

  private void event(JsonNode event, int number) {
    String type = term(event.path("type"));
    String action = term(event.path("action"));
    boolean graded = type.equals("GradeEvent") && action.equals("Graded");
    boolean done = WORK.contains(type) && DONE.contains(action);
    if (!graded && !done) {
      return;
    }
    String id = event.path("id").asText("");
    need(!id.isEmpty(), number, "id");
    Instant at =
        OccurredAt.read(event.path("eventTime").asText(""), now)
            .orElseThrow(() -> refused(number, "eventTime"));
    JsonNode attempt = attempt(event);
    JsonNode learner = attempt.path("assignee");
    JsonNode who = graded || !CaliperNames.id(learner).isEmpty() ? learner : event.path("actor");
    need(!CaliperNames.id(who).isEmpty(), number, graded ? "object.assignee" : "actor");
    JsonNode tried = event.path("object").path("assignable");
    JsonNode what = CaliperNames.id(tried).isEmpty() ? event.path("object") : tried;
    need(!CaliperNames.id(what).isEmpty(), number, "object");
    if (names.course(event).isEmpty()) {
      harvest.note("course", CaliperNames.id(what));
      return; // Canvas tells of no course with what is handed in
    }
    About about = about(event, who, what);
    String key = key(id);
    if (done) {
      harvest.add(
          new Report(
              key,
              about.course,
              about.activity,
              about.learner,
              Fact.Kind.COMPLETED,
              null,
              null,
              at));
    } else {
      score(event.path("generated"), about, key, at);
    }
  }

  /** What the event is about is an attempt, or has made one. */
  private static JsonNode attempt(JsonNode event) {
    JsonNode object = event.path("object");
    return object.has("assignable") || object.has("assignee") ? object : event.path("generated");
  }

  private void score(JsonNode generated, About about, String key, Instant at) {
    JsonNode given = generated.path("scoreGiven");
    JsonNode most = generated.path("maxScore");
    if (given.isMissingNode() || given.isNull()) {
      harvest.add(about.scored(key, 0, 1, at, true));
    } else if (limit.believes(given, most)) {
      harvest.add(about.scored(key, given.doubleValue(), most.doubleValue(), at, false));
    } else {
      harvest.note("maximum", given + " / " + most);
    }
  }

  private record About(Report.Where course, Report.What activity, String learner) {

    Report scored(String key, double score, double maximum, Instant at, boolean undone) {
      return new Report(
          key, course, activity, learner, Fact.Kind.SCORED, score, maximum, at, undone);
    }
  }

  private About about(JsonNode event, JsonNode who, JsonNode what) {
    String title = what.path("name").asText("");
    Optional<CanvasIds.Thing> course =
        CanvasIds.Thing.of(CaliperNames.id(CaliperNames.organization(event)));
    Optional<CanvasIds.Thing> user = CanvasIds.Thing.of(CaliperNames.id(who));
    Optional<CanvasIds.Thing> activity = CanvasIds.Thing.of(CaliperNames.id(what));
    if (course.isPresent() && user.isPresent() && activity.isPresent()) {
      CanvasIds ids = CanvasIds.in(course.get().number(), "");
      return new About(
          ids.course(course.get().number()),
          ids.activity(activity.get().kind(), activity.get().number(), title),
          ids.user(user.get().number()));
    }
    return new About(
        Report.Where.of(names.course(event)),
        Report.What.sent(connectorId, CaliperNames.id(what), title),
        names.user(who));
  }

  /** A term alone, or as an IRI that ends in it (as Caliper 1.0 did, and some sensors still do). */
  private static String term(JsonNode node) {
    return node.asText("").replaceFirst("^.*[/#]", "");
  }

  private static String key(String id) {
    return id.length() <= LONGEST_KEY ? "id:" + id : "hash:" + Digests.sha256(id);
  }

  private static void need(boolean holds, int number, String what) {
    if (!holds) {
      throw refused(number, what);
    }
  }

  private static ReportRefused refused(int number, String what) {
    return new ReportRefused(
        "event", what, ProblemType.MALFORMED, "passback.caliper.refused.shape", number, what);
  }
}
