package org.badgebridge.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.credential.OpenBadge.Proof;
import org.jspecify.annotations.Nullable;

/**
 * Reads, from an award's reason, what the learner scored for it: each entry of {@code evidence}
 * that has a {@code score} of a {@code maximum}, under its {@code title}. What it does not
 * understand it leaves out.
 */
final class Reason {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final double FULL = 100;

  /** The name of a result whose activity has none; a word of both our languages. */
  private static final String UNTITLED = "Score";

  private Reason() {}

  static List<Proof> proofs(String json) {
    List<Proof> proofs = new ArrayList<>();
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonValue evidence = reader.readObject().get("evidence");
      if (evidence instanceof JsonArray items) {
        for (JsonObject item : items.getValuesAs(JsonObject.class)) {
          Double percent = percent(item);
          if (percent != null) {
            String title = item.getString("title", "").strip();
            proofs.add(new Proof(title.isEmpty() ? UNTITLED : title, percent));
          }
        }
      }
    } catch (JsonException | ClassCastException e) {
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
