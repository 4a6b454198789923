package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The learner's no, and the second thought. */
@ApplicationScoped
public class DeclineAward {

  private final Awards awards;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  DeclineAward(Awards awards, AwardChanges changes, Clock clock) {
    this.awards = awards;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Turns the offer down; it can be taken back. Twice changes nothing.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's, CONFLICT
   *     if it is not on offer any more
   */
  @Transactional
  public void decline(UUID awardId, UUID personId, Actor learner) {
    DirectAward award = awards.lockedOf(awardId, personId);
    if (award.decline(clock.instant())) {
      changes.ended(award, learner, "award.declined", null);
    }
  }

  /**
   * Puts a declined award on offer again.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's, CONFLICT if they were given the
   *     same again since
   */
  @Transactional
  public void undo(UUID awardId, UUID personId, Actor learner) {
    awards.lockLearnerOf(awardId);
    DirectAward award = awards.lockedOf(awardId, personId);
    if (awards.laterThan(award)) {
      throw new ProblemException(ProblemType.CONFLICT, "award.given-again");
    }
    if (award.undoDecline(clock.instant())) {
      changes.opened(award, learner, "award.decline-undone");
    }
  }
}
