package org.badgebridge.award.request;

import java.util.UUID;

/**
 * A learner's request was denied, or returned for revision; fired in the transaction that decides
 * it. Whoever decided can still think again.
 */
public record RequestDecided(UUID requestId, UUID lmsUserId, UUID institutionId) {}
