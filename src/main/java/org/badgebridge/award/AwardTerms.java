package org.badgebridge.award;

/**
 * What an award takes from the moment it is made.
 *
 * @param sandbox whether it counts for nothing
 * @param badgeClassVersion the version of the badge class that it promises
 */
record AwardTerms(boolean sandbox, int badgeClassVersion) {}
