package org.badgebridge.badgeclass.content;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How long a badge holds from its issue.
 *
 * @param amount at least 1
 */
public record Validity(int amount, Unit unit) {

  /** Never without a unit, also when a program leaves it out. */
  public Validity {
    Objects.requireNonNull(unit, "unit");
  }

  /** The longest, about a working life: 50 years. */
  static final int MOST_DAYS = 18_262;

  /** In what it is counted; calendar months and years. */
  public enum Unit {
    DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  /** The moment a badge issued at {@code from} ends: the same time of day, UTC. */
  public Instant end(Instant from) {
    return from.atZone(ZoneOffset.UTC).plus(period()).toInstant();
  }

  /** As ISO 8601. */
  public Period period() {
    return switch (unit) {
      case DAYS -> Period.ofDays(amount);
      case WEEKS -> Period.ofWeeks(amount);
      case MONTHS -> Period.ofMonths(amount);
      case YEARS -> Period.ofYears(amount);
    };
  }

  boolean tooLong() {
    long days =
        switch (unit) {
          case DAYS -> amount;
          case WEEKS -> amount * 7L;
          case MONTHS -> amount * 30L;
          case YEARS -> amount * 365L;
        };
    return days > MOST_DAYS;
  }
}
