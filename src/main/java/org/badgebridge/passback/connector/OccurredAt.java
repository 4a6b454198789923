package org.badgebridge.passback.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * When something became true, as a sender tells it. Never later than now: a fact from the future
 * would win over every later one. Never before 1970, which is before every course.
 */
public final class OccurredAt {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter();

  private OccurredAt() {}

  /** The moment; empty if the text is not ISO 8601 with a date, a time and an offset. */
  public static Optional<Instant> read(String text, Instant now) {
    try {
      return Optional.of(bounded(OffsetDateTime.parse(text, ISO).toInstant(), now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant bounded(Instant told, Instant now) {
    if (told.isAfter(now)) {
      return now;
    }
    return told.isBefore(Instant.EPOCH) ? Instant.EPOCH : told;
  }
}
