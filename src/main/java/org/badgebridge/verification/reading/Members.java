package org.badgebridge.verification.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of JSON objects that others wrote: what is not there, or of another kind, is empty. */
public final class Members {

  private Members() {}

  /** A text; empty if it is none. */
  public static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  /** A moment with its zone; null if it is none. */
  public static @Nullable Instant moment(JsonObject object, String name) {
    try {
      String text = text(object, name);
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** An object, or the only one of an array; empty if it is none. */
  public static JsonObject object(JsonObject object, String name) {
    List<JsonObject> all = objects(object, name);
    return all.size() == 1 ? all.get(0) : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** All values: those of an array, or the one there is. */
  public static List<JsonValue> all(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value == null ? List.of() : value instanceof JsonArray array ? array : List.of(value);
  }

  /** The objects among them. */
  public static List<JsonObject> objects(JsonObject object, String name) {
    return all(object, name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .toList();
  }

  /** The texts among them. */
  public static List<String> texts(JsonObject object, String name) {
    return all(object, name).stream()
        .filter(JsonString.class::isInstance)
        .map(each -> ((JsonString) each).getString())
        .toList();
  }

  /** Whether one of these is among its types. */
  public static boolean isA(JsonObject object, String... types) {
    return texts(object, "type").stream().anyMatch(List.of(types)::contains);
  }

  /** The id of what a member names: by text, or by an object with an {@code id}. */
  public static String id(JsonObject object, String name) {
    String text = text(object, name);
    return text.isEmpty() ? text(object(object, name), "id") : text;
  }
}
