package org.badgebridge.award;

import java.util.List;
import java.util.UUID;

/**
 * Learners can claim these awards from now on; fired in the transaction that offers them, also when
 * a withdrawn or declined award comes back. An act that offers many tells of all at once.
 */
public record AwardsOffered(List<UUID> awardIds) {

  /** Only one. */
  public static AwardsOffered of(UUID awardId) {
    return new AwardsOffered(List.of(awardId));
  }
}
