package org.badgebridge.identity.way;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail address that a person proved to read.
 *
 * @param address in its usual form
 * @param forMail whether our mail goes there
 */
public record PersonAddress(
    UUID id, UUID personId, String address, boolean forMail, Instant verifiedAt) {}
