package org.badgebridge.credential.supplement;

import java.util.UUID;

/**
 * A document was joined to a badge, or a next version of one; fired in the transaction in which it
 * was.
 *
 * @param lmsUserId the learner
 */
public record SupplementJoined(UUID supplementId, UUID lmsUserId, UUID institutionId) {}
