package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.institution.Issuers;
import org.jspecify.annotations.Nullable;

/** A public badge for people: its page, and the block that other pages show in a frame. */
@ApplicationScoped
class PublicView {

  private final SeenBadges seen;
  private final PublicFrame frame;
  private final Issuers issuers;
  private final Addresses addresses;

  @Inject
  PublicView(SeenBadges seen, PublicFrame frame, Issuers issuers, Addresses addresses) {
    this.seen = seen;
    this.frame = frame;
    this.issuers = issuers;
    this.addresses = addresses;
  }

  String badge(Credential credential, @Nullable String languages) {
    return render("credential/assertion.jte", credential, languages);
  }

  String embed(Credential credential, @Nullable String languages) {
    return render("credential/embed.jte", credential, languages);
  }

  private String render(String template, Credential credential, @Nullable String languages) {
    return frame.render(
        template,
        issuers.get(credential.issuerId()),
        languages,
        Map.of("seen", seen.of(credential, credential.disclosure()), "addresses", addresses));
  }
}
