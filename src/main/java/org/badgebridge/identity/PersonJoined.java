package org.badgebridge.identity;

import java.util.UUID;

/**
 * An addressee turned out to be somebody whom we know: what one person owned as that addressee is
 * the other's from now on; fired in the transaction in which it did.
 *
 * @param lmsUserId the addressee
 * @param into the person that it belongs to now
 */
public record PersonJoined(UUID lmsUserId, UUID into) {}
