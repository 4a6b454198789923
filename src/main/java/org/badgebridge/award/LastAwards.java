package org.badgebridge.award;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What some learners were last given of one badge class; two users of one person count as one. */
final class LastAwards {

  private final Map<UUID, UUID> persons;
  private final Map<UUID, DirectAward> last = new HashMap<>();

  /**
   * Nobody was given anything yet.
   *
   * @param persons by learner; not needed for a single learner
   */
  LastAwards(Map<UUID, UUID> persons) {
    this.persons = persons;
  }

  /** The last award to this learner. */
  Optional<DirectAward> of(UUID lmsUserId) {
    return Optional.ofNullable(last.get(person(lmsUserId)));
  }

  /** This learner's person was given this, later than what was taken before. */
  void take(UUID lmsUserId, DirectAward award) {
    last.put(person(lmsUserId), award);
  }

  private UUID person(UUID lmsUserId) {
    return persons.getOrDefault(lmsUserId, lmsUserId);
  }
}
