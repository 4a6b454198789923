package org.badgebridge.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * An award that its learner can claim and has not seen.
 *
 * @param byRule whether a rule gave it
 * @param told whether a message about it is on its way, or was sent
 */
public record OpenOffer(
    UUID awardId,
    UUID badgeClassId,
    boolean byRule,
    Instant offered,
    boolean told,
    Instant lapses) {}
