package org.badgebridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/** {@link Translated} as a JSON object, language tag to text, in its order. Null is nothing. */
@Converter(autoApply = true)
public class TranslatedConverter implements AttributeConverter<Translated, String> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Translated text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(new TreeMap<>(text.texts()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings are always JSON", e);
    }
  }

  @Override
  public Translated convertToEntityAttribute(@Nullable String stored) {
    if (stored == null) {
      return Translated.NOTHING;
    }
    try {
      return new Translated(JSON.readValue(stored, TEXTS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored text is no JSON", e);
    }
  }
}
