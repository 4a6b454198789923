package org.badgebridge.rule;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule gave an award, kept with the award as JSON.
 *
 * @param rule the rule's number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reason(int rule, UUID ruleId, List<Item> evidence) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_SEEN = 30;
  private static final int LONGEST_TITLE = 100;

  /** Refuses what is no rule's reason. */
  public Reason {
    Objects.requireNonNull(ruleId);
    evidence = List.copyOf(evidence);
  }

  /**
   * One piece of evidence that met a condition.
   *
   * @param title what the activity was called then; null if nobody knew
   * @param at when it became true, ISO 8601
   * @param passback the report in the inbox
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Item(
      String source,
      UUID activity,
      @Nullable String title,
      Fact.Kind kind,
      @Nullable Double score,
      @Nullable Double maximum,
      String at,
      UUID passback) {

    static Item of(EvidenceItem item, @Nullable String title) {
      return new Item(
          item.source(),
          item.activityId(),
          title,
          item.kind(),
          item.score(),
          item.maximum(),
          item.occurredAt().toString(),
          item.passbackId());
    }

    public Instant moment() {
      return Instant.parse(at);
    }
  }

  /**
   * Keeps what a verdict rests on.
   *
   * @param titles of the activities, by id
   */
  public static Reason of(UUID ruleId, int number, Verdict verdict, Map<UUID, String> titles) {
    return new Reason(
        number,
        ruleId,
        verdict.because().stream()
            .map(item -> Item.of(item, titles.get(item.activityId())))
            .distinct()
            .toList());
  }

  /**
   * Keeps all that was looked at, whether it met its condition or not; at most thirty pieces.
   *
   * @param titles of the activities, by id
   */
  public static Reason seen(UUID ruleId, int number, Verdict verdict, Map<UUID, String> titles) {
    return new Reason(
        number,
        ruleId,
        verdict
            .findings()
            .flatMap(Finding::seenItem)
            .distinct()
            .limit(MOST_SEEN)
            .map(item -> Item.of(item, shortened(titles.get(item.activityId()))))
            .toList());
  }

  private static @Nullable String shortened(@Nullable String title) {
    return title == null || title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, LONGEST_TITLE);
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reason that cannot be written", e);
    }
  }

  /** Reads an award's reason; empty if no rule gave it. */
  public static Optional<Reason> of(String json) {
    try {
      return Optional.of(JSON.readValue(json, Reason.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
