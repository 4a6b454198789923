package org.badgebridge.delivery;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent.
 *
 * @param messageId its name for ever
 * @param to its one reader
 * @param replyTo where answers go; null for nowhere else
 * @param stop the address that stops our mail; null for what somebody asked for themselves
 * @param awards that it names
 */
record Parcel(
    UUID id,
    String messageId,
    Locale language,
    Letter letter,
    InternetAddress to,
    @Nullable InternetAddress replyTo,
    @Nullable String stop,
    List<UUID> awards) {}
