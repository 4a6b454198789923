package org.badgebridge.verification.proof;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * The one term of Open Badges that a later edition of its vocabulary added under the same address
 * (June 2026). Its values are tokens, each with a signature of its own.
 */
final class NewTerms {

  static final String ENDORSEMENT = "endorsementJwt";

  private NewTerms() {}

  /** Whether a document uses it: with the edition that is known here that cannot be worked out. */
  static boolean in(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().anyMatch(NewTerms::in);
    }
    return value instanceof JsonObject object
        && (object.containsKey(ENDORSEMENT) || object.values().stream().anyMatch(NewTerms::in));
  }

  /** The document without it: of a token that is signed letter by letter nothing escapes so. */
  static JsonObject without(JsonObject object) {
    JsonObjectBuilder rest = Json.createObjectBuilder();
    object.forEach(
        (name, value) -> {
          if (!name.equals(ENDORSEMENT)) {
            rest.add(name, cut(value));
          }
        });
    return rest.build();
  }

  private static JsonValue cut(JsonValue value) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder rest = Json.createArrayBuilder();
      array.forEach(each -> rest.add(cut(each)));
      return rest.build();
    }
    return value instanceof JsonObject object ? without(object) : value;
  }
}
