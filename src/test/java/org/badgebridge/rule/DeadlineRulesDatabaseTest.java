package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was done in time counts, whatever came after the deadline. */
class DeadlineRulesDatabaseTest {

  private static final Instant DEADLINE = SampleCourse.THEN.toInstant().plus(Duration.ofHours(1));
  private static final Instant LATE = DEADLINE.plus(Duration.ofHours(1));

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aWorseScoreAfterTheDeadlineHidesNoBetterOneBefore(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      course.evidence(quiz, ada, "SCORED", 8.0, 10.0);
      course.evidence(quiz, bob, "SCORED", 4.0, 10.0);
      later(database, course, quiz, ada, 4.0);
      later(database, course, quiz, bob, 8.0);
      RuleTree always = new ScoreAtLeast(quiz, 60);
      RuleTree inTime = new Until(DEADLINE.toString(), always);
      RuleTree tooEarly = new Until(SampleCourse.THEN.toInstant().toString(), always);

      database.transaction(
          em -> {
            Sql sql = new Sql(JoinedDataSource.of(em));
            var evidence = new RuleEvidence(new Evidence(sql), sql);
            var known = evidence.of(Set.of(ada, bob), List.of(tooEarly, inTime, always));
            var ofCourse = evidence.ofCourse(course.course, inTime);
            assertThat(met(inTime, known, ada)).isTrue();
            assertThat(met(inTime, known, bob)).isFalse();
            assertThat(met(always, known, ada)).isFalse();
            assertThat(met(always, known, bob)).isTrue();
            assertThat(met(tooEarly, known, ada)).isFalse();
            assertThat(
                    inTime
                        .judge(
                            ofCourse.stream().filter(each -> each.lmsUserId().equals(ada)).toList())
                        .met())
                .isTrue();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void switchingOnAfterTheDeadlineAwardsWhoWasInTime(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID ada = course.learner("Ada");
      course.evidence(quiz, ada, "SCORED", 8.0, 10.0);
      later(database, course, quiz, ada, 4.0);
      RuleTree inTime = new Until(DEADLINE.toString(), new ScoreAtLeast(quiz, 60));
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            var lecturer = RuleDesk.lecturer(course.lecturer);
            UUID id =
                desk.attach
                    .attach(
                        course.course,
                        course.badgeClass(),
                        inTime,
                        AwardRule.Mode.AUTOMATIC,
                        lecturer)
                    .id();
            desk.switching.on(id, course.course, lecturer);
          });
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));
      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isOne();
    }
  }

  private static boolean met(RuleTree rule, Map<UUID, List<EvidenceItem>> known, UUID learner) {
    return rule.judge(known.getOrDefault(learner, List.of())).met();
  }

  /** A newer score, which takes the place of the one that is known. */
  private static void later(
      OpenDatabase database, SampleCourse course, UUID activity, UUID learner, double score) {
    UUID passback = UUID.randomUUID();
    database.execute(
        "insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id,"
            + " kind, score, maximum, occurred_at, received_at)"
            + " values (?, ?, 'gradebook', ?, ?, ?, 'SCORED', ?, 10, ?, ?)",
        passback,
        course.institution,
        passback.toString(),
        activity,
        learner,
        score,
        LATE.atOffset(ZoneOffset.UTC),
        LATE.atOffset(ZoneOffset.UTC));
    database.execute(
        "update evidence set passback_id = ?, score = ?, occurred_at = ? where activity_id = ?"
            + " and lms_user_id = ?",
        passback,
        score,
        LATE.atOffset(ZoneOffset.UTC),
        activity,
        learner);
  }
}
