package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;

/** Reminds the learners of these awards, each in a transaction of its own. */
@ApplicationScoped
public class RemindLearners {

  private final AwardsAtHand atHand;
  private final RemindLearner remind;

  @Inject
  public RemindLearners(AwardsAtHand atHand, RemindLearner remind) {
    this.atHand = atHand;
    this.remind = remind;
  }

  /**
   * Reminds them, or nobody if any of them is out of reach.
   *
   * @return what became of it, once for each learner
   * @throws org.badgebridge.problem.ProblemException as {@link AwardsAtHand#requireAll}
   */
  public List<Reminded> remind(Collection<UUID> awardIds, Reach reach, Actor actor) {
    atHand.requireAll(awardIds, reach, actor);
    Map<UUID, Reminded> outcomes = new LinkedHashMap<>();
    awardIds.stream()
        .distinct()
        .map(each -> remind.byHand(each, reach, actor))
        .forEach(each -> outcomes.merge(each.lmsUserId(), each, RemindLearners::better));
    return new ArrayList<>(outcomes.values());
  }

  /** That a reminder goes out says more than why another does not. */
  private static Reminded better(Reminded one, Reminded other) {
    return other.result() == Reminded.Result.QUEUED ? other : one;
  }
}
