package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** A lecturer's word about proposals of the own course. */
@ApplicationScoped
public class DecideAward {

  private final Awards awards;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  DecideAward(Awards awards, AwardChanges changes, Clock clock) {
    this.awards = awards;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Approves one proposal; the learner can claim it. Twice changes nothing.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND outside the course, CONFLICT if it
   *     was decided otherwise
   */
  @Transactional
  public void approve(UUID courseId, UUID awardId, Actor lecturer) {
    approve(awards.lockedInCourse(awardId, courseId), lecturer);
  }

  /** As {@link #approve}, refusing instead. */
  @Transactional
  public void reject(UUID courseId, UUID awardId, @Nullable String why, Actor lecturer) {
    reject(awards.lockedInCourse(awardId, courseId), why, lecturer);
  }

  /**
   * Approves those of many that still are proposals; the others stay as they are.
   *
   * @return how many were approved
   */
  @Transactional
  public int approveAll(UUID courseId, Collection<UUID> awardIds, Actor lecturer) {
    return decide(courseId, awardIds, award -> approve(award, lecturer));
  }

  /** As {@link #approveAll}, refusing instead. */
  @Transactional
  public int rejectAll(
      UUID courseId, Collection<UUID> awardIds, @Nullable String why, Actor lecturer) {
    return decide(courseId, awardIds, award -> reject(award, why, lecturer));
  }

  // In the order of the ids, so that two bulk decisions never wait for each other.
  private int decide(UUID courseId, Collection<UUID> awardIds, Predicate<DirectAward> decision) {
    return (int)
        awardIds.stream()
            .distinct()
            .sorted()
            .map(id -> awards.lockedInCourse(id, courseId))
            .filter(award -> award.state() == AwardState.PROPOSED)
            .filter(decision)
            .count();
  }

  private boolean approve(DirectAward award, Actor lecturer) {
    boolean changed = award.approve(clock.instant());
    if (changed) {
      changes.opened(award, lecturer, "award.approved");
    }
    return changed;
  }

  private boolean reject(DirectAward award, @Nullable String why, Actor lecturer) {
    boolean changed = award.reject(why, clock.instant());
    if (changed) {
      changes.ended(award, lecturer, "award.rejected", why);
    }
    return changed;
  }
}
