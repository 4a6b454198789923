package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.rule.AwardRule.Manner;
import org.badgebridge.rule.AwardRule.Mode;
import org.badgebridge.rule.AwardRule.OnChange;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grades that change after the award. */
class DoubtsDatabaseTest {

  private static final class Ground {
    final OpenDatabase database;
    final SampleCourse course;
    final UUID quiz;
    final UUID badge;
    final UUID ada;
    final UUID attachment;
    private int times;

    Ground(OpenDatabase database, Manner manner) {
      this.database = database;
      course = new SampleCourse(database);
      quiz = course.activity("LINE_ITEM", "Quiz");
      badge = course.badgeClass();
      ada = course.learner("Ada");
      attachment =
          database.compute(
              em -> {
                RuleDesk desk = new RuleDesk(em);
                UUID id =
                    desk.attach
                        .attach(
                            course.course,
                            badge,
                            new ScoreAtLeast(quiz, 60),
                            Mode.AUTOMATIC,
                            RuleDesk.lecturer(course.lecturer))
                        .id();
                desk.change.change(
                    id,
                    course.course,
                    new ScoreAtLeast(quiz, 60),
                    manner,
                    RuleDesk.lecturer(course.lecturer));
                desk.switching.on(id, course.course, RuleDesk.lecturer(course.lecturer));
                return id;
              });
    }

    void scores(double score) {
      times++;
      Timestamp at = Timestamp.from(Instant.parse("2026-11-22T08:00:00Z").plusSeconds(times));
      UUID passback = UUID.randomUUID();
      database.execute(
          "insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id,"
              + " kind, score, maximum, occurred_at, received_at)"
              + " values (?, ?, 'gradebook', ?, ?, ?, 'SCORED', ?, 100, ?, ?)",
          passback,
          course.institution,
          passback.toString(),
          quiz,
          ada,
          score,
          at,
          at);
      database.execute("delete from evidence where activity_id = ?", quiz);
      database.execute(
          "insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score,"
              + " maximum, occurred_at) values (?, ?, 'SCORED', ?, 'gradebook', ?, 100, ?)",
          quiz,
          ada,
          passback,
          score,
          at);
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));
    }

    AwardState state() {
      return AwardState.valueOf(
          database.compute(
              em ->
                  (String)
                      em.createNativeQuery("select state from direct_award").getSingleResult()));
    }

    long open() {
      return database.compute(em -> new RuleDesk(em).doubts.open(attachment));
    }

    void claim() {
      database.execute(
          "update direct_award set state = 'CLAIMED', claimed_at = ?", SampleCourse.THEN);
    }

    List<Doubt> openOnes() {
      return database.compute(em -> new RuleDesk(em).doubts.openOnes(attachment, 10));
    }

    void decide(Doubts.State state) {
      decide(openOnes().get(0).awardId(), course, state);
    }

    void decide(UUID award, SampleCourse in, Doubts.State state) {
      database.transaction(
          em ->
              new RuleDesk(em)
                  .decideDoubt.decide(award, in.course, state, RuleDesk.lecturer(in.lecturer)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsTheAwardUnlessTheRuleSaysOtherwise(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, Manner.of(Mode.AUTOMATIC));
      ground.scores(70);
      ground.scores(20);
      assertThat(ground.state()).isEqualTo(AwardState.OFFERED);
      assertThat(ground.open()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksTheLecturerWithBeforeAndAfter(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.ASK, true));
      ground.scores(70);
      ground.scores(20);
      ground.scores(30);
      assertThat(ground.state()).isEqualTo(AwardState.OFFERED);
      List<Doubt> open = ground.openOnes();
      assertThat(open).hasSize(1);
      assertThat(open.get(0).before()).singleElement().extracting("score").isEqualTo(70.0);
      assertThat(open.get(0).now()).singleElement().extracting("score").isEqualTo(30.0);

      ground.scores(90);
      assertThat(ground.open()).isZero();
      assertThat(ground.state()).isEqualTo(AwardState.OFFERED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatALecturerKeptIsNotAskedAgain(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.ASK, true));
      ground.scores(70);
      ground.scores(20);
      ground.decide(Doubts.State.KEPT);
      ground.scores(10);
      assertThat(ground.open()).isZero();
      assertThat(ground.state()).isEqualTo(AwardState.OFFERED);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'award.kept-despite-change'"))
          .isOne();

      ground.scores(80);
      ground.scores(10);
      assertThat(ground.open()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withdrawsAnOfferAndGivesItBackWhenItIsEarnedAgain(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.WITHDRAW, true));
      ground.scores(70);
      ground.scores(20);
      assertThat(ground.state()).isEqualTo(AwardState.WITHDRAWN);
      ground.scores(70);
      assertThat(ground.state()).isEqualTo(AwardState.OFFERED);
      ground.scores(20);
      assertThat(ground.state()).isEqualTo(AwardState.WITHDRAWN);
      assertThat(database.count("select count(*) from direct_award")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withoutReEarningWhatWasWithdrawnStaysSo(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.WITHDRAW, false));
      ground.scores(70);
      ground.scores(20);
      ground.scores(90);
      assertThat(ground.state()).isEqualTo(AwardState.WITHDRAWN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimedBadgeIsNeverTakenBackByARule(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.WITHDRAW, true));
      ground.scores(70);
      ground.claim();
      ground.scores(20);
      assertThat(ground.state()).isEqualTo(AwardState.CLAIMED);
      assertThat(ground.open()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyDecidesInAnotherCourseOrTwice(TestDatabase kind) {
    try (var database = kind.open()) {
      var ground = new Ground(database, new Manner(Mode.AUTOMATIC, OnChange.ASK, true));
      ground.scores(70);
      ground.scores(20);
      UUID award = ground.openOnes().get(0).awardId();
      var other = new SampleCourse(database);
      assertThatThrownBy(() -> ground.decide(award, other, Doubts.State.KEPT))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("not-found");
      ground.decide(Doubts.State.TAKEN_BACK);
      assertThatThrownBy(() -> ground.decide(award, ground.course, Doubts.State.KEPT))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("doubt-over");
    }
  }
}
