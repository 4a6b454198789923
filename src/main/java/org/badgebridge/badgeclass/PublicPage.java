package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What the public page of a badge class shows, in the reader's language where it is translated. */
@ApplicationScoped
class PublicPage {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final Institutions institutions;
  private final BadgeLooks looks;
  private final PublicOrigin origin;
  private final Words words;

  @Inject
  PublicPage(
      BadgeClasses badgeClasses,
      Issuers issuers,
      Institutions institutions,
      BadgeLooks looks,
      PublicOrigin origin,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.institutions = institutions;
    this.looks = looks;
    this.origin = origin;
    this.words = words;
  }

  /** A page in the colours of the institution. */
  Page page(BadgeClass badgeClass, @Nullable String languages) {
    UUID institution = issuers.get(badgeClass.issuerId()).institutionId();
    String accent = institutions.find(institution).map(Institution::accent).orElse(Page.ACCENT);
    return new Page(Words.choose(languages), words, null, accent);
  }

  /** The parameters of the template. */
  Map<String, Object> facts(BadgeClass badgeClass, BadgeVersion version, Page page) {
    Issuer issuer = issuers.get(badgeClass.issuerId());
    Map<String, Object> facts = new HashMap<>();
    facts.put("badgeClass", badgeClass);
    facts.put("version", version);
    facts.put("issuer", issuer);
    facts.put("look", looks.of(version.content(), issuer.institutionId()));
    facts.put("wording", version.content().in(page.locale()));
    facts.put("language", version.content().languageFor(page.locale()));
    facts.put("steps", names(version, page.locale()));
    facts.put("address", origin.at("/badges/" + badgeClass.id()));
    return facts;
  }

  /** The names of the badges on its path, by id; those that are no longer public are left out. */
  private Map<UUID, String> names(BadgeVersion version, Locale reader) {
    Map<UUID, String> names = new LinkedHashMap<>();
    if (version.content().pathway() != null) {
      version.content().pathway().badges().stream()
          .map(badgeClasses::find)
          .flatMap(Optional::stream)
          .filter(BadgeClass::isPublic)
          .forEach(each -> names.put(each.id(), each.content().in(reader).name()));
    }
    return names;
  }
}
