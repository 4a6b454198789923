package org.badgebridge.passback.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsDatabaseTest {

  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReportBecomesEvidenceAndAReplayChangesNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      Report report = desk.completed("k1", "101", "7", desk.sub(ada), T);

      desk.take(report, report);
      desk.take(report);
      desk.sort();
      desk.sort();

      assertThat(desk.counts()).isEqualTo(Map.of(State.TAKEN, 1L));
      assertThat(database.count("select count(*) from passback")).isOne();
      assertThat(new Evidence(new Sql(database.dataSource())).of(ada, List.of(desk.module("7"))))
          .singleElement()
          .extracting(EvidenceItem::kind, EvidenceItem::source, EvidenceItem::occurredAt)
          .containsExactly(Fact.Kind.COMPLETED, "xapi", T);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatALookBroughtIsKnownWhenTheLookEnds(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      desk.take(desk.completed("k1", "101", "7", desk.sub(desk.course.learner("Ada")), T));
      desk.looked();
      assertThat(desk.counts()).isEqualTo(Map.of(State.TAKEN, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsTakenBackIsKnownAsUndone(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      desk.take(desk.completed("k1", "101", "7", desk.sub(ada), T));
      desk.take(desk.uncompleted("k2", "101", "7", desk.sub(ada), T.plusSeconds(5)));
      desk.sort();
      UUID activity = desk.module("7");
      assertThat(new Evidence(new Sql(database.dataSource())).of(ada, List.of(activity)))
          .singleElement()
          .extracting(EvidenceItem::undone)
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void waitsForCoursesAndLearnersThatAreNotKnownYet(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      UUID bo = desk.course.user("Bo", false);
      desk.take(
          desk.completed("k1", "202", "7", desk.sub(ada), T),
          desk.completed("k2", "101", "7", desk.sub(bo), T),
          desk.completed("k3", "101", "7", "nobody", T));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.NO_COURSE, 1L, State.NO_LEARNER, 2L));

      UUID second = desk.course("202");
      desk.member(second, ada, desk.clock.instant());
      desk.member(desk.course.course, bo, desk.clock.instant());
      desk.later();
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.TAKEN, 2L, State.NO_LEARNER, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void knowsCoursesAndPeopleByOtherNamesToo(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      database.execute(
          "insert into course_alias (course_id, alias, created_at) values (?, 'canvas:9', ?)",
          desk.course.course,
          SampleCourse.THEN);
      database.execute(
          "insert into lms_user_alias (lms_user_id, alias, created_at) values (?, 'canvas:3', ?)",
          ada,
          SampleCourse.THEN);
      desk.take(desk.completed("k1", "canvas:9", "7", "canvas:3", T));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.TAKEN, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoEverTaughtInTheCourseIsNoLearner(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID teacher = desk.course.user("Tess", false);
      desk.course.member(teacher, "LEARNER", true);
      desk.take(desk.completed("k1", "101", "7", desk.sub(teacher), T));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.NOT_LEARNER, 1L));
      assertThat(database.count("select count(*) from passback")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverReachesACourseOfAnotherInstitution(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      UUID other = new SampleCourse(database).institution;
      database.execute(
          "update deployment set institution_id = ? where id = ?", other, desk.course.deployment);
      desk.take(
          desk.completed("k1", "101", "7", desk.sub(ada), T),
          desk.completed("k2", Report.Where.of(desk.course.course), "7", desk.sub(ada), T));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.NO_COURSE, 2L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneThatFailsKeepsBackNoOther(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      UUID bo = desk.course.learner("Bo");
      desk.failFor(ada);
      desk.take(
          desk.completed("k1", "101", "7", desk.sub(ada), T),
          desk.completed("k2", "101", "7", desk.sub(bo), T));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.FAILED, 1L, State.TAKEN, 1L));
      desk.failFor(null);
      desk.later();
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.TAKEN, 2L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void forgetsWhatWasTakenAfterThirtyDaysAndWhatNobodyKnewAfterNinety(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database);
      UUID ada = desk.course.learner("Ada");
      desk.take(
          desk.completed("k1", "101", "7", desk.sub(ada), T),
          desk.completed("k2", "nowhere", "7", desk.sub(ada), T));
      desk.sort();
      desk.clock.advance(Duration.ofDays(31));
      desk.sort();
      assertThat(desk.counts()).isEqualTo(Map.of(State.NO_COURSE, 1L));
      desk.clock.advance(Duration.ofDays(60));
      desk.sort();
      assertThat(desk.counts()).isEmpty();
      assertThat(database.count("select count(*) from passback")).isOne();
    }
  }
}
