package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.Look;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Issuer;

/** A badge class as the Open Badges 3.0 {@code Achievement} (specification §B.1). */
@ApplicationScoped
public class AchievementDocument {

  /** The JSON-LD contexts of a document of its own. */
  public static final List<String> CONTEXT =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  private final PublicOrigin origin;
  private final BadgeLooks looks;
  private final BadgeDrawing drawing;

  @Inject
  public AchievementDocument(PublicOrigin origin, BadgeLooks looks, BadgeDrawing drawing) {
    this.origin = origin;
    this.looks = looks;
    this.drawing = drawing;
  }

  /** The public address of a badge class, its {@code id}. */
  public String id(BadgeClass badgeClass) {
    return origin.at("/badges/" + badgeClass.id());
  }

  /** The achievement as it stands in a credential, without {@code @context}. */
  public Map<String, Object> of(BadgeClass badgeClass, Issuer issuer) {
    Look look = looks.of(badgeClass, issuer.institutionId());
    Map<String, Object> achievement = new LinkedHashMap<>();
    achievement.put("id", id(badgeClass));
    achievement.put("type", List.of("Achievement"));
    achievement.put("achievementType", look.type().achievementType());
    achievement.put("name", badgeClass.name());
    achievement.put("description", badgeClass.description());
    achievement.put("criteria", ordered("id", id(badgeClass), "narrative", badgeClass.criteria()));
    achievement.put(
        "image",
        ordered(
            "id",
            id(badgeClass) + "/image.png",
            "type",
            "Image",
            "caption",
            drawing.alternative(look, badgeClass.language())));
    achievement.put("inLanguage", badgeClass.language().toLanguageTag());
    achievement.put("creator", creator(issuer));
    return achievement;
  }

  private Map<String, Object> creator(Issuer issuer) {
    Map<String, Object> creator = new LinkedHashMap<>();
    creator.put("id", origin.at("/issuers/" + issuer.id()));
    creator.put("type", List.of("Profile"));
    creator.put("name", issuer.name());
    if (issuer.url() != null) {
      creator.put("url", issuer.url());
    }
    if (issuer.email() != null) {
      creator.put("email", issuer.email());
    }
    return creator;
  }

  private static Map<String, Object> ordered(String... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
