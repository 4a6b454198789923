package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The pages that everybody can see, in the issuing institution's colour. */
@ApplicationScoped
class PublicView {

  private final Holder holder;
  private final PublicFrame frame;
  private final Issuers issuers;
  private final Addresses addresses;
  private final Clock clock;

  @Inject
  PublicView(Holder holder, PublicFrame frame, Issuers issuers, Addresses addresses, Clock clock) {
    this.clock = clock;
    this.holder = holder;
    this.frame = frame;
    this.issuers = issuers;
    this.addresses = addresses;
  }

  String badge(Credential credential, @Nullable String languages) {
    IssuedBadge badge = IssuedBadge.read(credential);
    return frame.render(
        "credential/assertion.jte",
        issuers.get(credential.issuerId()),
        languages,
        Map.of(
            "credential",
            credential,
            "badge",
            badge,
            "expired",
            badge.expired(clock.instant()),
            "holder",
            holder.name(credential),
            "addresses",
            addresses));
  }

  /** Renders in the colour of an issuer's institution. */
  @ApplicationScoped
  static class PublicFrame {

    private final Institutions institutions;
    private final Views views;
    private final Words words;

    @Inject
    PublicFrame(Institutions institutions, Views views, Words words) {
      this.institutions = institutions;
      this.views = views;
      this.words = words;
    }

    String render(
        String template, Issuer issuer, @Nullable String languages, Map<String, ?> parameters) {
      String accent =
          institutions.find(issuer.institutionId()).map(Institution::accent).orElse(Page.ACCENT);
      Page page = new Page(Words.choose(languages), words, null, accent);
      return views.render(template, page, parameters);
    }
  }
}
