package org.badgebridge.passback.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** What senders post, read within limits of size, time, depth and number. */
public final class Received {

  /** The largest body, in bytes. */
  public static final int LARGEST = 2 * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int DEEPEST = 64;
  private static final int DIGITS = 100;

  /** Takes no duplicate names, and none of the numbers that JSON has not (RFC 8259 §6). */
  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(DIGITS)
                          .maxStringLength(LARGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private Received() {}

  /**
   * Reads a body to its end.
   *
   * @throws ProblemException TOO_LARGE beyond {@link #LARGEST}, MALFORMED if it takes too long
   */
  public static byte[] bytes(InputStream body, Clock clock) throws IOException {
    long end = clock.millis() + LONGEST.toMillis();
    ByteArrayOutputStream read = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      read.write(buffer, 0, count);
      if (read.size() > LARGEST) {
        throw new ProblemException(
            ProblemType.TOO_LARGE, "passback.refused.large", LARGEST / 1024 / 1024);
      }
      if (clock.millis() > end) {
        throw new ProblemException(ProblemType.MALFORMED, "passback.refused.slow");
      }
    }
    return read.toByteArray();
  }

  /**
   * Reads JSON.
   *
   * @throws ReportRefused if it is none, or nested too deeply
   */
  public static JsonNode json(byte[] body) {
    try {
      JsonNode read = JSON.readTree(body);
      if (read == null || read.isMissingNode()) {
        throw notJson("");
      }
      return read;
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      throw notJson(where == null ? "" : where.getLineNr() + ":" + where.getColumnNr());
    } catch (IOException e) {
      throw notJson("");
    }
  }

  private static ReportRefused notJson(String where) {
    return new ReportRefused("json", where, ProblemType.MALFORMED, "passback.refused.json");
  }
}
