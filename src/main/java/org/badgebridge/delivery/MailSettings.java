package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.CheckedSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How mail leaves and comes back. Without {@code BADGEBRIDGE_SMTP_URL} it is written to the folder
 * {@code BADGEBRIDGE_OUTBOX}; with {@code BADGEBRIDGE_BOUNCES_URL} each message carries a return
 * address of its own, so that what bounces is told apart.
 */
@ApplicationScoped
public class MailSettings implements CheckedSettings {

  private static final List<String> SMTP = List.of("smtp", "smtps");
  private static final List<String> IMAP = List.of("imap", "imaps");

  private final PublicOrigin origin;
  private final Optional<String> smtp;
  private final Optional<String> from;
  private final Optional<String> bounces;
  private final Path outbox;

  /** Reads nothing yet: faults are reported first. */
  @Inject
  public MailSettings(
      PublicOrigin origin,
      @ConfigProperty(name = "badgebridge.smtp.url") Optional<String> smtp,
      @ConfigProperty(name = "badgebridge.mail.from") Optional<String> from,
      @ConfigProperty(name = "badgebridge.bounces.url") Optional<String> bounces,
      @ConfigProperty(name = "badgebridge.outbox", defaultValue = "data/outbox") String outbox) {
    this.origin = origin;
    this.smtp = smtp.filter(each -> !each.isBlank());
    this.from = from.filter(each -> !each.isBlank());
    this.bounces = bounces.filter(each -> !each.isBlank());
    this.outbox = Path.of(outbox);
  }

  @Override
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    check(faults, "BADGEBRIDGE_SMTP_URL", this::smtp);
    check(faults, "BADGEBRIDGE_BOUNCES_URL", this::bounces);
    if (smtp.isPresent() && from.isEmpty()) {
      faults.add("BADGEBRIDGE_MAIL_FROM is missing: set it to the address that mail comes from");
    } else if (from.isPresent()) {
      check(faults, "BADGEBRIDGE_MAIL_FROM", this::from);
    }
    return faults;
  }

  private static void check(List<String> faults, String setting, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      faults.add(setting + " " + e.getMessage());
    }
  }

  /** The server that takes our mail; empty for the outbox. */
  Optional<ServerAddress> smtp() {
    return smtp.map(each -> ServerAddress.of(each, SMTP));
  }

  /** The mailbox to which mail comes back. */
  Optional<ServerAddress> bounces() {
    return bounces.map(each -> ServerAddress.of(each, IMAP));
  }

  /** Where mail goes without a server. */
  Path outbox() {
    return outbox;
  }

  /** Whom mail comes from. */
  InternetAddress from() {
    try {
      InternetAddress[] all = InternetAddress.parse(from.orElse("badges@" + host()), true);
      if (all.length != 1 || !all[0].getAddress().contains("@")) {
        throw new IllegalArgumentException("must be one address");
      }
      return all[0];
    } catch (AddressException e) {
      throw new IllegalArgumentException("must look like Badges <badges@example.org>", e);
    }
  }

  /** The return address of a message: its own if somebody reads what comes back. */
  String returnTo(String token) {
    String address = from().getAddress();
    return bounces.isEmpty()
        ? address
        : Bounce.address(token, address.substring(address.lastIndexOf('@') + 1));
  }

  /** Our host, for the names of messages. */
  String host() {
    String host = Objects.requireNonNull(java.net.URI.create(origin.origin()).getHost());
    return host.contains(":") ? "localhost" : host;
  }
}
