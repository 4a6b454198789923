package org.badgebridge.passback.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads statements of {@code logstore_xapi} as facts. The event of Moodle decides what one tells,
 * because verbs changed between releases of the plugin. A {@code success} is believed of module
 * completion only: the plugin says it of every score where no grade to pass is set.
 *
 * @param numbered whether people are named by numbers there, as in Moodle itself
 */
record StatementReports(MoodleSite site, boolean numbered, Instant now, Harvest harvest) {

  private static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
  private static final String UNCOMPLETED =
      "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted";
  private static final Set<String> SCORED =
      Set.of("https://w3id.org/xapi/tla/verbs/scored", "http://adlnet.gov/expapi/verbs/scored");
  private static final String ANSWERED = "http://adlnet.gov/expapi/verbs/answered";

  private static final Map<String, Tells> EVENTS =
      Map.of(
          "core\\event\\course_module_completion_updated", Tells.MODULE,
          "core\\event\\course_completed", Tells.COURSE,
          "mod_quiz\\event\\attempt_submitted", Tells.SCORE,
          "mod_assign\\event\\submission_graded", Tells.GRADE,
          "mod_scorm\\event\\scoreraw_submitted", Tells.SCORE,
          "mod_lesson\\event\\lesson_ended", Tells.SCORE);

  /** What a statement tells of. */
  private enum Tells {
    /** An activity is done, or is so no longer. */
    MODULE,
    /** A course is done. */
    COURSE,
    /** A score was reached. */
    SCORE,
    /** A grade was given, or taken away: then no score comes along. */
    GRADE,
    /** Nothing that a badge could need. */
    NOTHING
  }

  /**
   * Reads one.
   *
   * @return what it is called when it comes again
   * @throws ReportRefused if it tells of a completion or a score, and not whose or of what
   */
  String read(Statement statement) {
    Instant at = occurredAt(statement);
    String key = key(statement);
    Tells tells = tells(statement);
    try {
      switch (tells) {
        case MODULE -> module(statement, key, at);
        case COURSE -> course(statement, key, at);
        case SCORE, GRADE -> score(statement, tells, key, at);
        case NOTHING -> {}
      }
    } catch (IllegalArgumentException e) {
      throw Statement.refused(statement.number(), String.valueOf(e.getMessage()));
    }
    return key;
  }

  private Tells tells(Statement statement) {
    String verb = statement.verb();
    if (verb.equals(ANSWERED)) {
      return Tells.NOTHING; // comes with a quiz attempt, one for each question
    }
    String event = statement.event();
    if (!event.isEmpty()) {
      return EVENTS.getOrDefault(event, Tells.NOTHING);
    }
    if (verb.equals(COMPLETED) || verb.equals(UNCOMPLETED)) {
      boolean whole = site.courseNumber(statement.object()).isPresent();
      boolean part = site.module(statement.object().path("id").asText("")).isPresent();
      return whole ? Tells.COURSE : part ? Tells.MODULE : Tells.NOTHING;
    }
    return SCORED.contains(verb) ? Tells.GRADE : Tells.NOTHING;
  }

  private void module(Statement statement, String key, Instant at) {
    About about = about(statement);
    JsonNode result = statement.result();
    JsonNode completion = result.path("completion");
    boolean undone =
        statement.verb().equals(UNCOMPLETED)
            || (completion.isBoolean() && !completion.booleanValue());
    if (!undone && completion.isMissingNode()) {
      harvest.note("old-plugin", ""); // before 4.9 it tells every change as a completion
    }
    add(about, key, Fact.Kind.COMPLETED, at, undone);
    JsonNode success = result.path("success");
    if (undone || success.isBoolean()) {
      add(about, key + "/p", Fact.Kind.PASSED, at, undone || !success.booleanValue());
    }
  }

  private void course(Statement statement, String key, Instant at) {
    JsonNode course = site.course(List.of(statement.object())).orElseThrow(() -> vague(statement));
    About about =
        new About(
            learner(statement),
            site.courseNumber(course).orElseThrow(),
            Report.What.wholeCourse(MoodleSite.name(course)));
    add(about, key, Fact.Kind.COMPLETED, at, statement.verb().equals(UNCOMPLETED));
  }

  private void score(Statement statement, Tells tells, String key, Instant at) {
    About about = about(statement);
    JsonNode score = statement.result().path("score");
    JsonNode completion = statement.result().path("completion");
    if (completion.isBoolean() && !completion.booleanValue()) {
      return; // an attempt that is not finished has no score yet
    }
    if (score.isMissingNode()) {
      if (tells == Tells.GRADE) {
        harvest.add(about.report(key, Fact.Kind.SCORED, 0d, 1d, at, true));
      }
      return;
    }
    // "scaled" is not reliable: it is computed anew from the others
    double least = score.path("min").asDouble(0);
    double range = score.path("max").asDouble(Double.NaN) - least;
    double reached = score.path("raw").asDouble(Double.NaN) - least;
    if (range > 0 && reached >= 0 && reached <= range && Double.isFinite(range)) {
      harvest.add(about.report(key, Fact.Kind.SCORED, reached, range, at, false));
    } else {
      harvest.note("score", score.toString());
    }
  }

  /** Whom and what a statement is about, in the platform's own numbers. */
  private record About(String learner, String course, Report.What activity) {

    Report report(
        String key,
        Fact.Kind kind,
        @Nullable Double score,
        @Nullable Double maximum,
        Instant at,
        boolean undone) {
      return new Report(
          key, Report.Where.of(course), activity, learner, kind, score, maximum, at, undone);
    }
  }

  private void add(About about, String key, Fact.Kind kind, Instant at, boolean undone) {
    harvest.add(about.report(key, kind, null, null, at, undone));
  }

  private About about(Statement statement) {
    List<JsonNode> activities = statement.activities();
    Optional<String> course = site.course(activities).flatMap(site::courseNumber);
    Optional<String> module =
        activities.stream()
            .flatMap(each -> site.module(each.path("id").asText("")).stream())
            .findFirst();
    if (course.isEmpty() || module.isEmpty()) {
      throw vague(statement);
    }
    return new About(
        learner(statement),
        course.get(),
        Report.What.module(module.get(), site.title(activities, module.get())));
  }

  private ReportRefused vague(Statement statement) {
    return new ReportRefused(
        "activity",
        statement.object().path("id").asText(""),
        ProblemType.MALFORMED,
        "passback.xapi.refused.activity",
        statement.number(),
        site.home());
  }

  private String learner(Statement statement) {
    JsonNode account = statement.json().path("actor").path("account");
    String name = account.path("name").asText("");
    if (name.isEmpty() || (numbered && !name.chars().allMatch(Character::isDigit))) {
      throw new ReportRefused(
          "account",
          "",
          ProblemType.MALFORMED,
          "passback.xapi.refused.account",
          statement.number());
    }
    String homePage = account.path("homePage").asText("");
    if (!site.is(homePage)) {
      throw new ReportRefused(
          "home",
          homePage,
          ProblemType.MALFORMED,
          "passback.xapi.refused.home",
          statement.number(),
          homePage,
          site.home());
    }
    return name;
  }

  private Instant occurredAt(Statement statement) {
    JsonNode told = statement.json().path("timestamp");
    return told.isMissingNode()
        ? now // "the timestamp property SHOULD be assumed to be the stored property" (§2.4.7)
        : OccurredAt.read(told.textValue(), now)
            .orElseThrow(() -> Statement.refused(statement.number(), "timestamp"));
  }

  /** The plugin gives no ids: what a statement says, and when it was so, names it. */
  private static String key(Statement statement) {
    JsonNode json = statement.json();
    if (statement.id() != null) {
      return "id:" + statement.id();
    }
    if (!json.has("timestamp")) {
      return "new:" + UUID.randomUUID();
    }
    String said =
        String.join(
            "\n",
            json.path("actor").path("account").toString(),
            json.path("actor").path("mbox").toString(),
            statement.verb(),
            statement.object().path("id").asText(""),
            json.path("timestamp").textValue());
    return "said:" + Digests.sha256(said);
  }
}
