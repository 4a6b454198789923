package org.badgebridge.award;

import java.util.UUID;

/** The learner took the award; fired in the transaction of the claim. */
public record AwardClaimed(UUID awardId) {}
