package org.badgebridge.award.hand;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Requirements;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.staff.Typed;
import org.jspecify.annotations.Nullable;

/** The part of a form that says what an award says, and from when on it can be claimed. */
public final class DetailsForm {

  private static final String FROM = "from";
  private static final String ZONE = "zone";

  private DetailsForm() {}

  /** What is said. */
  public static AwardDetails details(Typed typed) {
    return new AwardDetails(
        typed.value("narrative"),
        typed.value("evidenceUrl"),
        typed.value("evidenceName"),
        typed.value("evidenceDescription"),
        typed.value("grade"));
  }

  /** The fields of what is said already. */
  public static Map<String, String> values(AwardDetails details) {
    Map<String, String> values = new TreeMap<>();
    put(values, "narrative", details.narrative());
    put(values, "evidenceUrl", details.evidenceUrl());
    put(values, "evidenceName", details.evidenceName());
    put(values, "evidenceDescription", details.evidenceDescription());
    put(values, "grade", details.grade());
    return values;
  }

  private static void put(Map<String, String> values, String field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  /** All that is wrong with the details and the moment, by field. */
  public static List<FieldFault> faults(Typed typed, Requirements requirements) {
    List<FieldFault> faults = new ArrayList<>(requirements.faults(details(typed)));
    if (!typed.value(FROM).isEmpty() && from(typed) == null) {
      faults.add(FieldFault.of(FROM, "award.batch.moment"));
    }
    return faults;
  }

  /**
   * The moment as {@code datetime-local} sends it, in the time zone of the field {@code zone},
   * which the page's script fills; UTC without. Null for none and for what is no moment.
   */
  public static @Nullable Instant from(Typed typed) {
    try {
      return LocalDateTime.parse(typed.value(FROM)).atZone(zone(typed.value(ZONE))).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZoneId zone(String named) {
    try {
      return named.isEmpty() ? ZoneOffset.UTC : ZoneId.of(named);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
