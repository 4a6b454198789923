package org.badgebridge.demo.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the JSON of the wire. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Written for a person to read. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Reads an object.
   *
   * @throws Refusal 400 if the text is not one
   */
  public static Map<String, Object> object(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "Not a JSON object");
    }
  }

  /** The member as text (numbers too), or null when it is absent. */
  public static @Nullable String text(Map<String, Object> object, String member) {
    Object value = object.get(member);
    return value == null ? null : value.toString();
  }

  /** The member as a number, or null when it is absent or no number. */
  public static @Nullable Double number(Map<String, Object> object, String member) {
    return object.get(member) instanceof Number number ? number.doubleValue() : null;
  }

  /** The member as an object, empty when it is absent or something else. */
  public static Map<String, Object> child(Map<String, Object> object, String member) {
    var child = new LinkedHashMap<String, Object>();
    if (object.get(member) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> child.put(String.valueOf(name), value));
    }
    return child;
  }
}
