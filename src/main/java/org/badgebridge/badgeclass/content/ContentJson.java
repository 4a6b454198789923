package org.badgebridge.badgeclass.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A content as JSON: what the database keeps, and what files and programs exchange. */
public final class ContentJson {

  /** Writes what is said only; refuses what it does not know, so that no typing error is lost. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private ContentJson() {}

  /** One line of JSON. */
  public static String write(BadgeContent content) {
    try {
      return MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of text are always JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if it did not
   */
  public static BadgeContent read(String json) {
    try {
      return MAPPER.readValue(json, BadgeContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored content is not JSON of ours", e);
    }
  }
}
