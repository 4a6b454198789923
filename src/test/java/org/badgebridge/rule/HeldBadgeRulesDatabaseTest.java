package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.rule.AwardRule.Mode;
import org.badgebridge.rule.RuleTree.Holds;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of a course that ask for badges. */
class HeldBadgeRulesDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimGivesWhatAsksForTheBadge(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID first = course.badgeClass();
      UUID second = course.badgeClass();
      UUID ada = course.learner("Ada");
      course.learner("Bo");
      on(database, course, second, new Holds(first));
      UUID claimed = claimed(database, course, first, ada);

      database.transaction(em -> new RuleDesk(em).holders.onClaim(new AwardClaimed(claimed)));
      database.transaction(em -> new RuleDesk(em).holders.onClaim(new AwardClaimed(claimed)));

      assertThat(offered(database, second, ada)).isOne();
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsBadgesOfTheSamePersonUnderAnotherUser(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID first = course.badgeClass();
      UUID second = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID elsewhere = course.user("Ada elsewhere", false);
      database.execute(
          "update lms_user set person_id = (select p.person_id from lms_user p where p.id = ?)"
              + " where id = ?",
          ada,
          elsewhere);
      on(database, course, second, new Holds(first));
      UUID claimed = claimed(database, course, first, elsewhere);
      database.transaction(em -> new RuleDesk(em).holders.onClaim(new AwardClaimed(claimed)));
      assertThat(offered(database, second, ada)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void switchingOnAwardsThoseWhoHoldItAlready(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID first = course.badgeClass();
      UUID second = course.badgeClass();
      UUID ada = course.learner("Ada");
      course.learner("Bo");
      claimed(database, course, first, ada);
      UUID attachment = on(database, course, second, new Holds(first));
      Standing standing = database.compute(em -> new RuleDesk(em).dryRun.of(attachment));
      assertThat(standing.wouldGet()).extracting(LearnerStanding::lmsUserId).containsExactly(ada);

      database.compute(em -> new RuleDesk(em).roster.next(attachment));
      assertThat(offered(database, second, ada)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesABadgeAsItsOwnConditionAndOneOutOfReach(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID hidden = new SampleCourse(database).badgeClass();
      database.execute("update badge_class set state = 'DRAFT' where id = ?", hidden);
      UUID attachment = on(database, course, badge, new Holds(course.badgeClass()));
      for (UUID each : List.of(badge, hidden, UUID.randomUUID())) {
        assertThatThrownBy(
                () ->
                    database.transaction(
                        em ->
                            new RuleDesk(em)
                                .change.change(
                                    attachment,
                                    course.course,
                                    new Holds(each),
                                    AwardRule.Manner.of(Mode.AUTOMATIC),
                                    RuleDesk.lecturer(course.lecturer))))
            .as(each.toString())
            .isInstanceOf(ProblemException.class)
            .hasMessageMatching(".*rule\\.(own-badge|badge-not-found).*");
      }
    }
  }

  private static UUID on(OpenDatabase database, SampleCourse course, UUID badge, RuleTree tree) {
    return database.compute(
        em -> {
          RuleDesk desk = new RuleDesk(em);
          var lecturer = RuleDesk.lecturer(course.lecturer);
          UUID id = desk.attach.attach(course.course, badge, tree, Mode.AUTOMATIC, lecturer).id();
          desk.switching.on(id, course.course, lecturer);
          return id;
        });
  }

  private static UUID claimed(OpenDatabase database, SampleCourse course, UUID badge, UUID user) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, claimed_at, created_at, version)"
            + " values (?, ?, ?, ?, 1, 'CLAIMED', false, 'STAFF', '{}', ?, ?, ?, ?, 1)",
        id,
        course.institution,
        badge,
        user,
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN);
    return id;
  }

  private static long offered(OpenDatabase database, UUID badge, UUID user) {
    return database.count(
        "select count(*) from direct_award where badge_class_id = ? and lms_user_id = ?"
            + " and state = 'OFFERED'",
        badge,
        user);
  }
}
