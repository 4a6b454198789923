package org.badgebridge.delivery;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent.
 *
 * @param to its one reader
 * @param replyTo where answers go; null for nowhere else
 * @param stop the address that stops our mail
 * @param awards that it names
 */
record Parcel(
    Mail mail,
    Letter letter,
    InternetAddress to,
    @Nullable InternetAddress replyTo,
    String stop,
    List<UUID> awards) {}
