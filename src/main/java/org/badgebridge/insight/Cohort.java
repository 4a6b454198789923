package org.badgebridge.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The offers that are looked at: those of one institution that were made in a period. A claim
 * counts with the day of its <em>offer</em>, so a period's rate never mixes cohorts.
 *
 * @param from the first day, or null for the beginning
 * @param to the last day, or null for no end; UTC
 */
public record Cohort(UUID institutionId, @Nullable LocalDate from, @Nullable LocalDate to) {

  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  /** Days as forms send them; what is no day does not limit. */
  public static Cohort of(UUID institutionId, @Nullable String from, @Nullable String to) {
    return new Cohort(institutionId, day(from), day(to));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  Instant start() {
    return from == null ? BEGINNING : from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return to == null ? END : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The parameters of a link to the same cohort. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("institution", institutionId.toString());
    if (from != null) {
      all.put("from", from.toString());
    }
    if (to != null) {
      all.put("to", to.toString());
    }
    return all;
  }
}
