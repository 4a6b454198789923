package org.badgebridge.award;

import java.util.UUID;

/**
 * A learner can claim this award from now on; fired in the transaction that offers it, also when a
 * withdrawn or declined award comes back.
 */
public record AwardOffered(UUID awardId) {}
