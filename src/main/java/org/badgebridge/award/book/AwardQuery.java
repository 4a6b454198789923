package org.badgebridge.award.book;

import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Provenance.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Which awards are looked for.
 *
 * @param badgeClassId only of this badge class; null for all
 * @param states only in one of these; empty for all
 * @param origins only through one of these doors; empty for all
 * @param words in the learner's name, e-mail address or eppn; blank for all
 */
public record AwardQuery(
    @Nullable UUID badgeClassId, Set<AwardState> states, Set<Origin> origins, String words) {

  /** Copies the sets. */
  public AwardQuery {
    states = Set.copyOf(states);
    origins = Set.copyOf(origins);
  }
}
