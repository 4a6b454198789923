package org.badgebridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncRosterDatabaseTest {

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyPagesConvergeAndAreWrittenOnce(TestDatabase kind) {
    try (var database = kind.open();
        var lms = new FakeServices(MembersTest::pageOfFifty)) {
      var course = new SampleCourse(database);
      SyncRoster sync = sync(database, lms);

      sync.sync(course.course, course.platform, lms.at("/members?p=190"));
      RosterSync second = sync.sync(course.course, course.platform, lms.at("/members?p=190"));

      assertThat(second.learners()).isEqualTo(500);
      assertThat(memberships(database).learners(course.course)).hasSize(500);
      assertThat(database.count("select count(*) from lms_user")).isEqualTo(501);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEmptyAnswerRemovesNobodyUntilItHasLastedForLong(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      SyncRoster sync = sync(database);
      sync.take(course.course, course.platform, learners(4));

      RosterSync empty = sync.take(course.course, course.platform, List.of());
      assertThat(empty.shrunk()).isTrue();
      assertThat(memberships(database).learners(course.course)).hasSize(4);

      clock.advance(Duration.ofDays(15));
      sync.take(course.course, course.platform, List.of());
      assertThat(memberships(database).learners(course.course)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoLeftIsInactiveAndComesBack(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      SyncRoster sync = sync(database);
      sync.take(course.course, course.platform, learners(4));
      sync.take(course.course, course.platform, learners(3));
      assertThat(memberships(database).learners(course.course)).hasSize(3);

      sync.take(course.course, course.platform, learners(4));
      assertThat(memberships(database).learners(course.course)).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoeverWasALecturerStaysMarked(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID teacher = course.user("Teacher", false);
      Memberships memberships = memberships(database);
      memberships.saw(course.course, teacher, CourseStanding.LECTURER, clock.instant());
      memberships.saw(course.course, teacher, CourseStanding.LEARNER, clock.instant());

      assertThat(memberships.everLecturer(course.course, teacher)).isTrue();
      assertThat(memberships.everLecturers(course.course)).contains(teacher);
      assertThat(memberships.learners(course.course)).doesNotContain(teacher);
    }
  }

  private static List<Member> learners(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            each ->
                new Member(
                    "m" + each,
                    CourseStanding.LEARNER,
                    true,
                    new LmsUser.Profile("Learner " + each, null, null, null, null, false)))
        .toList();
  }

  private SyncRoster sync(OpenDatabase database, FakeServices lms) {
    return new SyncRoster(new Members(lms::call), ledger(database));
  }

  private SyncRoster sync(OpenDatabase database) {
    return new SyncRoster(
        new Members(
            (platform, call) -> {
              throw new IllegalStateException("no network here");
            }),
        ledger(database));
  }

  private RosterLedger ledger(OpenDatabase database) {
    return new RosterLedger(
        People.users(new Sql(database.dataSource()), clock), memberships(database), clock);
  }

  private static Memberships memberships(OpenDatabase database) {
    return new Memberships(new Sql(database.dataSource()));
  }
}
