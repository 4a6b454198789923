package org.badgebridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clock after which an institution forgets evidence that no rule needs. */
class OldEvidenceDatabaseTest {

  private static final int DAYS = 365;

  /** A course whose facts arrived long ago, and whose institution keeps them for a year. */
  private static final class Archive {

    final OpenDatabase database;
    final SampleCourse course;
    final Seeds seeds;
    final UUID ada;

    Archive(OpenDatabase database) {
      this.database = database;
      course = new SampleCourse(database);
      seeds = new Seeds(database, "x");
      ada = course.learner("Ada");
    }

    void keepsForAYear() {
      seeds.add("award_settings", "institution_id", course.institution, "evidence_days", DAYS);
    }

    /** An activity in which Ada is done. */
    UUID done(String kind, String title) {
      UUID activity = course.activity(kind, title);
      course.evidence(activity, ada, "COMPLETED", null, null);
      return activity;
    }

    void read(UUID activity, String state, String onChange) {
      UUID attachment = UUID.randomUUID();
      UUID rule = UUID.randomUUID();
      seeds.add(
          "attachment",
          "id",
          attachment,
          "course_id",
          course.course,
          "badge_class_id",
          course.badgeClass(),
          "state",
          state,
          "write_back",
          "NONE",
          "created_by",
          course.lecturer);
      seeds.add(
          "award_rule",
          "id",
          rule,
          "attachment_id",
          attachment,
          "mode",
          "AUTOMATIC",
          "on_change",
          onChange,
          "created_by",
          course.lecturer);
      seeds.add("rule_activity", "rule_id", rule, "activity_id", activity);
    }

    long facts(UUID activity) {
      long read = database.count("select count(*) from evidence where activity_id = ?", activity);
      assertThat(database.count("select count(*) from passback where activity_id = ?", activity))
          .isEqualTo(read);
      return read;
    }

    /** Lets the job run so many days after the facts arrived. */
    void forget(int days) {
      Clock clock =
          Clock.fixed(SampleCourse.THEN.plus(Duration.ofDays(days)).toInstant(), ZoneOffset.UTC);
      database.transaction(
          em ->
              new ForgetEvidence(
                      new OldEvidence(
                          new Sql(JoinedDataSource.of(em)), new AuditTrail(em, clock), clock))
                  .run());
    }

    long audited() {
      return database.count(
          "select count(*) from audit_entry where action = 'evidence.forgotten'"
              + " and institution_id = ?",
          course.institution);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatNoRuleReadsIsForgottenOnceItsTimeIsOver(TestDatabase kind) {
    try (var database = kind.open()) {
      var archive = new Archive(database);
      var forever = new Archive(database);
      archive.keepsForAYear();
      UUID loose = archive.done("MODULE", "Loose");
      UUID off = archive.done("MODULE", "Off");
      archive.read(off, "OFF", "KEEP");
      UUID open = archive.done("MODULE", "Open");
      archive.read(open, "ON", "KEEP");
      UUID meetings = archive.done("ATTENDANCE", "Meetings");
      UUID ticked = archive.done("TASK", "Ticked");
      UUID elsewhere = forever.done("MODULE", "Elsewhere");

      archive.forget(DAYS);
      assertThat(archive.facts(loose)).isOne();
      assertThat(archive.audited()).isZero();

      archive.forget(DAYS + 1);
      assertThat(archive.facts(loose)).isZero();
      assertThat(archive.facts(off)).isZero();
      assertThat(archive.facts(open)).isOne();
      assertThat(archive.facts(meetings)).isOne();
      assertThat(archive.facts(ticked)).isOne();
      assertThat(forever.facts(elsewhere)).isOne();
      archive.forget(DAYS + 2);
      assertThat(archive.audited()).isOne();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where reason = 'facts=2 scores=0 outcomes=0'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void openRulesNeedTheFactsOfThoseInTheCourse(TestDatabase kind) {
    try (var database = kind.open()) {
      var archive = new Archive(database);
      archive.keepsForAYear();
      UUID kept = archive.done("MODULE", "Kept");
      archive.read(kept, "ON", "KEEP");
      UUID watched = archive.done("MODULE", "Watched");
      archive.read(watched, "ON", "ASK");
      archive.forget(2 * DAYS);
      assertThat(archive.facts(kept)).isOne();

      database.execute("update membership set active = false where lms_user_id = ?", archive.ada);
      archive.forget(2 * DAYS);
      assertThat(archive.facts(kept)).isZero();
      assertThat(archive.facts(watched)).as("its award would be doubted without it").isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNewerStaysWhenItsPastIsForgotten(TestDatabase kind) {
    try (var database = kind.open()) {
      var archive = new Archive(database);
      archive.keepsForAYear();
      UUID quiz = archive.done("MODULE", "Quiz");
      UUID newest = UUID.randomUUID();
      archive.seeds.add(
          "passback",
          "id",
          newest,
          "institution_id",
          archive.course.institution,
          "activity_id",
          quiz,
          "lms_user_id",
          archive.ada,
          "kind",
          "COMPLETED",
          "received_at",
          SampleCourse.THEN.plus(Duration.ofDays(30)));
      database.execute("update evidence set passback_id = ?", newest);
      archive.forget(DAYS + 1);
      assertThat(archive.facts(quiz)).isOne();
      archive.forget(DAYS + 31);
      assertThat(archive.facts(quiz)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void hostedScoresGoTheSameWay(TestDatabase kind) {
    try (var database = kind.open()) {
      var archive = new Archive(database);
      archive.keepsForAYear();
      UUID connector = UUID.randomUUID();
      archive.seeds.add(
          "connector",
          "id",
          connector,
          "institution_id",
          archive.course.institution,
          "platform_id",
          archive.course.platform,
          "source",
          "scores",
          "settings",
          "{}",
          "secret",
          null);
      UUID loose = item(archive, connector);
      UUID read = item(archive, connector);
      UUID activity = archive.course.activity("SENT", "Sent");
      database.execute(
          "update activity set reference = ? where id = ?", connector + "/" + read, activity);
      archive.read(activity, "ON", "KEEP");
      archive.seeds.add("outcome", "connector_id", connector, "digest", "d", "score", 0.5);

      archive.forget(DAYS + 1);
      assertThat(scores(archive, loose)).isZero();
      assertThat(scores(archive, read)).isOne();
      assertThat(database.count("select count(*) from outcome")).isZero();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where reason = 'facts=0 scores=1 outcomes=1'"))
          .isOne();
    }
  }

  private static UUID item(Archive archive, UUID connector) {
    UUID item = UUID.randomUUID();
    archive.seeds.add(
        "hosted_line_item",
        "id",
        item,
        "connector_id",
        connector,
        "course_id",
        archive.course.course,
        "deleted_at",
        null);
    String learner =
        archive.database.compute(
            em ->
                em.createNativeQuery("select sub from lms_user where name = 'Ada'")
                    .getSingleResult()
                    .toString());
    archive.seeds.add("hosted_score", "line_item_id", item, "learner", learner);
    return item;
  }

  private static long scores(Archive archive, UUID item) {
    return archive.database.count("select count(*) from hosted_score where line_item_id = ?", item);
  }
}
