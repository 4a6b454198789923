package org.badgebridge.backpack.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeavingDatabaseTest {

  private static final Actor STAFF = Actor.system("test");
  private static final LocalDate END = LocalDate.of(2026, 12, 31); // the clock says 22 November

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsEachOnceWhenTheDayIsNear(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleKit.claimed(database, course, clock);
      SampleKit.claimed(database, course, clock);
      run(database);
      assertThat(told(database)).as("no day is set").isZero();
      set(database, course.institution, END, 30, 0);
      run(database);
      assertThat(told(database)).as("39 days before").isZero();

      clock.advance(Duration.ofDays(10));
      run(database);
      run(database);
      assertThat(told(database)).isEqualTo(2);
      clock.advance(Duration.ofDays(365));
      set(database, course.institution, END.plusYears(1), 30, 1);
      run(database);
      assertThat(told(database)).as("not every year").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsNobodyAfterTheDay(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleKit.claimed(database, course, clock);
      set(database, course.institution, END, 30, 0);
      clock.advance(Duration.ofDays(60));
      run(database);
      assertThat(told(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesThoseAloneWhoHaveAWayOfTheirOwnOrWantNoMail(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward address = SampleKit.claimed(database, course, clock);
      SampleAward login = SampleKit.claimed(database, course, clock);
      SampleAward stopped = SampleKit.claimed(database, course, clock);
      SampleAward dismissed = SampleKit.claimed(database, course, clock);
      course.learner("Without a badge");
      OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      database.transaction(
          em ->
              new PersonAddresses(new Sql(JoinedDataSource.of(em)), clock)
                  .add(address.person, "ada@home.example"));
      database.execute(
          "insert into person_login (id, person_id, institution_id, issuer, subject, linked_at,"
              + " used_at) values (?, ?, ?, 'i', 's', ?, ?)",
          UUID.randomUUID(),
          login.person,
          course.institution,
          now,
          now);
      database.execute(
          "insert into mail_stop (lms_user_id, stopped_at) values (?, ?)", stopped.learner, now);
      database.transaction(em -> leavers(em).dismiss(dismissed.person));
      database.transaction(em -> leavers(em).dismiss(dismissed.person));
      set(database, course.institution, END, 60, 0);

      run(database);

      assertThat(told(database)).isZero();
      assertThat(sees(database, address.person)).isFalse();
      assertThat(sees(database, login.person)).isFalse();
      assertThat(sees(database, dismissed.person)).isFalse();
      assertThat(sees(database, stopped.person)).as("only mail is stopped").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theMessageCanBeStoppedAndNamesTheSchool(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = SampleKit.claimed(database, course, clock);
      set(database, course.institution, END, 60, 0);
      run(database);
      assertThat(
              database.count(
                  "select count(*) from way_notice where what = 'LEAVING' and lms_user_id = ?"
                      + " and about like 'University%' and address = 'zoe@example.org'",
                  award.learner))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesWhoIsLate(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      set(database, course.institution, END, 30, 0);
      assertThatThrownBy(() -> set(database, course.institution, END, 60, 0))
          .isInstanceOf(ProblemException.class);
      set(database, course.institution, END, 60, 1);
      database.transaction(em -> change(em).stop(course.institution, STAFF));
      assertThat(database.count("select count(*) from leaving_settings")).isZero();
    }
  }

  private void set(
      OpenDatabase database, UUID institution, LocalDate day, int before, long version) {
    database.transaction(
        em -> change(em).keep(new EnrolmentEnds.End(institution, day, before, version), STAFF));
  }

  private void run(OpenDatabase database) {
    database.transaction(
        em -> {
          Sql sql = new Sql(JoinedDataSource.of(em));
          NudgeLeaver nudge =
              new NudgeLeaver(
                  new Leavers(sql, clock),
                  new WayNotices(sql, clock),
                  new Institutions(em, sql, clock),
                  new PlannedJobs(),
                  new AuditTrail(em, clock),
                  clock);
          new NudgeLeavers(new EnrolmentEnds(sql, clock), new Leavers(sql, clock), nudge).run();
        });
  }

  private boolean sees(OpenDatabase database, UUID person) {
    return database.compute(em -> leavers(em).sees(person));
  }

  private Leavers leavers(EntityManager em) {
    return new Leavers(new Sql(JoinedDataSource.of(em)), clock);
  }

  private ChangeEnrolmentEnd change(EntityManager em) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    return new ChangeEnrolmentEnd(
        new EnrolmentEnds(sql, clock), new Leavers(sql, clock), new AuditTrail(em, clock));
  }

  private static long told(OpenDatabase database) {
    return database.count("select count(*) from way_notice where what = 'LEAVING'");
  }
}
