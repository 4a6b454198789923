package org.badgebridge.backpack.elsewhere;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Endorsement.About;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it is stored: without the document, which is in the file, and without a picture.
 * With what was found of each endorsement, so that nobody is asked again when it is read.
 */
final class VerdictJson {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String MOMENT = "moment";

  private VerdictJson() {}

  static String write(Verdict verdict) {
    JsonArrayBuilder checks = JSON.createArrayBuilder();
    verdict.checks().forEach(each -> checks.add(check(each)));
    JsonArrayBuilder endorsements = JSON.createArrayBuilder();
    verdict.endorsements().forEach(each -> endorsements.add(endorsement(each)));
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("state", verdict.state().name())
            .add("checkedAt", verdict.checkedAt().toString())
            .add("checks", checks)
            .add("endorsements", endorsements);
    ShownBadge badge = verdict.badge();
    if (badge != null) {
      json.add("badge", badge(badge));
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder check(Check check) {
    JsonArrayBuilder arguments = JSON.createArrayBuilder();
    for (Object each : check.arguments()) {
      if (each instanceof Instant moment) {
        arguments.add(JSON.createObjectBuilder().add(MOMENT, moment.toString()));
      } else if (each instanceof Number number) {
        arguments.add(number.longValue());
      } else {
        arguments.add(each.toString());
      }
    }
    return JSON.createObjectBuilder()
        .add("probe", check.probe().name())
        .add("outcome", check.outcome().name())
        .add("key", check.key())
        .add("arguments", arguments);
  }

  private static JsonObjectBuilder endorsement(Endorsement endorsement) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("name", endorsement.name())
            .add("endorser", endorsement.endorser())
            .add("domain", endorsement.domain())
            .add("comment", endorsement.comment())
            .add("result", check(endorsement.result()));
    if (endorsement.about() != null) {
      json.add("about", endorsement.about().name());
    }
    return json;
  }

  private static JsonObjectBuilder badge(ShownBadge badge) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("name", badge.name())
            .add("description", badge.description())
            .add("criteria", badge.criteria())
            .add("language", badge.language())
            .add("issuer", badge.issuer())
            .add("issuerId", badge.issuerId())
            .add("domain", badge.domain());
    if (badge.awardedAt() != null) {
      json.add("awardedAt", badge.awardedAt().toString());
    }
    if (badge.validUntil() != null) {
      json.add("validUntil", badge.validUntil().toString());
    }
    return json;
  }

  static Verdict read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new Verdict(
          State.valueOf(json.getString("state")),
          Instant.parse(json.getString("checkedAt")),
          json.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
              .map(VerdictJson::check)
              .toList(),
          json.containsKey("badge") ? badge(json.getJsonObject("badge")) : null,
          endorsements(json),
          "");
    }
  }

  /** Those that were found; none in a verdict from before they were kept. */
  private static List<Endorsement> endorsements(JsonObject json) {
    return json.containsKey("endorsements")
        ? json.getJsonArray("endorsements").getValuesAs(JsonObject.class).stream()
            .map(VerdictJson::endorsement)
            .toList()
        : List.of();
  }

  private static Endorsement endorsement(JsonObject json) {
    return new Endorsement(
        json.getString("name"),
        json.getString("endorser"),
        json.getString("domain"),
        json.containsKey("about") ? About.valueOf(json.getString("about")) : null,
        json.getString("comment"),
        check(json.getJsonObject("result")));
  }

  private static Check check(JsonObject json) {
    List<Object> arguments =
        json.getJsonArray("arguments").stream().map(VerdictJson::argument).toList();
    return new Check(
        Probe.valueOf(json.getString("probe")),
        Outcome.valueOf(json.getString("outcome")),
        json.getString("key"),
        arguments);
  }

  private static Object argument(JsonValue value) {
    return switch (value.getValueType()) {
      case NUMBER -> ((JsonNumber) value).longValue();
      case OBJECT -> Instant.parse(value.asJsonObject().getString(MOMENT));
      default -> ((JsonString) value).getString();
    };
  }

  private static ShownBadge badge(JsonObject json) {
    return new ShownBadge(
        json.getString("name"),
        json.getString("description"),
        json.getString("criteria"),
        json.getString("language"),
        json.getString("issuer"),
        json.getString("issuerId"),
        json.getString("domain"),
        moment(json, "awardedAt"),
        moment(json, "validUntil"),
        "",
        "");
  }

  private static @Nullable Instant moment(JsonObject json, String name) {
    return json.containsKey(name) ? Instant.parse(json.getString(name)) : null;
  }
}
