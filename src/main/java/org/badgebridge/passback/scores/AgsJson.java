package org.badgebridge.passback.scores;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object of a sender within bounds of size and depth. Members that we do not know
 * are extensions and left alone; those that we know must be what they should be, or are refused
 * with MALFORMED and their name.
 */
final class AgsJson {

  /** Bytes that a message may have. */
  static final int LARGEST = 2 << 20;

  private static final ObjectMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(100)
                          .maxStringLength(100_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** ISO 8601 with a zone; a fraction of a second may be there. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9})\\d*)?"
              + "(?:(Z)|([+-]\\d\\d)(?::?(\\d\\d))?)");

  private final JsonNode object;

  private AgsJson(JsonNode object) {
    this.object = object;
  }

  /**
   * Reads a body to its end.
   *
   * @throws ProblemException TOO_LARGE beyond so many bytes
   */
  static byte[] bytes(InputStream body, int largest) throws IOException {
    byte[] bytes = body.readNBytes(largest + 1);
    if (bytes.length > largest) {
      throw new ProblemException(ProblemType.TOO_LARGE, "passback.scores.large", largest / 1024);
    }
    return bytes;
  }

  static AgsJson read(InputStream body) throws IOException {
    byte[] bytes = bytes(body, LARGEST);
    try {
      JsonNode read = READER.readTree(bytes);
      if (read != null && read.isObject()) {
        return new AgsJson(read);
      }
      throw new ProblemException(ProblemType.MALFORMED, "passback.scores.json");
    } catch (IOException e) {
      throw new ProblemException(e, ProblemType.MALFORMED, "passback.scores.json");
    }
  }

  static ProblemException wrong(String field, String key) {
    return new ProblemException(ProblemType.MALFORMED, "passback.scores." + key, field);
  }

  /** A name that must be there. */
  String text(String field, int longest) {
    String found = optionalText(field, longest);
    if (found == null || found.isBlank()) {
      throw wrong(field, "missing");
    }
    return found;
  }

  /** A name without control characters; null if it is missing, null or empty. */
  @Nullable String optionalText(String field, int longest) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String text = node.textValue();
    if (text == null || text.length() > longest || !plain(text)) {
      throw wrong(field, "text");
    }
    return text.isEmpty() ? null : text;
  }

  /** Text of several lines, as it was sent; null if it is missing or null. */
  @Nullable String prose(String field) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String text = node.textValue();
    if (text == null) {
      throw wrong(field, "text");
    }
    return text;
  }

  /** A number as programs mean it, within what a double holds; null if it is missing or null. */
  @Nullable Double number(String field) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    double value = node.doubleValue();
    if (!node.isNumber() || !Double.isFinite(value)) {
      throw wrong(field, "number");
    }
    return value;
  }

  /** Null if it is missing or null. */
  @Nullable Boolean flag(String field) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isBoolean()) {
      throw wrong(field, "flag");
    }
    return node.booleanValue();
  }

  /** A moment with its zone, to the microsecond; null if it is missing, null or empty. */
  @Nullable Instant moment(String field, boolean withFraction) {
    String text = optionalText(field, 100);
    if (text == null) {
      return null;
    }
    Matcher found = MOMENT.matcher(text);
    if (!found.matches() || (withFraction && found.group(2) == null)) {
      throw wrong(field, withFraction ? "timestamp" : "date");
    }
    String fraction = found.group(2) == null ? "0" : found.group(2);
    String zone =
        found.group(3) != null
            ? "Z"
            : found.group(4) + ":" + (found.group(5) == null ? "00" : found.group(5));
    try {
      return OffsetDateTime.parse(found.group(1) + "." + fraction + zone)
          .toInstant()
          .truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw wrong(field, withFraction ? "timestamp" : "date");
    }
  }

  private static boolean plain(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }
}
