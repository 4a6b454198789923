package org.badgebridge.coursepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Courses;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.launch.MessageType;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Member;
import org.badgebridge.roster.Members;
import org.badgebridge.roster.Memberships;
import org.badgebridge.roster.RosterLedger;
import org.badgebridge.roster.SyncRoster;
import org.badgebridge.rule.Attachments;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the LMS makes a learner loses a lecturer's rights, also while the frame is open. */
class LecturerRightsDatabaseTest {

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endWithARosterThatKnowsBetter(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = opened(database);
      Instant launched = clock.instant();
      may(database, course, launched);

      clock.advance(Duration.ofMinutes(1));
      roster(database, course, CourseStanding.LECTURER);
      may(database, course, launched);

      clock.advance(Duration.ofMinutes(1));
      roster(database, course, CourseStanding.LEARNER);
      assertThatThrownBy(() -> may(database, course, launched))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN);
                assertThat(e.detailKey()).isEqualTo("coursepage.role-ended");
              });

      // made a lecturer again, who launches anew: the launch is newer than the roster
      clock.advance(Duration.ofMinutes(1));
      memberships(database)
          .saw(course.course, course.lecturer, CourseStanding.LECTURER, clock.instant());
      may(database, course, clock.instant());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void doNotEndWhenTheLecturerLooksAtTheCourseAsALearner(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = opened(database);
      Instant launched = clock.instant();
      clock.advance(Duration.ofMinutes(1));
      roster(database, course, CourseStanding.LECTURER);
      clock.advance(Duration.ofMinutes(1));
      memberships(database)
          .saw(course.course, course.lecturer, CourseStanding.LEARNER, clock.instant());
      may(database, course, launched);
    }
  }

  private static SampleCourse opened(OpenDatabase database) {
    var course = new SampleCourse(database);
    database.execute(
        "insert into resource_link (id, course_id, link_id, created_at, version)"
            + " values (?, ?, 'link-1', ?, 1)",
        UUID.randomUUID(),
        course.course,
        SampleCourse.THEN);
    return course;
  }

  private void roster(OpenDatabase database, SampleCourse course, CourseStanding standing) {
    Sql sql = new Sql(database.dataSource());
    String sub =
        sql.first("select sub from lms_user where id = ?", row -> row.text("sub"), course.lecturer)
            .orElseThrow();
    var ledger = new RosterLedger(People.users(sql, clock), memberships(database), clock);
    var noNetwork =
        new Members(
            (platform, call) -> {
              throw new IllegalStateException("no network here");
            });
    new RefreshRoster(new Courses(sql), new SyncRoster(noNetwork, ledger))
        .take(
            course.course,
            List.of(
                new Member(
                    sub,
                    standing,
                    true,
                    new LmsUser.Profile("Lecturer", null, null, null, null, false))));
  }

  private static void may(OpenDatabase database, SampleCourse course, Instant launched) {
    database.transaction(em -> visits(database, em, course, launched).as(CourseRole.LECTURER));
  }

  private static Visits visits(
      OpenDatabase database, EntityManager em, SampleCourse course, Instant launched) {
    Sql sql = new Sql(database.dataSource());
    return new Visits(
        new CurrentLaunch(new Words()) {
          @Override
          public LaunchSession session() {
            return LecturerRightsDatabaseTest.session(course, launched);
          }
        },
        new Courses(sql),
        new ResourceLinks(sql, em),
        new Attachments(em, sql),
        memberships(database));
  }

  private static Memberships memberships(OpenDatabase database) {
    return new Memberships(new Sql(database.dataSource()));
  }

  private static LaunchSession session(SampleCourse course, Instant launched) {
    return new LaunchSession(
        UUID.randomUUID(),
        course.institution,
        course.platform,
        course.deployment,
        course.lecturer,
        UUID.randomUUID(),
        "Lecturer",
        false,
        MessageType.RESOURCE_LINK,
        CourseRole.LECTURER,
        Locale.ENGLISH,
        new LaunchSession.Context("101", null, null),
        new LaunchSession.Link("link-1", "Badge"),
        Map.of(),
        null,
        null,
        null,
        List.of(),
        "#1f5fbf",
        launched,
        launched.plus(Duration.ofHours(8)));
  }
}
