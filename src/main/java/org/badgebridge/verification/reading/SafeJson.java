package org.badgebridge.verification.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;

/**
 * JSON of strangers: walked through once before anything is built of it. Nesting, the number of
 * tokens and the size of numbers are bounded, and a member that is there twice is refused, because
 * two readers could see two badges in it.
 */
public final class SafeJson {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  static final int DEEPEST = 40;

  /** A large badge with everything has some thousand. */
  private static final int MOST = 20_000;

  /** Beyond doubles: a number with such an exponent takes gigabytes when it is written out. */
  private static final int LARGEST_EXPONENT = 308;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(60)
                  .maxNameLength(2_000)
                  .maxStringLength(BadgeFile.LARGEST)
                  .build())
          .build();

  private SafeJson() {}

  /**
   * The object.
   *
   * @throws Unreadable if it is none, or more than we read
   */
  public static JsonObject object(String text) {
    walk(text);
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new Unreadable("file.no-json");
    }
  }

  private static void walk(String text) {
    int count = 0;
    boolean over = false;
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("file.no-json");
      }
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (over) {
          throw new Unreadable("file.no-json");
        }
        if (++count > MOST) {
          throw new Unreadable("file.too-complex");
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          checkExponent(parser.getText());
        }
        over = token == JsonToken.END_OBJECT && parser.getParsingContext().inRoot();
      }
    } catch (IOException e) {
      throw new Unreadable("file.no-json");
    }
  }

  private static void checkExponent(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e > 0) {
      String exponent = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
      if (exponent.length() > 3 || Integer.parseInt("0" + exponent) > LARGEST_EXPONENT) {
        throw new Unreadable("file.too-complex");
      }
    }
  }
}
