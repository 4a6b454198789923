package org.badgebridge.award;

import java.util.UUID;

/**
 * The award is no longer open: rejected, declined, lapsed, withdrawn or revoked; fired in the
 * transaction that ended it.
 */
public record AwardEnded(UUID awardId) {}
