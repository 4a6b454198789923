package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Provenance;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A lecturer's or staff's yes to one request.
 *
 * <p>Takes the learner first, then an award, then the request, as everybody does who takes more
 * than one: a rule that offers holds the learner when it settles the request.
 */
@ApplicationScoped
public class ApproveRequest {

  private final Requests requests;
  private final RequestsAtHand atHand;
  private final Awards awards;
  private final OfferAward offerAward;
  private final DecideAward decideAward;
  private final SettleRequests settling;
  private final RequestChanges changes;
  private final Clock clock;

  @Inject
  public ApproveRequest(
      Requests requests,
      RequestsAtHand atHand,
      Awards awards,
      OfferAward offerAward,
      DecideAward decideAward,
      SettleRequests settling,
      RequestChanges changes,
      Clock clock) {
    this.requests = requests;
    this.atHand = atHand;
    this.awards = awards;
    this.offerAward = offerAward;
    this.decideAward = decideAward;
    this.settling = settling;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Offers the badge with what the request says; a proposal of it is approved instead. If the
   * learner has it, or it is on offer, no second one is made and the request is settled. Twice
   * changes nothing.
   *
   * @param said what is to be said beyond or instead of what the request says
   * @return whether this call decided it
   * @throws ProblemException NOT_FOUND beyond reach, FORBIDDEN without the right, CONFLICT if it
   *     waits for the learner or has ended otherwise, if the badge class is not published, or if an
   *     award of it is planned or waits for others
   * @throws org.badgebridge.problem.InvalidFields if something is missing that the badge class asks
   *     of every award
   */
  @Transactional
  public boolean approve(UUID id, AwardDetails said, Reach reach, Actor by) {
    AwardRequest seen = atHand.get(id, reach, by);
    awards.lockLearner(seen.lmsUserId());
    DirectAward standing = standing(seen);
    AwardRequest request = requests.locked(id);
    if (request.state() == RequestState.APPROVED || request.state() == RequestState.SETTLED) {
      return false;
    }
    if (request.state() != RequestState.OPEN) {
      throw request.state().refusal();
    }
    if (settling.settleIfGiven(request, by)) {
      return true;
    }
    requireDecidable(standing, reach);
    request.approve(changes.keepDays(request), clock.instant());
    request.gave(give(request, standing, said.or(request.details()), reach, by));
    changes.record(request, by, "request.approved");
    return true;
  }

  private @Nullable DirectAward standing(AwardRequest request) {
    return awards
        .of(request.badgeClassId(), request.lmsUserId())
        .filter(award -> award.state().live())
        .map(award -> awards.locked(award.id()))
        .orElse(null);
  }

  private static void requireDecidable(@Nullable DirectAward standing, Reach reach) {
    if (standing == null) {
      return;
    }
    if (standing.state() == AwardState.SCHEDULED) {
      throw new ProblemException(ProblemType.CONFLICT, "award.conflict-scheduled");
    }
    UUID course = reach.courseId();
    if (course != null && !course.equals(standing.provenance().courseId())) {
      throw new ProblemException(ProblemType.CONFLICT, "award.conflict-proposed");
    }
  }

  private UUID give(
      AwardRequest request,
      @Nullable DirectAward standing,
      AwardDetails said,
      Reach reach,
      Actor by) {
    if (standing != null && standing.state() == AwardState.PROPOSED) {
      decideAward.approve(standing.id(), said, reach, by);
      return standing.id();
    }
    Outcome outcome =
        offerAward.offer(
            new Offer(
                request.institutionId(),
                request.badgeClassId(),
                request.lmsUserId(),
                Provenance.of(Provenance.Origin.REQUEST).in(request.courseId()),
                Offer.NO_REASON,
                said,
                Offer.Moment.NOW,
                false,
                true,
                null,
                by));
    if (outcome.result() == Outcome.Result.FULL) {
      throw new ProblemException(ProblemType.CONFLICT, "award.full");
    }
    return outcome.award();
  }
}
