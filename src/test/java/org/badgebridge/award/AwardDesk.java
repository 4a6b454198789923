package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** The use cases of awards, wired by hand for one transaction. */
public final class AwardDesk {

  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final Heard<AwardsOffered> offered;
  public final Heard<AwardEnded> ended = new Heard<>();
  public final Awards awards;
  public final OfferAward offer;
  public final AwardSettingsBook settings;
  public final AwardsAtHand atHand;
  public final AwardTermsOf terms;
  public final DecideAward decide;
  public final DeclineAward decline;
  public final WithdrawAward withdraw;
  public final RescheduleAward reschedule;
  final DueAwards due;
  public final AwardTurns turns;

  AwardDesk(EntityManager entityManager) {
    this(entityManager, NOW);
  }

  AwardDesk(EntityManager entityManager, Instant now) {
    this(entityManager, new Heard<>(), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** With ears of the caller's own. */
  public AwardDesk(EntityManager entityManager, Heard<AwardsOffered> offered, Clock clock) {
    this.offered = offered;
    AuditTrail audit = new AuditTrail(entityManager, clock);
    StaffDesk staff = new StaffDesk(entityManager, clock);
    BadgeClasses badgeClasses = new BadgeClasses(entityManager);
    awards = new Awards(entityManager, clock);
    settings = new AwardSettingsBook(entityManager, audit);
    terms = new AwardTermsOf(entityManager, badgeClasses, settings);
    AwardChanges changes = new AwardChanges(audit, offered, ended);
    Sql sql = new Sql(JoinedDataSource.of(entityManager));
    offer = new OfferAward(new AwardedLearners(entityManager, sql), terms, changes, clock);
    atHand = new AwardsAtHand(awards, staff.rights, staff.places, sql);
    decide = new DecideAward(atHand, terms, changes, clock);
    decline = new DeclineAward(awards, changes, clock);
    withdraw = new WithdrawAward(awards, atHand, terms, changes, clock);
    reschedule = new RescheduleAward(atHand, terms, badgeClasses, changes, clock);
    due = new DueAwards(sql, clock);
    turns = new AwardTurns(awards, atHand, terms, badgeClasses, changes, clock);
  }

  public static Offer offer(
      SampleCourse course, UUID badgeClass, UUID learner, boolean needsApproval) {
    return offer(course, course.institution, badgeClass, learner, needsApproval);
  }

  static Offer offer(
      SampleCourse course,
      UUID institution,
      UUID badgeClass,
      @Nullable UUID learner,
      boolean needsApproval) {
    return Offer.byRule(
        institution,
        badgeClass,
        learner == null ? UUID.randomUUID() : learner,
        Provenance.of(Provenance.Origin.RULE).in(course.course),
        "{\"why\":\"test\"}",
        needsApproval ? Offer.Moment.ON_APPROVAL : Offer.Moment.NOW,
        Instant.EPOCH,
        new Actor(Actor.Kind.RULE, null, "rule 1"));
  }

  /** By hand, from staff. */
  public static Offer byHand(
      SampleCourse course, UUID badgeClass, UUID learner, AwardDetails said, Offer.Moment moment) {
    return new Offer(
        course.institution,
        badgeClass,
        learner,
        Provenance.of(Provenance.Origin.STAFF).in(course.course),
        Offer.NO_REASON,
        said,
        moment,
        false,
        true,
        null,
        Actor.system("test"));
  }

  /** Gives a badge class more content, as JSON members. */
  public static void content(OpenDatabase database, UUID badge, String more) {
    database.execute(
        "update badge_class set content = ? where id = ?",
        "{\"wording\":{\"name\":\"Logician\",\"description\":\"d\",\"criteria\":\"c\"},"
            + "\"language\":\"en\",\"type\":\"achievement\",\"theme\":\"community\","
            + more
            + "}",
        badge);
  }

  /** Each of these deeds stands in the audit trail once. */
  public static void assertAudited(OpenDatabase database, String... actions) {
    for (String action : actions) {
      assertThat(database.count("select count(*) from audit_entry where action = ?", action))
          .as(action)
          .isOne();
    }
  }
}
