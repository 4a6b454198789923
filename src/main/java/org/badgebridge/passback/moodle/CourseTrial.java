package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorKind.Trial;

/**
 * Whether the user of a token may read in a course what the source needs. Moodle tells the
 * functions of a service, but not the capabilities behind them: only asking shows those.
 */
@ApplicationScoped
class CourseTrial {

  /** Courses that are tried, because the latest may be gone in Moodle. */
  private static final int TRIED = 3;

  private final Courses courses;
  private final CourseContents contents;
  private final LearnerTurns learners;
  private final MoodleServices services;

  @Inject
  CourseTrial(
      Courses courses, CourseContents contents, LearnerTurns learners, MoodleServices services) {
    this.courses = courses;
    this.contents = contents;
    this.learners = learners;
    this.services = services;
  }

  /**
   * How it went in the course that we were placed in last; empty if there is none yet.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the address is wrong
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  Optional<Trial> of(MoodleSite site) {
    Connector connector = site.connector();
    for (Course each :
        courses.lastPlaced(connector.platformId(), connector.institutionId(), TRIED)) {
      List<String> seen = new ArrayList<>();
      String key = key(site, each, seen);
      if (!key.equals("passback.fault." + MoodleRefusal.Reason.COURSE.slug())) {
        return Optional.of(
            new Trial(key.equals("passback.moodle.test.course"), key, List.of(each.name()), seen));
      }
    }
    return Optional.empty();
  }

  private String key(MoodleSite site, Course course, List<String> seen) {
    String asking = MoodleServices.CONTENTS;
    try {
      for (Map.Entry<String, Map<String, String>> each : aboutOne(course).entrySet()) {
        asking = each.getKey();
        ask(site, asking, each.getValue());
        seen.add("✓ " + asking + " · " + course.name());
      }
      asking = MoodleServices.CONTENTS; // last: why its user is not let in, the others say better
      if (contents.read(site, course).blind()) {
        seen.add("✗ " + asking + " · " + course.name());
        return "passback.fault.moodle-blind";
      }
      seen.add("✓ " + asking + " · " + course.name());
      return "passback.moodle.test.course";
    } catch (MoodleRefusal e) {
      seen.add("✗ " + asking + " · " + course.name() + " · " + e.code());
      return "passback.fault." + e.reason().slug();
    }
  }

  /** The functions about one learner, and their arguments; none while no learner is known. */
  private Map<String, Map<String, String>> aboutOne(Course course) {
    Map<String, Map<String, String>> calls = new LinkedHashMap<>();
    learners.next(course.id(), 1).stream()
        .map(LearnerTurns.Turn::sub)
        .filter(sub -> sub.matches(AskMoodle.USER))
        .forEach(
            sub -> {
              Map<String, String> about = Map.of("courseid", course.contextId(), "userid", sub);
              calls.put(MoodleServices.COMPLETION, about);
              calls.put(MoodleServices.COURSE_COMPLETION, about);
              calls.put(
                  MoodleServices.GRADES,
                  Map.of("courseid", course.contextId(), "userid", sub, "groupid", "0"));
            });
    return calls;
  }

  private void ask(MoodleSite site, String function, Map<String, String> arguments) {
    try {
      services.call(site, function, arguments);
    } catch (MoodleRefusal e) {
      if (!e.aboutOne() && !e.noCriteria()) {
        throw e;
      }
    }
  }
}
