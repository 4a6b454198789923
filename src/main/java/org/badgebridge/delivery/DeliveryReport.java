package org.badgebridge.delivery;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says about one of our messages that did not arrive (RFC 3464).
 *
 * @param mailId the message, by the address to which the report came or by the name of the message
 *     that it gives back
 */
record DeliveryReport(UUID mailId, Trouble why) {

  private static final List<String> ADDRESSED =
      List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");
  private static final int MOST_GROUPS = 50;

  /**
   * Reads a message.
   *
   * @return empty unless it says of one of our messages that it failed for good
   */
  static Optional<DeliveryReport> read(InputStream source) throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), source);
    if (!message.isMimeType("multipart/report")) {
      return Optional.empty();
    }
    MimeMultipart parts = new MimeMultipart(message.getDataHandler().getDataSource());
    Optional<UUID> mailId = byAddress(message);
    Optional<Trouble> why = Optional.empty();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        why = failure(part);
      } else if (mailId.isEmpty()
          && (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers"))) {
        mailId = byName(part);
      }
    }
    Optional<Trouble> known = why;
    return mailId.flatMap(id -> known.map(trouble -> new DeliveryReport(id, trouble)));
  }

  private static Optional<UUID> byAddress(MimeMessage message) throws MessagingException {
    for (String header : ADDRESSED) {
      Optional<UUID> found = Bounce.byAddress(message.getHeader(header, ","));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<UUID> byName(BodyPart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return Bounce.byMessageId(new InternetHeaders(in).getHeader("Message-ID", null));
    }
  }

  /** The first group of fields is about the message, the others about one recipient each. */
  private static Optional<Trouble> failure(BodyPart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      for (int i = 0; i < MOST_GROUPS; i++) {
        InternetHeaders group = new InternetHeaders(in);
        if ("failed".equalsIgnoreCase(value(group, "Action"))) {
          return Optional.of(Trouble.of(value(group, "Status")));
        }
        if (!group.getAllHeaders().hasMoreElements() && in.available() == 0) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static String value(InternetHeaders group, String name) {
    @Nullable String value = group.getHeader(name, null);
    return value == null ? "" : value.strip();
  }
}
