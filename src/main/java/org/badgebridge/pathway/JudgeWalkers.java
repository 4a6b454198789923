package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges one batch of people on a path. */
@ApplicationScoped
public class JudgeWalkers {

  private static final int BATCH = 100;

  private final HeldBadges held;
  private final AwardPathway awardPathway;

  @Inject
  JudgeWalkers(HeldBadges held, AwardPathway awardPathway) {
    this.held = held;
    this.awardPathway = awardPathway;
  }

  /**
   * Judges the next ones by id.
   *
   * @param after the last of the batch before; null for the first
   * @return the last of this batch; null if there was none
   */
  @Transactional
  public @Nullable UUID next(UUID pathwayId, @Nullable UUID after) {
    List<UUID> people = held.walkers(pathwayId, after, BATCH);
    people.forEach(person -> awardPathway.judge(pathwayId, person));
    return people.isEmpty() ? null : people.get(people.size() - 1);
  }
}
