package org.badgebridge.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A no to a request, or a return, as it stands now.
 *
 * @param said what staff or a lecturer said; null once it is erased
 */
record Decision(
    UUID requestId, UUID badgeClassId, MailKind kind, @Nullable String said, Instant at) {}
