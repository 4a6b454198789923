package org.badgebridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.badgebridge.badgeclass.content.ContentJson;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * JSON of programs: read strictly, so that no typing error is lost, and within bounds of size and
 * depth (Jackson's own, 1,000 levels).
 */
final class ApiJson {

  /** Bytes that a request may have. */
  static final int LARGEST = 1 << 20;

  private static final ObjectMapper WRITER =
      ContentJson.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private static final ObjectMapper READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private ApiJson() {}

  /** Numbers and flags as they are; of a content only what is said. */
  static JsonNode tree(Object value) {
    return WRITER.valueToTree(value);
  }

  /** A content as the files and the database have it: only what is said. */
  static JsonNode content(Object content) {
    return ContentJson.MAPPER.valueToTree(content);
  }

  static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our records are always JSON", e);
    }
  }

  /**
   * Reads a body to its end.
   *
   * @throws ProblemException TOO_LARGE beyond so many bytes
   */
  static byte[] bytes(InputStream body, int largest) throws IOException {
    byte[] bytes = body.readNBytes(largest + 1);
    if (bytes.length > largest) {
      throw new ProblemException(ProblemType.TOO_LARGE, "api.too-large", largest / 1024);
    }
    return bytes;
  }

  /**
   * Reads a value.
   *
   * @throws ProblemException MALFORMED if it is not JSON, or nothing
   * @throws InvalidFields if it is not the JSON that is due, with where
   */
  static <T> T read(byte[] bytes, Class<T> type) {
    try {
      return required(READER.readValue(bytes, type));
    } catch (JsonMappingException e) {
      throw e.getPath().isEmpty() && bytes.length == 0 ? malformed(e) : fault("", e);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /**
   * The same of a part that was read as a tree.
   *
   * @throws InvalidFields likewise
   */
  static <T> T read(JsonNode node, Class<T> type, String prefix) {
    try {
      return required(READER.treeToValue(node, type));
    } catch (JsonMappingException e) {
      throw fault(prefix, e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  @SuppressWarnings("NullAway") // what Jackson gives for the text "null"
  private static <T> T required(T read) {
    if (read == null) {
      throw new ProblemException(ProblemType.MALFORMED, "api.not-json");
    }
    return read;
  }

  private static ProblemException malformed(Exception cause) {
    return new ProblemException(cause, ProblemType.MALFORMED, "api.not-json");
  }

  private static ProblemException fault(String prefix, JsonMappingException cause) {
    if (cause.getCause() instanceof JsonProcessingException inner
        && !(inner instanceof JsonMappingException)) {
      return malformed(inner); // Jackson wraps what breaks off inside a value
    }
    String key =
        cause instanceof UnrecognizedPropertyException
            ? "api.fault.unknown"
            : "api.fault.wrong-kind";
    return new InvalidFields(List.of(FieldFault.of(path(prefix, cause), key)));
  }

  /** As in {@code content.alignments[0].targetUrl}. */
  private static String path(String prefix, JsonMappingException cause) {
    StringBuilder path = new StringBuilder(prefix);
    for (JsonMappingException.Reference each : cause.getPath()) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.toString();
  }
}
