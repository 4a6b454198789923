package org.badgebridge.award.hand;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.TeamPart;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives, to whomever.
 *
 * @param from the learner can claim it from this moment on; null, or one that has passed, for at
 *     once
 * @param origin through which door it comes
 */
public record Gift(UUID badgeClassId, AwardDetails details, @Nullable Instant from, Origin origin) {

  /** The same to one member of a team; to somebody who did it alone if there is no part. */
  Gift to(@Nullable TeamPart part) {
    return part == null ? this : new Gift(badgeClassId, details.in(part), from, origin);
  }
}
