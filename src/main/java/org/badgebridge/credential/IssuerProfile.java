package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.drawing.ProfileImages;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.IssuerGroup;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * An issuer with all that is said of it in public: as a page in the reader's language, and as an
 * Open Badges 3.0 {@code Profile}, whose texts are in the institution's default language because a
 * profile knows no others.
 */
@ApplicationScoped
class IssuerProfile {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final OpenBadgeJson json;
  private final Addresses addresses;
  private final PublicFrame frame;
  private final ProfileImages images;
  private final PublicOrigin origin;

  @Inject
  IssuerProfile(
      Institutions institutions,
      IssuerGroups groups,
      OpenBadgeJson json,
      Addresses addresses,
      PublicFrame frame,
      ProfileImages images,
      PublicOrigin origin) {
    this.institutions = institutions;
    this.groups = groups;
    this.json = json;
    this.addresses = addresses;
    this.frame = frame;
    this.images = images;
    this.origin = origin;
  }

  /** For people. */
  String page(Issuer issuer, @Nullable String languages) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("issuer", issuer);
    parts.put("institution", institutions.get(issuer.institutionId()));
    parts.put("group", group(issuer));
    parts.put("image", image(issuer));
    parts.put("addresses", addresses);
    return frame.render("credential/issuer.jte", issuer, languages, parts);
  }

  /** For programs. */
  JsonObject document(Issuer issuer) {
    Institution institution = institutions.get(issuer.institutionId());
    Locale language = institution.defaultLocale();
    JsonObjectBuilder document =
        JSON.createObjectBuilder(json.standalone(ComposeBadge.issuing(issuer)))
            .add("name", issuer.name(language, language));
    describe(document, issuer.descriptions(), language);
    if (images.has(issuer.id())) {
      document.add(
          "image",
          JSON.createObjectBuilder()
              .add("id", origin.at(ProfileImages.address(issuer.id())))
              .add("type", "Image"));
    }
    return document.add("parentOrg", parent(group(issuer), institution)).build();
  }

  /** Its own picture, else that of its group, else that of its institution; null for none. */
  private @Nullable String image(Issuer issuer) {
    return Stream.of(issuer.id(), issuer.groupId(), issuer.institutionId())
        .filter(Objects::nonNull)
        .filter(images::has)
        .map(ProfileImages::address)
        .findFirst()
        .orElse(null);
  }

  private @Nullable IssuerGroup group(Issuer issuer) {
    UUID id = issuer.groupId();
    return id == null ? null : groups.find(id).orElse(null);
  }

  private static JsonObjectBuilder parent(@Nullable IssuerGroup group, Institution institution) {
    Locale language = institution.defaultLocale();
    JsonObjectBuilder top =
        profile(institution.id(), institution.name(language), institution.url());
    describe(top, institution.descriptions(), language);
    if (institution.email() != null) {
      top.add("email", institution.email());
    }
    if (group == null) {
      return top;
    }
    JsonObjectBuilder middle = profile(group.id(), group.name(language, language), null);
    describe(middle, group.descriptions(), language);
    return middle.add("parentOrg", top);
  }

  private static JsonObjectBuilder profile(UUID id, String name, @Nullable String url) {
    JsonObjectBuilder profile =
        JSON.createObjectBuilder()
            .add("id", "urn:uuid:" + id)
            .add("type", JSON.createArrayBuilder().add("Profile"))
            .add("name", name);
    if (url != null) {
      profile.add("url", url);
    }
    return profile;
  }

  private static void describe(JsonObjectBuilder profile, Translated said, Locale language) {
    if (!said.isEmpty()) {
      profile.add("description", said.in(language, language));
    }
  }
}
