package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.credential.OpenBadge.Issuing;
import org.jspecify.annotations.Nullable;

/**
 * Writes a badge as an Open Badges 3.0 credential on the W3C data model 2.0, without its proof.
 * What may be many is always an array, and every type is named: the contexts are scoped by type.
 */
@ApplicationScoped
class OpenBadgeJson {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String SCHEMA =
      "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

  private final Addresses addresses;

  @Inject
  OpenBadgeJson(Addresses addresses) {
    this.addresses = addresses;
  }

  JsonObject write(OpenBadge badge) {
    JsonObjectBuilder credential =
        JSON.createObjectBuilder()
            .add("@context", JSON.createArrayBuilder(Contexts.OF_BADGES))
            .add("id", addresses.credential(badge.id()))
            .add("type", types("VerifiableCredential", "OpenBadgeCredential"))
            .add("name", badge.achievement().name())
            .add("awardedDate", badge.awardedAt().toString())
            .add("validFrom", badge.validFrom().toString());
    if (badge.validUntil() != null) {
      credential.add("validUntil", badge.validUntil().toString());
    }
    if (badge.said().evidence() != null) {
      credential.add("evidence", JSON.createArrayBuilder().add(evidence(badge.said().evidence())));
    }
    return credential
        .add("issuer", profile(badge.issuer()))
        .add("credentialSubject", subject(badge))
        .add("credentialSchema", schema())
        .add("credentialStatus", status(badge.status()))
        .build();
  }

  /** The issuer as a document of its own. */
  JsonObject standalone(Issuing issuer) {
    JsonObjectBuilder document =
        JSON.createObjectBuilder().add("@context", JSON.createArrayBuilder(Contexts.OF_BADGES));
    profile(issuer).forEach(document::add);
    return document.build();
  }

  private JsonObject profile(Issuing issuer) {
    JsonObjectBuilder profile =
        JSON.createObjectBuilder()
            .add("id", addresses.did(issuer.id()))
            .add("type", types("Profile"))
            .add("name", issuer.name());
    add(profile, "url", issuer.url());
    add(profile, "email", issuer.email());
    return profile.build();
  }

  /** Holds no e-mail address, not even hashed: whoever has a class list could try it. */
  private JsonObjectBuilder subject(OpenBadge badge) {
    JsonObjectBuilder subject =
        JSON.createObjectBuilder()
            .add("id", "urn:uuid:" + badge.earner())
            .add("type", types("AchievementSubject"));
    Map<String, Object> document = badge.achievement().document();
    JsonObjectBuilder achievement = JSON.createObjectBuilder(document);
    JsonArrayBuilder descriptions =
        JSON.createArrayBuilder((List<?>) document.getOrDefault("resultDescription", List.of()));
    JsonArrayBuilder results = JSON.createArrayBuilder();
    add(subject, "narrative", badge.said().narrative());
    int scored = 0;
    for (OpenBadge.Proof proof : badge.proofs()) {
      String id = "urn:uuid:" + new UUID(badge.id().getMostSignificantBits(), ++scored);
      descriptions.add(description(id, proof.activity()));
      results.add(result(id, proof.percent()));
    }
    OpenBadge.Grade grade = badge.said().grade();
    if (grade != null) {
      String id = "urn:uuid:" + new UUID(badge.id().getMostSignificantBits(), ++scored);
      Optional<String> scale = scale(document, grade.value());
      if (scale.isEmpty()) {
        descriptions.add(described(id, grade.name(), "Result"));
      }
      results.add(valued(scale.orElse(id), grade.value()));
    }
    if (scored > 0) {
      achievement.add("resultDescription", descriptions);
      subject.add("result", results);
    }
    return subject.add("achievement", achievement);
  }

  private static JsonObjectBuilder description(String id, String activity) {
    return described(id, activity, "Percent").add("valueMin", "0").add("valueMax", "100");
  }

  private static JsonObjectBuilder described(String id, String name, String type) {
    return JSON.createObjectBuilder()
        .add("id", id)
        .add("type", types("ResultDescription"))
        .add("name", name)
        .add("resultType", type);
  }

  /** The grade scale of the badge class that knows a grade. */
  private static Optional<String> scale(Map<String, Object> achievement, String grade) {
    List<?> scales = (List<?>) achievement.getOrDefault("resultDescription", List.of());
    return scales.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> !(each.get("allowedValue") instanceof List<?> all) || all.contains(grade))
        .map(each -> String.valueOf(each.get("id")))
        .findFirst();
  }

  private static JsonObjectBuilder evidence(OpenBadge.Evidence evidence) {
    JsonObjectBuilder one = JSON.createObjectBuilder();
    add(one, "id", evidence.url());
    one.add("type", types("Evidence"));
    add(one, "name", evidence.name());
    add(one, "description", evidence.description());
    return one;
  }

  private static JsonObjectBuilder result(String description, double percent) {
    BigDecimal value = BigDecimal.valueOf(percent).setScale(2, RoundingMode.DOWN);
    return valued(description, value.stripTrailingZeros().toPlainString());
  }

  private static JsonObjectBuilder valued(String description, String value) {
    return JSON.createObjectBuilder()
        .add("type", types("Result"))
        .add("resultDescription", description)
        .add("value", value);
  }

  private static JsonArrayBuilder schema() {
    return JSON.createArrayBuilder()
        .add(
            JSON.createObjectBuilder()
                .add("id", SCHEMA)
                .add("type", "1EdTechJsonSchemaValidator2019"));
  }

  private JsonObjectBuilder status(StatusEntry entry) {
    String list = addresses.statusList(entry.listId());
    return JSON.createObjectBuilder()
        .add("id", list + "#" + entry.index())
        .add("type", "BitstringStatusListEntry")
        .add("statusPurpose", "revocation")
        .add("statusListIndex", Integer.toString(entry.index()))
        .add("statusListCredential", list);
  }

  private static JsonArrayBuilder types(String... types) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (String type : types) {
      array.add(type);
    }
    return array;
  }

  private static void add(JsonObjectBuilder object, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      object.add(name, value);
    }
  }
}
