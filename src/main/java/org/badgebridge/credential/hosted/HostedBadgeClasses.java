package org.badgebridge.credential.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.AchievementDocument;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.credential.Addresses;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;

/** Badge classes and issuers as Open Badges 2.0 knows them. */
@ApplicationScoped
public class HostedBadgeClasses {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** What an alignment has here; the kind of its target is a word of the next generation. */
  private static final List<String> OF_ALIGNMENTS =
      List.of("targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode");

  private final AchievementDocument achievements;
  private final Issuers issuers;
  private final Institutions institutions;
  private final HostedAddresses hosted;
  private final Addresses addresses;

  @Inject
  public HostedBadgeClasses(
      AchievementDocument achievements,
      Issuers issuers,
      Institutions institutions,
      HostedAddresses hosted,
      Addresses addresses) {
    this.achievements = achievements;
    this.issuers = issuers;
    this.institutions = institutions;
    this.hosted = hosted;
    this.addresses = addresses;
  }

  /** A version of a badge class as {@code BadgeClass}. */
  public JsonObject version(BadgeVersion version) {
    return version(version, hosted.badgeClass(version));
  }

  /** The version that is awarded now, under the address of the newest. */
  JsonObject newest(BadgeVersion version) {
    return version(version, hosted.newest(version.badgeClassId()));
  }

  private JsonObject version(BadgeVersion version, String id) {
    UUID institution = issuers.get(version.issuerId()).institutionId();
    Map<String, Object> achievement = achievements.of(version, institution);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", HostedAssertions.CONTEXT);
    document.put("id", id);
    document.put("type", "BadgeClass");
    document.put("@language", version.content().language());
    document.put("name", version.content().name());
    document.put("description", version.content().wording().description());
    document.put("image", achievements.id(version) + "/image.png");
    document.put("criteria", achievement.getOrDefault("criteria", Map.of()));
    document.put("issuer", hosted.issuer(version.issuerId()));
    if (achievement.get("tag") instanceof List<?> tags) {
      document.put("tags", tags);
    }
    if (achievement.get("alignment") instanceof List<?> alignments) {
      document.put("alignment", alignments.stream().map(HostedBadgeClasses::alignment).toList());
    }
    return JSON.createObjectBuilder(document).build();
  }

  private static Map<String, Object> alignment(Object alignment) {
    Map<?, ?> known = (Map<?, ?>) alignment;
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String name : OF_ALIGNMENTS) {
      Object value = known.get(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  /**
   * An issuer as {@code Profile}. Here it must have a website and an e-mail address: those of its
   * institution stand in, and for a website its own page.
   */
  public JsonObject issuer(Issuer issuer) {
    Institution institution = institutions.get(issuer.institutionId());
    JsonObjectBuilder document =
        JSON.createObjectBuilder()
            .add("@context", HostedAssertions.CONTEXT)
            .add("id", hosted.issuer(issuer.id()))
            .add("type", "Issuer")
            .add("name", issuer.name())
            .add("url", issuer.url() == null ? addresses.issuer(issuer.id()) : issuer.url());
    String email = issuer.email() == null ? institution.email() : issuer.email();
    if (email != null) {
      document.add("email", email);
    }
    if (!issuer.descriptions().isEmpty()) {
      document.add(
          "description",
          issuer.descriptions().in(institution.defaultLocale(), institution.defaultLocale()));
    }
    return document.build();
  }
}
