package org.badgebridge.delivery;

import java.util.Locale;
import java.util.UUID;

/**
 * A message, owed or sent.
 *
 * @param messageId its name for ever
 */
record Mail(
    UUID id,
    UUID institutionId,
    UUID lmsUserId,
    MailKind kind,
    MailState state,
    Locale language,
    String messageId) {}
