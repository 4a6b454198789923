package org.badgebridge.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Details as one JSON value; null if nothing is said. */
@Converter
public class AwardDetailsColumn implements AttributeConverter<AwardDetails, String> {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable AwardDetails details) {
    if (details == null || details.equals(AwardDetails.NONE)) {
      return null;
    }
    try {
      return MAPPER.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of text is always JSON", e);
    }
  }

  @Override
  public AwardDetails convertToEntityAttribute(@Nullable String json) {
    try {
      return json == null ? AwardDetails.NONE : MAPPER.readValue(json, AwardDetails.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored details are not JSON of ours", e);
    }
  }
}
