package org.badgebridge.award;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** The use cases of awards, wired by hand for one transaction. */
final class AwardDesk {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final Heard<AwardOffered> offered = new Heard<>();
  final Heard<AwardEnded> ended = new Heard<>();
  final Awards awards;
  final OfferAward offer;
  final DecideAward decide;
  final DeclineAward decline;
  final WithdrawAward withdraw;

  AwardDesk(EntityManager entityManager) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    AuditTrail audit = new AuditTrail(entityManager, clock);
    awards = new Awards(entityManager, clock);
    offer = new OfferAward(awards, entityManager, audit, offered, clock);
    AwardChanges changes = new AwardChanges(audit, offered, ended);
    decide = new DecideAward(awards, changes, clock);
    decline = new DeclineAward(awards, changes, clock);
    withdraw = new WithdrawAward(awards, changes, clock);
  }

  static Offer offer(SampleCourse course, UUID badgeClass, UUID learner, boolean needsApproval) {
    return offer(course, course.institution, badgeClass, learner, needsApproval);
  }

  static Offer offer(
      SampleCourse course,
      UUID institution,
      UUID badgeClass,
      @Nullable UUID learner,
      boolean needsApproval) {
    return new Offer(
        institution,
        badgeClass,
        learner == null ? UUID.randomUUID() : learner,
        false,
        Offer.Origin.RULE,
        course.course,
        null,
        null,
        "{\"why\":\"test\"}",
        needsApproval,
        new Actor(Actor.Kind.RULE, null, "rule 1"));
  }
}
