package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.badgeclass.content.Alignment;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.GradeScale;
import org.badgebridge.badgeclass.content.QualificationLevel;
import org.badgebridge.badgeclass.content.Study;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.Look;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Issuer;
import org.badgebridge.web.Words;

/**
 * A version of a badge class as the Open Badges 3.0 {@code Achievement} (specification §B.1.2).
 * Holds only terms that the contexts define; what they lack stands in the criteria.
 */
@ApplicationScoped
public class AchievementDocument {

  /** The JSON-LD contexts of a document of its own. */
  public static final List<String> CONTEXT =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  private static final String EQF =
      "https://europass.europa.eu/en/description-eight-eqf-levels#level-";

  private final PublicOrigin origin;
  private final BadgeLooks looks;
  private final BadgeDrawing drawing;
  private final Words words;

  @Inject
  public AchievementDocument(
      PublicOrigin origin, BadgeLooks looks, BadgeDrawing drawing, Words words) {
    this.origin = origin;
    this.looks = looks;
    this.drawing = drawing;
    this.words = words;
  }

  /** The public address of a version, its {@code id}. */
  public String id(BadgeVersion version) {
    return origin.at(version.path());
  }

  /** The {@code id} of the result that the grade of a version is. */
  public static String gradeId(BadgeVersion version) {
    String name = version.badgeClassId() + "/" + version.number() + "/grade";
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The achievement as it stands in a credential, without {@code @context}. */
  public Map<String, Object> of(BadgeVersion version, UUID institutionId) {
    BadgeContent content = version.content();
    Look look = looks.of(content, institutionId);
    Map<String, Object> achievement = new LinkedHashMap<>();
    achievement.put("id", id(version));
    achievement.put("type", List.of("Achievement"));
    achievement.put(
        "achievementType",
        content.achievementType().isEmpty()
            ? look.type().achievementType()
            : content.achievementType());
    achievement.put("name", content.name());
    achievement.put("description", content.wording().description());
    achievement.put(
        "criteria", ordered("id", id(version), "narrative", Narrative.of(content, words)));
    achievement.put("image", image(version, look));
    achievement.put("inLanguage", content.language());
    achievement.put("version", Integer.toString(version.number()));
    related(achievement, version);
    study(achievement, content.study());
    tags(achievement, content);
    alignments(achievement, content);
    grades(achievement, version);
    return achievement;
  }

  /** The achievement as a document of its own, with who made it. */
  public Map<String, Object> standalone(BadgeVersion version, Issuer issuer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", CONTEXT);
    document.putAll(of(version, issuer.institutionId()));
    document.put("creator", creator(issuer));
    return document;
  }

  private Map<String, Object> image(BadgeVersion version, Look look) {
    return ordered(
        "id",
        id(version) + "/image.png",
        "type",
        "Image",
        "caption",
        drawing.alternative(look, version.language()));
  }

  private void related(Map<String, Object> achievement, BadgeVersion version) {
    if (version.number() > 1) {
      BadgeVersion before =
          new BadgeVersion(
              version.badgeClassId(), version.issuerId(), version.number() - 1, version.content());
      Map<String, Object> related = ordered("id", id(before), "version", "" + before.number());
      related.put("type", List.of("Related"));
      achievement.put("related", List.of(related));
    }
  }

  private static void study(Map<String, Object> achievement, Study study) {
    if (study.ects() != null) {
      achievement.put("creditsAvailable", study.ects());
    }
    put(achievement, "fieldOfStudy", study.fieldOfStudy());
    put(achievement, "specialization", study.specialization());
    put(achievement, "humanCode", study.humanCode());
  }

  private static void tags(Map<String, Object> achievement, BadgeContent content) {
    List<String> tags =
        Stream.concat(content.skills().stream(), content.tags().stream()).distinct().toList();
    if (!tags.isEmpty()) {
      achievement.put("tag", tags);
    }
  }

  private static void alignments(Map<String, Object> achievement, BadgeContent content) {
    List<Map<String, Object>> all = new ArrayList<>();
    content.alignments().forEach(each -> all.add(alignment(each)));
    Integer level = content.study().eqfLevel();
    if (level != null) {
      all.add(
          alignment(
              new Alignment(
                  "EQF level " + level,
                  EQF + level,
                  "",
                  "European Qualifications Framework",
                  level.toString(),
                  QualificationLevel.EQF)));
    }
    if (!all.isEmpty()) {
      achievement.put("alignment", all);
    }
  }

  private static Map<String, Object> alignment(Alignment each) {
    Map<String, Object> alignment = new LinkedHashMap<>();
    alignment.put("type", List.of("Alignment"));
    alignment.put("targetName", each.targetName());
    alignment.put("targetUrl", each.targetUrl());
    put(alignment, "targetDescription", each.targetDescription());
    put(alignment, "targetFramework", each.targetFramework());
    put(alignment, "targetCode", each.targetCode());
    put(alignment, "targetType", each.targetType());
    return alignment;
  }

  private static void grades(Map<String, Object> achievement, BadgeVersion version) {
    GradeScale scale = version.content().assessing().scale();
    if (scale == null) {
      return;
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("id", gradeId(version));
    description.put("type", List.of("ResultDescription"));
    description.put("name", scale.name());
    description.put("resultType", scale.resultType());
    if (scale.values().isEmpty()) {
      put(description, "valueMin", scale.lowest());
      put(description, "valueMax", scale.highest());
    } else {
      description.put("allowedValue", scale.values());
    }
    put(description, "requiredValue", scale.required());
    achievement.put("resultDescription", List.of(description));
  }

  private Map<String, Object> creator(Issuer issuer) {
    Map<String, Object> creator = new LinkedHashMap<>();
    creator.put("id", origin.at("/issuers/" + issuer.id()));
    creator.put("type", List.of("Profile"));
    creator.put("name", issuer.name());
    put(creator, "url", issuer.url() == null ? "" : issuer.url());
    put(creator, "email", issuer.email() == null ? "" : issuer.email());
    return creator;
  }

  private static void put(Map<String, Object> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, value);
    }
  }

  private static Map<String, Object> ordered(String... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
