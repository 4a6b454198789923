package org.badgebridge.credential;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What a signed document says, read back from it: pages show what was signed, not what the badge
 * class has become since.
 *
 * @param criteria Markdown
 */
public record IssuedBadge(
    String name,
    String description,
    String criteria,
    String language,
    String issuer,
    List<Score> scores) {

  /** A result with the name of what it is of. */
  public record Score(String activity, String percent) {}

  /** Reads one of our own documents. */
  public static IssuedBadge read(Credential credential) {
    try (JsonReader reader = Json.createReader(new StringReader(credential.document()))) {
      JsonObject document = reader.readObject();
      JsonObject subject = document.getJsonObject("credentialSubject");
      JsonObject achievement = subject.getJsonObject("achievement");
      return new IssuedBadge(
          achievement.getString("name"),
          achievement.getString("description"),
          achievement.getJsonObject("criteria").getString("narrative"),
          achievement.getString("inLanguage"),
          document.getJsonObject("issuer").getString("name"),
          scores(subject, achievement));
    }
  }

  private static List<Score> scores(JsonObject subject, JsonObject achievement) {
    List<Score> scores = new ArrayList<>();
    JsonArray descriptions = array(achievement, "resultDescription");
    for (JsonObject result : array(subject, "result").getValuesAs(JsonObject.class)) {
      for (JsonObject each : descriptions.getValuesAs(JsonObject.class)) {
        if (each.getString("id").equals(result.getString("resultDescription"))) {
          scores.add(new Score(each.getString("name"), result.getString("value")));
        }
      }
    }
    return scores;
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
