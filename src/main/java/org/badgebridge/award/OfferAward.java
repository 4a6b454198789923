package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Outcome.Result;

/**
 * Gives a badge to a learner, once. However many rules, nodes and replays offer the same class to
 * the same learner, one award comes into being and nobody gets an error; what a person has ended is
 * not offered again.
 */
@ApplicationScoped
public class OfferAward {

  private final Awards awards;
  private final EntityManager entityManager;
  private final AuditTrail audit;
  private final Event<AwardOffered> offered;
  private final Clock clock;

  @Inject
  public OfferAward(
      Awards awards,
      EntityManager entityManager,
      AuditTrail audit,
      Event<AwardOffered> offered,
      Clock clock) {
    this.awards = awards;
    this.entityManager = entityManager;
    this.audit = audit;
    this.offered = offered;
    this.clock = clock;
  }

  /**
   * Offers or proposes the badge, unless the learner has or had it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the badge class does not belong
   *     to the institution, or the learner neither to it nor to a partner that may award it
   */
  @Transactional
  public Outcome offer(Offer offer) {
    Optional<Outcome> before = before(offer);
    if (before.isPresent()) {
      return before.get();
    }
    AwardTerms terms = terms(offer);
    awards.lockLearner(offer.lmsUserId());
    return before(offer).orElseGet(() -> make(offer, terms));
  }

  private Optional<Outcome> before(Offer offer) {
    return awards
        .of(offer.badgeClassId(), offer.lmsUserId())
        .map(
            award ->
                new Outcome(
                    award.state().live() ? Result.ALREADY_THERE : Result.ENDED_BEFORE, award.id()));
  }

  private AwardTerms terms(Offer offer) {
    List<?> found =
        entityManager
            .createNativeQuery(
                "select u.test_user, b.number from lms_user u join platform p on p.id = u.platform_id"
                    + " cross join badge_class b join issuer i on i.id = b.issuer_id"
                    + " where u.id = ?1 and b.id = ?2 and i.institution_id = ?3"
                    + " and exists (select 1 from institution h where (h.id = p.institution_id"
                    + " or exists (select 1 from deployment d"
                    + " where d.platform_id = p.id and d.institution_id = h.id))"
                    + " and (h.id = ?3 or (b.open_to = 'PARTNERS' and exists (select 1 from partnership s"
                    + " where s.institution_id = ?3 and s.partner_id = h.id))))")
            .setParameter(1, offer.lmsUserId())
            .setParameter(2, offer.badgeClassId())
            .setParameter(3, offer.institutionId())
            .getResultList();
    if (found.isEmpty()) {
      throw Awards.missing();
    }
    Object[] row = (Object[]) found.get(0);
    boolean sandbox = Boolean.TRUE.equals(row[0]) || offer.sandbox();
    return new AwardTerms(sandbox, ((Number) row[1]).intValue());
  }

  private Outcome make(Offer offer, AwardTerms terms) {
    Instant now = clock.instant();
    DirectAward award =
        offer.needsApproval()
            ? DirectAward.propose(offer, terms, now)
            : DirectAward.offer(offer, terms, now);
    awards.add(award);
    audit.record(
        offer.institutionId(),
        offer.actor(),
        offer.needsApproval() ? "award.proposed" : "award.offered",
        AwardChanges.SUBJECT,
        award.id(),
        null);
    if (!offer.needsApproval()) {
      offered.fire(new AwardOffered(award.id()));
    }
    return new Outcome(offer.needsApproval() ? Result.PROPOSED : Result.OFFERED, award.id());
  }
}
