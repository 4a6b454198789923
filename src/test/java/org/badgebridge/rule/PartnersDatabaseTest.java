package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Partners;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One university's badge class in the course of another. */
class PartnersDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void partnersLecturersFindAndAwardWhatIsOpenToThem(TestDatabase kind) {
    try (var database = kind.open()) {
      var owner = new SampleCourse(database);
      var partner = new SampleCourse(database);
      UUID open = open(database, owner);
      UUID closed = owner.badgeClass();
      befriend(database, owner, partner);

      database.transaction(
          em -> {
            var awardable = RuleDesk.awardable(em);
            var page = awardable.page(partner.institution, "", null);
            assertThat(page.badgeClasses()).extracting(BadgeClass::id).containsExactly(open);
            assertThat(page.badgeClasses())
                .extracting(BadgeClass::openTo)
                .containsOnly(BadgeClass.OpenTo.PARTNERS);
            var homes =
                awardable.borrowed(page.badgeClasses(), partner.institution, Locale.ENGLISH);
            assertThat(homes.values())
                .extracting(AwardableBadges.Home::institution)
                .containsExactly("University " + owner.institution);
            assertThat(awardable.borrowed(page.badgeClasses(), owner.institution, Locale.ENGLISH))
                .isEmpty();
            assertThat(awardable.page(owner.institution, "", null).badgeClasses())
                .extracting(BadgeClass::id)
                .containsExactlyInAnyOrder(open, closed);
            assertMissing(() -> awardable.get(closed, partner.institution));
          });

      UUID ada = partner.learner("Ada");
      UUID quiz = partner.activity("LINE_ITEM", "Quiz");
      attach(database, partner, open, quiz);
      partner.evidence(quiz, ada, "COMPLETED", null, null);
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));

      assertThat(
              database.count(
                  "select count(*) from direct_award where institution_id = ? and course_id = ?",
                  owner.institution,
                  partner.course))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void formerPartnersRulesRestWithoutFailing(TestDatabase kind) {
    try (var database = kind.open()) {
      var owner = new SampleCourse(database);
      var partner = new SampleCourse(database);
      UUID open = open(database, owner);
      befriend(database, owner, partner);
      UUID ada = partner.learner("Ada");
      UUID quiz = partner.activity("LINE_ITEM", "Quiz");
      attach(database, partner, open, quiz);
      partner.evidence(quiz, ada, "COMPLETED", null, null);
      database.transaction(
          em -> partners(em).remove(owner.institution, partner.institution, STAFF));

      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));
      assertThat(database.count("select count(*) from direct_award")).isZero();

      befriend(database, owner, partner);
      database.execute("update badge_class set open_to = 'INSTITUTION' where id = ?", open);
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));
      assertThat(database.count("select count(*) from direct_award")).isZero();

      database.execute("update badge_class set open_to = 'PARTNERS' where id = ?", open);
      database.transaction(em -> new RuleDesk(em).evidence(quiz, ada));
      assertThat(database.count("select count(*) from direct_award")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersCannotAttachNorBecomePartnersUnseen(TestDatabase kind) {
    try (var database = kind.open()) {
      var owner = new SampleCourse(database);
      var stranger = new SampleCourse(database);
      UUID open = open(database, owner);
      UUID quiz = stranger.activity("LINE_ITEM", "Quiz");
      assertMissing(() -> attach(database, stranger, open, quiz));

      database.execute("update institution set listed = false where id = ?", stranger.institution);
      assertMissing(() -> befriend(database, owner, stranger));
      assertMissing(() -> befriend(database, owner, owner));

      // Friendship goes one way.
      database.execute("update institution set listed = true where id = ?", stranger.institution);
      befriend(database, stranger, owner);
      assertMissing(() -> attach(database, stranger, open, quiz));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void partnershipIsOneHoweverOftenItIsMade(TestDatabase kind) {
    try (var database = kind.open()) {
      var owner = new SampleCourse(database);
      var partner = new SampleCourse(database);
      befriend(database, owner, partner);
      befriend(database, owner, partner);
      database.transaction(
          em -> {
            assertThat(partners(em).of(owner.institution))
                .extracting(Institution::id)
                .containsExactly(partner.institution);
            assertThat(partners(em).possible(owner.institution)).isEmpty();
          });
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'institution.partner-added'"))
          .isOne();
    }
  }

  private static void assertMissing(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  private static UUID open(OpenDatabase database, SampleCourse owner) {
    UUID badge = owner.badgeClass();
    database.execute("update badge_class set open_to = 'PARTNERS' where id = ?", badge);
    return badge;
  }

  private static void befriend(OpenDatabase database, SampleCourse owner, SampleCourse partner) {
    database.transaction(em -> partners(em).add(owner.institution, partner.institution, STAFF));
  }

  private static void attach(
      OpenDatabase database, SampleCourse course, UUID badge, UUID activity) {
    Actor lecturer = RuleDesk.lecturer(course.lecturer);
    UUID attachment =
        database.compute(
            em ->
                new RuleDesk(em)
                    .attach
                    .attach(
                        course.course,
                        badge,
                        new Completed(activity),
                        AwardRule.Mode.AUTOMATIC,
                        lecturer)
                    .id());
    database.execute("update attachment set state = 'ON' where id = ?", attachment);
  }

  private static Partners partners(EntityManager em) {
    Clock clock = Clock.systemUTC();
    Sql sql = new Sql(JoinedDataSource.of(em));
    return new Partners(em, new Institutions(em, sql, clock), new AuditTrail(em, clock), clock);
  }
}
