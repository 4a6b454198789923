package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.course.Course;
import org.badgebridge.external.AnswerTooLarge;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.Round;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Moodle site how far the learners of a course are: grades of the whole course at once,
 * completion learner by learner, which is bounded in number and time; who had no turn is first in
 * the next round.
 */
@ApplicationScoped
class AskMoodle {

  /** Most learners who are asked about one by one in a round. */
  static final int TURNS = 300;

  /** How Moodle numbers people. */
  static final String USER = "[0-9]{1,18}";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COURSE = "course";

  private final MoodleServices services;
  private final LearnerTurns turns;
  private final Clock clock;

  @Inject
  AskMoodle(MoodleServices services, LearnerTurns turns, Clock clock) {
    this.services = services;
    this.turns = turns;
    this.clock = clock;
  }

  private enum About {
    TURNS,
    GRADES,
    COMPLETION,
    COURSE_COMPLETION
  }

  private record Question(About about, UUID connectorId, UUID courseId) {}

  /** Grades, by the number of the module; those of the course by {@code course}. */
  Sweep<Grade> grades(MoodleSite site, Course course, Round round) {
    return round.once(
        question(About.GRADES, site, course),
        () -> {
          Instant now = clock.instant();
          Map<String, Map<String, Grade>> bySub = new HashMap<>();
          try {
            grades(site, course, "0", bySub);
            return new Sweep<>(now, bySub, true, null);
          } catch (AnswerTooLarge e) {
            return sweep(
                site,
                course,
                round,
                sub -> {
                  Map<String, Map<String, Grade>> one = new HashMap<>();
                  grades(site, course, sub, one);
                  return one.getOrDefault(sub, Map.of());
                });
          }
        });
  }

  /** Completion of the activities, by the number of the module. */
  Sweep<Progress> completion(MoodleSite site, Course course, Round round) {
    return round.once(
        question(About.COMPLETION, site, course),
        () -> sweep(site, course, round, sub -> completion(site, course, sub)));
  }

  /** Completion of the course, by {@code course}; empty if it has no criteria. */
  Sweep<Progress> courseCompletion(MoodleSite site, Course course, Round round) {
    return round.once(
        question(About.COURSE_COMPLETION, site, course),
        () -> {
          try {
            return sweep(site, course, round, sub -> courseCompletion(site, course, sub));
          } catch (MoodleRefusal e) {
            if (e.noCriteria()) {
              return new Sweep<>(clock.instant(), Map.of(), true, null);
            }
            throw e;
          }
        });
  }

  private void grades(
      MoodleSite site, Course course, String user, Map<String, Map<String, Grade>> bySub) {
    services.each(
        site,
        MoodleServices.GRADES,
        Map.of("courseid", course.contextId(), "userid", user, "groupid", "0"),
        "usergrades",
        each -> {
          Map<String, Grade> own =
              bySub.computeIfAbsent(each.path("userid").asText(), id -> new HashMap<>());
          for (JsonNode item : each.path("gradeitems")) {
            Grade grade = Grade.of(item);
            String reference = reference(item);
            if (grade != null && reference != null) {
              own.putIfAbsent(reference, grade); // a workshop has two items; its first counts
            }
          }
        });
  }

  private static @Nullable String reference(JsonNode item) {
    return switch (item.path("itemtype").asText()) {
      case "mod" -> item.path("cmid").isIntegralNumber() ? item.path("cmid").asText() : null;
      case COURSE -> COURSE;
      default -> null; // categories and columns without an activity
    };
  }

  private Map<String, Progress> completion(MoodleSite site, Course course, String sub) {
    JsonNode statuses =
        services
            .call(
                site,
                MoodleServices.COMPLETION,
                Map.of("courseid", course.contextId(), "userid", sub))
            .path("statuses");
    Map<String, Progress> found = new HashMap<>();
    for (JsonNode each : statuses) {
      if (each.path("tracking").asInt(1) != 0) {
        found.put(each.path("cmid").asText(), Progress.of(each));
      }
    }
    return found;
  }

  private Map<String, Progress> courseCompletion(MoodleSite site, Course course, String sub) {
    JsonNode status =
        services
            .call(
                site,
                MoodleServices.COURSE_COMPLETION,
                Map.of("courseid", course.contextId(), "userid", sub))
            .path("completionstatus");
    return status.isObject() ? Map.of(COURSE, Progress.ofCourse(status)) : Map.of();
  }

  /** What was heard before a failure is kept, so that a site that fails often gets us on, too. */
  private <T> Sweep<T> sweep(
      MoodleSite site, Course course, Round round, Function<String, Map<String, T>> ask) {
    Instant began = clock.instant();
    List<LearnerTurns.Turn> next =
        round.once(question(About.TURNS, site, course), () -> turns.next(course.id(), TURNS + 1));
    Map<String, Map<String, T>> bySub = new HashMap<>();
    List<UUID> had = new ArrayList<>();
    ExternalUnavailable failure = null;
    try {
      for (LearnerTurns.Turn turn : next.subList(0, Math.min(TURNS, next.size()))) {
        if (clock.instant().isAfter(began.plus(PATIENCE))) {
          break;
        }
        if (turn.sub().matches(USER)) {
          Map<String, T> answer = one(turn.sub(), ask);
          bySub.put(turn.sub(), answer);
        }
        had.add(turn.lmsUserId());
      }
    } catch (ExternalUnavailable e) {
      failure = e;
    } finally {
      turns.had(course.id(), had, began);
    }
    return new Sweep<>(began, bySub, had.size() == next.size(), failure);
  }

  private static <T> Map<String, T> one(String sub, Function<String, Map<String, T>> ask) {
    try {
      return ask.apply(sub);
    } catch (MoodleRefusal e) {
      if (e.aboutOne()) {
        return Map.of();
      }
      throw e;
    }
  }

  private static Question question(About about, MoodleSite site, Course course) {
    return new Question(about, site.connector().id(), course.id());
  }
}
