package org.badgebridge.passback;

import java.util.UUID;

/** The evidence of one learner about one activity changed; fired in the transaction that did it. */
public record PassbackRecorded(UUID activityId, UUID lmsUserId) {}
