package org.badgebridge.credential;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.credential.OpenBadge.Proof;
import org.jspecify.annotations.Nullable;

/**
 * Reads, from an award's reason, what the learner did for it: each entry of {@code facts} with its
 * {@code activity}, and {@code score} of {@code maximum} where there was a score. What it does not
 * understand it leaves out.
 */
final class Reason {

  private static final double FULL = 100;

  private Reason() {}

  static List<Proof> proofs(String json) {
    List<Proof> proofs = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonValue facts = reader.readObject().get("facts");
      for (JsonValue fact : facts instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY) {
        if (fact instanceof JsonObject object) {
          String activity = object.getString("activity", "");
          if (!activity.isBlank()) {
            proofs.add(new Proof(activity, percent(object)));
          }
        }
      }
    } catch (JsonException e) {
      return List.of(); // an award's reason that says nothing we can show
    }
    return proofs;
  }

  private static @Nullable Double percent(JsonObject fact) {
    if (fact.get("score") instanceof JsonNumber score
        && fact.get("maximum") instanceof JsonNumber maximum
        && maximum.doubleValue() > 0) {
      return Math.max(0, Math.min(FULL, score.doubleValue() / maximum.doubleValue() * FULL));
    }
    return null;
  }
}
