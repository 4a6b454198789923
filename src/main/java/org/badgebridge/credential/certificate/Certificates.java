package org.badgebridge.credential.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.badgebridge.credential.Addresses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.DrawnBadge;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;

/** Makes the certificate of a badge, as the badge is at that moment. */
@ApplicationScoped
public class Certificates {

  private final Issuers issuers;
  private final Institutions institutions;
  private final Addresses addresses;
  private final Words words;
  private final Clock clock;

  @Inject
  public Certificates(
      Issuers issuers, Institutions institutions, Addresses addresses, Words words, Clock clock) {
    this.issuers = issuers;
    this.institutions = institutions;
    this.addresses = addresses;
    this.words = words;
    this.clock = clock;
  }

  /**
   * A certificate.
   *
   * @param source what it is made from: the same source, the same certificate
   * @param pdf made when it is asked for
   */
  public record Sheet(String source, Supplier<byte[]> pdf) {}

  /**
   * The certificate in a reader's language.
   *
   * @param holder the name on it; empty for none
   * @param drawn the badge's picture
   */
  public Sheet of(Credential credential, Locale reader, String holder, DrawnBadge drawn) {
    Institution institution = institutions.get(issuers.get(credential.issuerId()).institutionId());
    IssuedBadge badge = IssuedBadge.read(credential);
    Certificate certificate =
        new Certificate(
            new Page(reader, words, null, institution.accent()),
            credential,
            badge,
            institution.name(reader),
            holder,
            badge.expired(clock.instant()),
            addresses.credential(credential.id()));
    return new Sheet(
        certificate.source() + drawn.svg(),
        () -> new CertificatePdf(certificate).write(drawn.printed()));
  }
}
