package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.rule.Attachment.WriteBack;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteBackDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void owesScoresOnlyAsTheLecturerChose(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Actor lecturer = RuleDesk.lecturer(course.lecturer);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID ada = course.learner("Ada");
      UUID attachment = awarding(database, course, quiz);
      course.evidence(quiz, ada, "COMPLETED", null, null);
      UUID award =
          database.compute(
              em -> {
                RuleDesk desk = new RuleDesk(em);
                desk.evidence(quiz, ada);
                UUID id = desk.offered.events.get(0).awardIds().get(0);
                desk.writeBack.onOffer(AwardsOffered.of(id));
                assertThat(desk.jobs.owed).as("off by default").isEmpty();
                return id;
              });

      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.switching.writeBack(attachment, course.course, WriteBack.CLAIMED, lecturer);
            assertThat(desk.jobs.owed).isEmpty();
            desk.switching.writeBack(attachment, course.course, WriteBack.AWARDED, lecturer);
            assertThat(desk.jobs.owed).containsExactly("write-back-score " + award);
            desk.switching.writeBack(attachment, course.course, WriteBack.CLAIMED, lecturer);
          });
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            new Awards(em, Clock.systemUTC()).locked(award).claim(RuleDesk.NOW);
            desk.writeBack.onClaim(new AwardClaimed(award));
            assertThat(desk.jobs.owed).containsExactly("write-back-score " + award);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void owesTheScoreOfWhatALecturerGaveByHandInTheCourse(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID attachment = awarding(database, course, course.activity("LINE_ITEM", "Quiz"));
      UUID badge =
          database
              .compute(em -> new RuleDesk(em).attachments.find(attachment).orElseThrow())
              .badgeClassId();
      UUID here = given(database, course, badge, course.course);
      UUID elsewhere = given(database, course, badge, null);

      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            Actor lecturer = RuleDesk.lecturer(course.lecturer);
            desk.switching.writeBack(attachment, course.course, WriteBack.AWARDED, lecturer);
            assertThat(desk.jobs.owed).containsExactly("write-back-score " + here);
          });
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.writeBack.onOffer(new AwardsOffered(List.of(here, elsewhere)));
            assertThat(desk.jobs.owed).containsExactly("write-back-score " + here);
          });
    }
  }

  /** An award of a learner of its own that no rule gave. */
  private static UUID given(
      OpenDatabase database, SampleCourse course, UUID badge, @Nullable UUID courseId) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, course_id, reason, rule_met_at, offered_at, created_at, version)"
            + " values (?, ?, ?, ?, 1, 'OFFERED', false, 'LAUNCH', ?, '{}', ?, ?, ?, 1)",
        id,
        course.institution,
        badge,
        course.learner("Given"),
        courseId,
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN);
    return id;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverWritesIntoTheColumnThatTheRuleReads(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Actor lecturer = RuleDesk.lecturer(course.lecturer);
      UUID attachment =
          database.compute(
              em ->
                  new RuleDesk(em)
                      .attach
                      .attach(
                          course.course,
                          course.badgeClass(),
                          new RuleTree.ScoreAtLeast(RuleTree.OWN_LINK, 60),
                          AwardRule.Mode.AUTOMATIC,
                          lecturer)
                      .id());

      assertThatThrownBy(
              () ->
                  database.transaction(
                      em ->
                          new RuleDesk(em)
                              .switching.writeBack(
                                  attachment, course.course, WriteBack.AWARDED, lecturer)))
          .isInstanceOf(ProblemException.class)
          .hasMessage("conflict: rule.write-back-own-evidence");
    }
  }

  @Test
  void testUsersAndEndedAwardsOweNothing() {
    for (AwardState state : AwardState.values()) {
      boolean open = state == AwardState.OFFERED || state == AwardState.CLAIMED;
      assertThat(score(false, state, WriteBack.AWARDED).due()).isEqualTo(open);
      assertThat(score(false, state, WriteBack.CLAIMED).due())
          .isEqualTo(state == AwardState.CLAIMED);
      assertThat(score(false, state, WriteBack.NONE).due()).isFalse();
      assertThat(score(true, state, WriteBack.AWARDED).due()).isFalse();
      boolean takenBack = state == AwardState.WITHDRAWN || state == AwardState.REVOKED;
      assertThat(score(false, state, WriteBack.NONE).undone()).isEqualTo(takenBack);
    }
  }

  private static OwedScore score(boolean sandbox, AwardState state, WriteBack writeBack) {
    UUID any = UUID.randomUUID();
    return new OwedScore(any, any, any, any, "7", sandbox, state, writeBack, true);
  }

  private static UUID awarding(OpenDatabase database, SampleCourse course, UUID activity) {
    UUID badge = course.badgeClass();
    return database.compute(
        em -> {
          RuleDesk desk = new RuleDesk(em);
          Actor lecturer = RuleDesk.lecturer(course.lecturer);
          UUID id =
              desk.attach
                  .attach(
                      course.course,
                      badge,
                      new RuleTree.Completed(activity),
                      AwardRule.Mode.AUTOMATIC,
                      lecturer)
                  .id();
          desk.switching.on(id, course.course, lecturer);
          return id;
        });
  }
}
