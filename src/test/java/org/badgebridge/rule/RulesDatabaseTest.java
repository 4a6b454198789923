package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.award.AwardState;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.AllOf;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.rule.Standing.Group;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void evidenceAwardsOnlyByTheRulesThatReadIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID essay = course.activity("LINE_ITEM", "Essay");
      UUID byQuiz =
          attached(database, course, new ScoreAtLeast(quiz, 60), AwardRule.Mode.AUTOMATIC);
      for (int i = 0; i < 20; i++) {
        attached(database, course, new Completed(essay), AwardRule.Mode.AUTOMATIC);
      }
      course.evidence(essay, ada, "COMPLETED", null, null);
      course.evidence(quiz, ada, "SCORED", 8.0, 10.0);

      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));

      assertThat(database.count("select count(*) from direct_award")).isOne();
      assertThat(
              database.count("select count(*) from direct_award where attachment_id = ?", byQuiz))
          .isOne();
      assertThat(
              database.count(
                  "select count(*) from direct_award where reason like '%\"score\":8.0%'"
                      + " and reason like '%\"title\":\"Quiz\"%'"
                      + " and reason like '%\"source\":\"gradebook\"%'"))
          .isOne();
      database.transaction(em -> new RuleDesk(em).evidence(essay, ada));
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(21);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoRulesForOneBadgeAwardItOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID badge = course.badgeClass();
      attached(database, course, badge, new Completed(quiz), AwardRule.Mode.AUTOMATIC);
      attached(database, course, badge, new ScoreAtLeast(quiz, 10), AwardRule.Mode.APPROVE);
      course.evidence(quiz, ada, "COMPLETED", null, null);
      course.evidence(quiz, ada, "SCORED", 8.0, 10.0);

      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.evidence(quiz, ada);
            desk.evidence(quiz, ada);
          });

      assertThat(database.count("select count(*) from direct_award")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void modesOfferProposeOrWait(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      attached(database, course, new Completed(quiz), AwardRule.Mode.APPROVE);
      UUID onRequest = attached(database, course, new Completed(quiz), AwardRule.Mode.REQUEST);
      course.evidence(quiz, ada, "COMPLETED", null, null);

      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));

      assertThat(database.count("select count(*) from direct_award where state = 'PROPOSED'"))
          .isOne();
      assertThat(database.count("select count(*) from direct_award")).isOne();
      database.transaction(
          em -> assertThat(new RuleDesk(em).whyCard.of(onRequest, ada).mayRequest(false)).isTrue());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoWasEverLecturerGetsNothingAlsoInTheGuiseOfLearner(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID disguised = course.user("Disguised", false);
      course.member(disguised, "LEARNER", true);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID attachment = attached(database, course, new Completed(quiz), AwardRule.Mode.AUTOMATIC);
      course.evidence(quiz, disguised, "COMPLETED", null, null);

      database.transaction(em -> new RuleDesk(em).evidence(quiz, disguised));
      database.transaction(em -> new RuleDesk(em).roster.next(attachment));

      assertThat(database.count("select count(*) from direct_award")).isZero();
      database.transaction(
          em -> assertThat(new RuleDesk(em).dryRun.of(attachment).total()).isZero());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rolledBackEvidenceLeavesNoAward(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      attached(database, course, new Completed(quiz), AwardRule.Mode.AUTOMATIC);
      course.evidence(quiz, ada, "COMPLETED", null, null);
      long deeds = database.count("select count(*) from audit_entry");

      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> {
                        new RuleDesk(em).evidence(quiz, ada);
                        throw new IllegalStateException("killed");
                      }))
          .hasMessage("killed");

      assertThat(database.count("select count(*) from direct_award")).isZero();
      assertThat(database.count("select count(*) from audit_entry")).isEqualTo(deeds);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void switchingOnAwardsThoseWhoMeetItInBatchesAndOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      for (int i = 0; i < 60; i++) {
        course.evidence(quiz, course.learner("L" + i), "SCORED", i < 55 ? 9.0 : 1.0, 10.0);
      }
      course.learner("Nobody");
      UUID attachment = draft(database, course, course.badgeClass(), new ScoreAtLeast(quiz, 60));
      Actor lecturer = RuleDesk.lecturer(course.lecturer);

      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            assertThat(desk.dryRun.of(attachment).count(Group.WOULD_GET)).isEqualTo(55);
            desk.switching.on(attachment, course.course, lecturer);
            desk.switching.on(attachment, course.course, lecturer);
            assertThat(desk.jobs.owed).containsExactly("evaluate-roster " + attachment);
          });
      assertThat(database.<Boolean>compute(em -> new RuleDesk(em).roster.next(attachment)))
          .isTrue();
      assertThat(database.count("select count(*) from direct_award")).isBetween(45L, 50L);
      assertThat(database.<Boolean>compute(em -> new RuleDesk(em).roster.next(attachment)))
          .isFalse();
      assertThat(database.<Boolean>compute(em -> new RuleDesk(em).roster.next(attachment)))
          .isFalse();
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(55);
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            assertThat(desk.roster.progress(attachment))
                .contains(new RosterEvaluation.Progress(60, 60, RuleDesk.NOW));
            Standing standing = desk.dryRun.of(attachment);
            assertThat(standing.count(Group.HAS)).isEqualTo(55);
            assertThat(standing.count(Group.NOT_YET)).isEqualTo(6);
            assertThat(standing.total()).isEqualTo(61);
            Standing.Slice first = standing.page(Group.HAS, null, 50);
            assertThat(first.learners()).hasSize(50);
            Standing.Slice second = standing.page(Group.HAS, first.next(), 50);
            assertThat(second.learners()).hasSize(5);
            assertThat(second.next()).isNull();
            assertThat(first.learners().get(0).name()).isEqualTo("L0");
            assertThat(first.learners().get(0).awardState()).isEqualTo(AwardState.OFFERED);
            assertThat(first.learners()).noneMatch(LearnerStanding::elsewhere);
            assertThat(standing.notYet()).noneMatch(LearnerStanding::elsewhere);
          });
      database.execute("update direct_award set course_id = null, attachment_id = null");
      database.transaction(
          em ->
              assertThat(new RuleDesk(em).dryRun.of(attachment).holders())
                  .as("given by staff: no lecturer decides about it")
                  .hasSize(55)
                  .allMatch(LearnerStanding::elsewhere));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void switchingOnWaitsForPlacementAndConfirmedRestriction(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID attachment =
          draft(database, course, course.badgeClass(), new Completed(RuleTree.OWN_LINK));
      Actor lecturer = RuleDesk.lecturer(course.lecturer);
      UUID link = UUID.randomUUID();
      database.execute(
          "insert into resource_link (id, course_id, link_id, title, lineitem_url, created_at,"
              + " version) values (?, ?, '7', 'Badge', 'https://lms.example/item/7', ?, 1)",
          link,
          course.course,
          SampleCourse.THEN);

      conflict(database, "not-placed", d -> d.switching.on(attachment, course.course, lecturer));
      for (int launch = 0; launch < 3; launch++) {
        database.transaction(
            em -> {
              RuleDesk desk = new RuleDesk(em);
              desk.place.place(attachment, desk.links.find(link).orElseThrow(), lecturer);
            });
      }
      assertThat(database.count("select count(*) from award_rule")).isEqualTo(2);
      assertThat(database.count("select count(*) from rule_activity")).isOne();
      conflict(
          database,
          "confirm-restriction",
          d -> d.switching.on(attachment, course.course, lecturer));
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            assertThat(desk.watching.ofCourse(course.course))
                .singleElement()
                .matches(watched -> !watched.restrictionConfirmed());
            desk.switching.confirmRestriction(attachment, course.course, true, lecturer);
            desk.switching.on(attachment, course.course, lecturer);
            em.flush();
            assertThat(desk.watching.due(RuleDesk.NOW, 10))
                .singleElement()
                .matches(watched -> watched.restrictionConfirmed());
          });
      conflict(
          database,
          "confirm-restriction",
          d -> d.switching.confirmRestriction(attachment, course.course, false, lecturer));
      database.execute("update badge_class set state = 'DRAFT'");
      database.transaction(
          em -> new RuleDesk(em).switching.off(attachment, course.course, lecturer));
      conflict(
          database,
          "badge-not-published",
          d -> d.switching.on(attachment, course.course, lecturer));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersFindNothingAndLearnersMayNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID theirs = other.activity("LINE_ITEM", "Quiz");
      UUID badge = course.badgeClass();
      UUID attachment = draft(database, course, badge, new Completed(quiz));
      Actor stranger = RuleDesk.lecturer(other.lecturer);
      Actor learner = new Actor(Actor.Kind.LEARNER, course.learner("Ada"), "launch 2");
      AwardRule.Mode mode = AwardRule.Mode.AUTOMATIC;

      refused(
          database, ProblemType.NOT_FOUND, d -> d.switching.on(attachment, other.course, stranger));
      refused(
          database,
          ProblemType.NOT_FOUND,
          d ->
              d.change.change(
                  attachment,
                  other.course,
                  new Completed(theirs),
                  AwardRule.Manner.of(mode),
                  stranger));
      refused(
          database,
          ProblemType.NOT_FOUND,
          d -> d.attach.attach(other.course, badge, new Completed(theirs), mode, stranger));
      refused(
          database,
          ProblemType.NOT_FOUND,
          d ->
              d.attach.attach(
                  course.course,
                  badge,
                  new AllOf(List.of(new Completed(quiz), new Completed(theirs))),
                  mode,
                  RuleDesk.lecturer(course.lecturer)));
      refused(
          database, ProblemType.FORBIDDEN, d -> d.switching.on(attachment, course.course, learner));
      refused(
          database,
          ProblemType.FORBIDDEN,
          d -> d.attach.attach(course.course, badge, new Completed(quiz), mode, learner));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changedRuleReadsOnlyItsOwnActivities(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID essay = course.activity("LINE_ITEM", "Essay");
      UUID attachment = attached(database, course, new Completed(quiz), AwardRule.Mode.AUTOMATIC);
      course.evidence(quiz, ada, "COMPLETED", null, null);

      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            AwardRule next =
                desk.change.change(
                    attachment,
                    course.course,
                    new Completed(essay),
                    AwardRule.Manner.of(AwardRule.Mode.AUTOMATIC),
                    RuleDesk.lecturer(course.lecturer));
            assertThat(next.number()).isEqualTo(2);
            assertThat(desk.jobs.owed).hasSize(1);
          });
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));

      assertThat(database.count("select count(*) from direct_award")).isZero();
      assertThat(database.count("select count(*) from award_rule")).isEqualTo(2);
    }
  }

  private static UUID draft(OpenDatabase database, SampleCourse course, UUID badge, RuleTree tree) {
    return database.compute(
        em ->
            new RuleDesk(em)
                .attach
                .attach(
                    course.course,
                    badge,
                    tree,
                    AwardRule.Mode.AUTOMATIC,
                    RuleDesk.lecturer(course.lecturer))
                .id());
  }

  private static UUID attached(
      OpenDatabase database, SampleCourse course, RuleTree tree, AwardRule.Mode mode) {
    return attached(database, course, course.badgeClass(), tree, mode);
  }

  private static UUID attached(
      OpenDatabase database, SampleCourse course, UUID badge, RuleTree tree, AwardRule.Mode mode) {
    return database.compute(
        em -> {
          RuleDesk desk = new RuleDesk(em);
          Actor lecturer = RuleDesk.lecturer(course.lecturer);
          UUID id = desk.attach.attach(course.course, badge, tree, mode, lecturer).id();
          desk.switching.on(id, course.course, lecturer);
          return id;
        });
  }

  private static void conflict(OpenDatabase database, String key, Consumer<RuleDesk> deed) {
    assertThatThrownBy(() -> database.transaction(em -> deed.accept(new RuleDesk(em))))
        .isInstanceOf(ProblemException.class)
        .hasMessage("conflict: rule." + key);
  }

  private static void refused(OpenDatabase database, ProblemType type, Consumer<RuleDesk> deed) {
    assertThatThrownBy(() -> database.transaction(em -> deed.accept(new RuleDesk(em))))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }
}
