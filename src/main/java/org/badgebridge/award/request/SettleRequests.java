package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.Actor;

/**
 * Ends what a learner still asks for once the badge is on offer to them by whatever way, in the
 * transaction that offers it.
 */
@ApplicationScoped
public class SettleRequests {

  private static final Actor SETTLING = Actor.system("award");

  private final Requests requests;
  private final Awards awards;
  private final RequestChanges changes;
  private final Clock clock;

  @Inject
  public SettleRequests(Requests requests, Awards awards, RequestChanges changes, Clock clock) {
    this.requests = requests;
    this.awards = awards;
    this.changes = changes;
    this.clock = clock;
  }

  void onOffered(@Observes AwardsOffered offered) {
    settle(offered.awardIds());
  }

  void onClaimed(@Observes AwardClaimed claimed) {
    settle(List.of(claimed.awardId()));
  }

  private void settle(List<UUID> awardIds) {
    requests
        .answeredBy(awardIds)
        .forEach((request, award) -> settle(requests.locked(request), award, SETTLING));
  }

  /**
   * Ends a locked request if its learner has the badge or can claim it.
   *
   * @return whether it ended
   */
  boolean settleIfGiven(AwardRequest request, Actor by) {
    Optional<DirectAward> given =
        awards
            .of(request.badgeClassId(), request.lmsUserId())
            .filter(award -> award.state().given());
    given.ifPresent(award -> settle(request, award.id(), by));
    return given.isPresent();
  }

  /** Whoever looked for it may have been too late: what has ended stays as it is. */
  private void settle(AwardRequest request, UUID awardId, Actor by) {
    if (request.state().live()
        && request.settle(awardId, changes.keepDays(request), clock.instant())) {
      changes.record(request, by, "request.settled", "award " + awardId);
    }
  }
}
