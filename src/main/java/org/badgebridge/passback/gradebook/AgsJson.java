package org.badgebridge.passback.gradebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.badgebridge.external.ExternalNonsense;
import org.jspecify.annotations.Nullable;

/** The JSON of AGS 2.0; entries that make no sense are left out. */
final class AgsJson {

  /** AGS 2.0 §3.4.3: with sub-second precision and a zone. */
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** ISO 8601 with any offset a platform writes: {@code Z}, {@code +01:00}, {@code +0100}. */
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private AgsJson() {}

  static ArrayNode array(String body) {
    if (parse(body) instanceof ArrayNode array) {
      return array;
    }
    throw new ExternalNonsense("the answer is no list", null);
  }

  static ObjectNode object(String body) {
    if (parse(body) instanceof ObjectNode object) {
      return object;
    }
    throw new ExternalNonsense("the answer is no object", null);
  }

  static @Nullable LineItem lineItem(JsonNode node) {
    var wire = value(node, org.tsugi.ags2.objects.LineItem.class);
    if (wire == null || wire.id == null || wire.id.isBlank()) {
      return null;
    }
    return new LineItem(
        wire.id,
        wire.label == null ? "" : wire.label,
        wire.scoreMaximum == null ? 1 : wire.scoreMaximum,
        given(wire.resourceId),
        given(wire.tag),
        given(wire.resourceLinkId));
  }

  /** Without a score there is nothing to tell; without a maximum it is 1 (AGS 2.0 §3.3.4.3). */
  static @Nullable Result result(JsonNode node) {
    var wire = value(node, org.tsugi.ags2.objects.Result.class);
    if (wire == null || given(wire.userId) == null || wire.resultScore == null) {
      return null;
    }
    double maximum = wire.resultMaximum == null ? 1 : wire.resultMaximum;
    boolean sound = Double.isFinite(wire.resultScore) && Double.isFinite(maximum) && maximum > 0;
    return sound ? new Result(wire.userId, wire.resultScore, maximum, at(node)) : null;
  }

  static String newLineItem(
      String label, double maximum, @Nullable String resourceId, @Nullable String tag) {
    var wire = new org.tsugi.ags2.objects.LineItem();
    wire.label = label;
    wire.scoreMaximum = maximum;
    wire.resourceId = resourceId;
    wire.tag = tag;
    return text(wire);
  }

  static String score(Score score) {
    var wire = wire(score.userId(), score.at());
    wire.activityProgress = org.tsugi.ags2.objects.Score.ACTIVITY_COMPLETED;
    wire.scoreGiven = score.given();
    wire.scoreMaximum = score.maximum();
    wire.comment = score.comment();
    return text(wire);
  }

  /** Without a score given "the platform should clear any previous score" (AGS 2.0 §3.4.5). */
  static String noScore(String userId, Instant at) {
    var wire = wire(userId, at);
    wire.activityProgress = org.tsugi.ags2.objects.Score.ACTIVITY_INITIALIZED;
    return text(wire);
  }

  /** What is not fully graded some platforms pass over (AGS 2.0 §3.4.8). */
  private static org.tsugi.ags2.objects.Score wire(String userId, Instant at) {
    var wire = new org.tsugi.ags2.objects.Score();
    wire.userId = userId;
    wire.timestamp = WRITTEN.format(at);
    wire.gradingProgress = org.tsugi.ags2.objects.Score.GRADING_FULLYGRADED;
    return wire;
  }

  private static @Nullable Instant at(JsonNode result) {
    try {
      return OffsetDateTime.parse(result.path("timestamp").asText(""), READ).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static <T> @Nullable T value(JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ExternalNonsense("the answer is no JSON", e);
    }
  }

  private static String text(Object wire) {
    try {
      return JSON.writeValueAsString(wire);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
