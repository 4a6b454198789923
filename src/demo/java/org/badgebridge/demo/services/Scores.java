package org.badgebridge.demo.services;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Grade;
import org.badgebridge.demo.school.ReceivedScore;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** Takes scores from tools, each LMS in its own way when something is odd. */
public final class Scores {

  static final String SCORE = "application/vnd.ims.lis.v1.score+json";

  private static final Set<String> ACTIVITY =
      Set.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
  private static final Set<String> GRADING =
      Set.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");

  private final Site site;
  private final Callers callers;
  private final Addresses addresses;
  private final List<ReceivedScore> received = new CopyOnWriteArrayList<>();

  public Scores(Site site, Callers callers, Addresses addresses) {
    this.site = site;
    this.callers = callers;
    this.addresses = addresses;
  }

  /** Every score that came to a line item of its sender, oldest first. */
  public List<ReceivedScore> received() {
    return List.copyOf(received);
  }

  public Reply take(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_SCORE);
    callers.sends(request, SCORE);
    Course course = callers.course(request);
    Column column = callers.column(request, course, tool);
    Map<String, Object> score = Json.object(request.body());
    try {
      record(course, column, score);
      received.add(new ReceivedScore(column.number(), score, 200));
    } catch (Refusal refusal) {
      received.add(new ReceivedScore(column.number(), score, refusal.status()));
      throw refusal;
    }
    return switch (site.personality()) {
      case MOODLE -> Reply.empty(200);
      case CANVAS -> Reply.json(200, Map.of("resultUrl", addresses.results(course, column, tool)));
      case BRIGHTSPACE, BLACKBOARD -> Reply.empty(204);
    };
  }

  private void record(Course course, Column column, Map<String, Object> score) {
    String personId = Json.text(score, "userId");
    Instant when = time(Json.text(score, "timestamp"));
    String activity = Json.text(score, "activityProgress");
    String grading = Json.text(score, "gradingProgress");
    Double given = Json.number(score, "scoreGiven");
    Double maximum = Json.number(score, "scoreMaximum");
    require(personId != null, 400, "userId is missing");
    require(when != null, 400, "timestamp is missing or not ISO 8601 with a zone");
    require(activity != null && ACTIVITY.contains(activity), 400, "activityProgress");
    require(grading != null && GRADING.contains(grading), 400, "gradingProgress");
    require(given == null || (maximum != null && maximum > 0), unprocessable(), "scoreMaximum");
    require(given == null || given >= 0, unprocessable(), "scoreGiven is negative");
    if (personId == null || when == null) {
      return;
    }
    require(gradable(course, personId), unprocessable(), "The user cannot be graded here");
    requireNewer(column.grades().get(personId), when);
    apply(
        column,
        personId,
        scaled(column, given, maximum),
        "FullyGraded".equals(grading),
        when,
        Json.text(score, "comment"));
  }

  private void apply(
      Column column,
      String personId,
      @Nullable Double value,
      boolean graded,
      Instant when,
      @Nullable String comment) {
    boolean erases = !graded || value == null;
    if (erases && site.personality() != Personality.MOODLE && !graded) {
      // Only Moodle erases a grade when a later score is not final.
      return;
    }
    site.school()
        .gradebook()
        .report(column, personId, erases ? null : value, comment == null ? "" : comment, when);
  }

  private @Nullable Double scaled(Column column, @Nullable Double given, @Nullable Double maximum) {
    if (given == null || maximum == null) {
      return null;
    }
    double value = given / maximum * column.maximum();
    return site.personality() == Personality.BRIGHTSPACE
        ? Math.min(value, column.maximum())
        : value;
  }

  /**
   * Moodle compares whole seconds and refuses equal ones, and forgets the time of a score that was
   * taken out; Canvas refuses only older ones.
   */
  private void requireNewer(@Nullable Grade last, Instant when) {
    if (last == null
        || (site.personality() == Personality.MOODLE && last.raw() == null && !last.overridden())) {
      return;
    }
    Instant lastSecond = last.modified().truncatedTo(ChronoUnit.SECONDS);
    switch (site.personality()) {
      case MOODLE ->
          require(
              when.truncatedTo(ChronoUnit.SECONDS).isAfter(lastSecond),
              409,
              "Refusing score with an earlier timestamp");
      case CANVAS ->
          require(!when.isBefore(last.modified()), 400, "timestamp is older than the last one");
      case BRIGHTSPACE, BLACKBOARD ->
          require(!when.isBefore(last.modified()), 409, "timestamp is older than the last one");
    }
  }

  private boolean gradable(Course course, String personId) {
    Role role = course.members().get(personId);
    return role != null && role.graded();
  }

  private int unprocessable() {
    return switch (site.personality()) {
      case CANVAS, BRIGHTSPACE -> 422;
      case MOODLE, BLACKBOARD -> 400;
    };
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void require(boolean holds, int status, String fault) {
    if (!holds) {
      throw new Refusal(status, fault);
    }
  }
}
