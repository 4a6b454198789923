package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Offer;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReissueAwardDatabaseTest {

  private static final Instant NOW = SampleCourse.THEN.toInstant().plusSeconds(60);
  private static final Instant LATER = NOW.plus(Duration.ofDays(400));
  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
  private static final AwardDetails SAID = new AwardDetails("anew", null, null, null, null);
  private static final int THREADS = 8;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasRevokedIsOfferedAnewInItsPlaceOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward old = claimed(database, course, course.badgeClass());
      revoke(database, old);

      UUID anew = reissue(database, old.id, NOW);

      assertThat(reissue(database, old.id, NOW)).as("twice").isEqualTo(anew);
      database.transaction(
          em -> {
            Awards awards = new CredentialDesk(database, em, clock(NOW)).awards;
            DirectAward award = awards.find(anew).orElseThrow();
            assertThat(award.edition()).isEqualTo(2);
            assertThat(award.provenance().replaces()).isEqualTo(old.id);
            assertThat(award.provenance().courseId()).isEqualTo(course.course);
            assertThat(award.details()).isEqualTo(SAID);
            assertThat(awards.replacing(old.id).orElseThrow().id()).isEqualTo(anew);
          });
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
      assertThat(
              database.count(
                  "select count(*) from credential where award_id = ? and revoked_at is not null",
                  old.id))
          .isOne();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'award.reissued'"
                      + " and subject_id = ? and reason = ?",
                  old.id.toString(),
                  anew.toString()))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHasRunOutIsReissuedAndCanBeClaimed(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      database.execute(
          "update badge_class set content = ? where id = ?",
          "{\"wording\":{\"name\":\"Logician\",\"description\":\"d\",\"criteria\":\"c\"},"
              + "\"language\":\"en\",\"type\":\"achievement\",\"theme\":\"community\","
              + "\"validity\":{\"amount\":1,\"unit\":\"YEARS\"}}",
          badge);
      SampleAward old = claimed(database, course, badge);
      refused(database, ProblemType.CONFLICT, old.id, NOW, STAFF);

      UUID anew = reissue(database, old.id, LATER);

      database.transaction(
          em -> {
            CredentialDesk desk = new CredentialDesk(database, em, clock(LATER));
            DirectAward award = desk.awards.lockedOf(anew, old.person);
            assertThat(award.claim(LATER)).isTrue();
            desk.awards.requireNotHeld(award, old.person);
            desk.issue.issue(anew);
          });
      assertThat(database.count("select count(*) from direct_award where state = 'CLAIMED'"))
          .isEqualTo(2);
      refused(database, ProblemType.NOT_FOUND, anew, LATER, STRANGER);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHoldsOrWasGivenAgainIsNotReissued(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      SampleAward old = claimed(database, course, badge);
      refused(database, ProblemType.CONFLICT, old.id, NOW, STAFF);
      revoke(database, old);
      database.transaction(
          em ->
              desk(em, NOW)
                  .offer
                  .offer(AwardDesk.byHand(course, badge, old.learner, SAID, Offer.Moment.NOW)));
      refused(database, ProblemType.CONFLICT, old.id, NOW, STAFF);
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staffWhoReissueAtOnceMakeOneAward(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward old = claimed(database, course, course.badgeClass());
      revoke(database, old);
      List<UUID> made = Race.of(THREADS, () -> reissue(database, old.id, NOW));
      assertThat(made.stream().distinct()).hasSize(1);
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
    }
  }

  private static SampleAward claimed(OpenDatabase database, SampleCourse course, UUID badge) {
    SampleAward award = new SampleAward(database, course, badge);
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock(NOW));
          desk.awards.locked(award.id).claim(NOW);
          desk.issue.issue(award.id);
        });
    return award;
  }

  private static void revoke(OpenDatabase database, SampleAward award) {
    database.transaction(
        em -> new CredentialDesk(database, em, clock(NOW)).revoke.revoke(award.id, "wrong", STAFF));
  }

  private static UUID reissue(OpenDatabase database, UUID award, Instant now) {
    return database.compute(em -> reissuing(em, now).reissue(award, SAID, Offer.Moment.NOW, STAFF));
  }

  private static void refused(
      OpenDatabase database, ProblemType type, UUID award, Instant now, Actor by) {
    assertThatThrownBy(
            () ->
                database.transaction(
                    em -> reissuing(em, now).reissue(award, SAID, Offer.Moment.NOW, by)))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private static ReissueAward reissuing(EntityManager em, Instant now) {
    AwardDesk desk = desk(em, now);
    return new ReissueAward(
        desk.awards,
        desk.atHand,
        new Credentials(em),
        desk.offer,
        new AuditTrail(em, clock(now)),
        clock(now));
  }

  private static AwardDesk desk(EntityManager em, Instant now) {
    return new AwardDesk(em, new Heard<>(), clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
