package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Staff take back an offer that nobody claimed yet, and can bring it back. */
@ApplicationScoped
public class WithdrawAward {

  private final Awards awards;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  WithdrawAward(Awards awards, AwardChanges changes, Clock clock) {
    this.awards = awards;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Takes the offer back. Twice changes nothing.
   *
   * @param why said to the learner; must not be blank
   * @throws ProblemException NOT_FOUND outside the course, INVALID without a reason, CONFLICT if it
   *     is not on offer
   */
  @Transactional
  public void withdraw(UUID courseId, UUID awardId, String why, Actor staff) {
    if (why.isBlank()) {
      throw new ProblemException(ProblemType.INVALID, "award.reason-needed");
    }
    DirectAward award = awards.lockedInCourse(awardId, courseId);
    if (award.withdraw(why.strip(), clock.instant())) {
      changes.ended(award, staff, "award.withdrawn", why.strip());
    }
  }

  /** Brings back what was withdrawn, rejected or has lapsed. */
  @Transactional
  public void restore(UUID courseId, UUID awardId, Actor staff) {
    DirectAward award = awards.lockedInCourse(awardId, courseId);
    if (award.restore(clock.instant())) {
      changes.opened(award, staff, "award.restored");
    }
  }
}
