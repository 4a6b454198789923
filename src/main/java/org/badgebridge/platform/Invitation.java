package org.badgebridge.platform;

import java.time.Instant;
import java.util.UUID;

/** A permission for one platform to register itself, given by an administrator. */
record Invitation(UUID id, UUID institutionId, Instant expiresAt) {}
