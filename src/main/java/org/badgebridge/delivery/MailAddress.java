package org.badgebridge.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Addresses and header texts that say one thing only. */
final class MailAddress {

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

  private MailAddress() {}

  /** One address; empty for anything else. */
  static Optional<InternetAddress> strict(String address, @Nullable String name) {
    try {
      InternetAddress[] all = InternetAddress.parse(address.strip(), true);
      if (all.length != 1 || all[0].isGroup() || !all[0].getAddress().contains("@")) {
        return Optional.empty();
      }
      InternetAddress one = new InternetAddress(all[0].getAddress(), true);
      if (name != null && !name.isBlank()) {
        one.setPersonal(header(name), StandardCharsets.UTF_8.name());
      }
      return Optional.of(one);
    } catch (AddressException e) {
      return Optional.empty();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  /**
   * A text for a header, in one line. What looks encoded already (RFC 2047) is broken up, because
   * readers would decode it into something else.
   */
  static String header(String text) {
    return PlainText.line(text).replace("=?", "= ?");
  }

  /** A text for the log, without addresses. */
  static String redacted(@Nullable String text) {
    return text == null ? "" : ADDRESS.matcher(text).replaceAll("…").replaceAll("\\s+", " ");
  }
}
