package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Provenance.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The awards that are looked at. A claim counts with the day of its <em>offer</em>, so a period's
 * rate never mixes cohorts; what was not offered yet counts with the day on which its rule was met.
 *
 * @param scope what the reader may see
 * @param from the first day, or null for the beginning; UTC
 * @param to the last day, or null for no end
 * @param course only what comes from this course
 */
public record Filter(
    UUID institutionId,
    Scope scope,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID issuer,
    @Nullable UUID badgeClass,
    @Nullable String type,
    @Nullable UUID course,
    @Nullable Origin origin) {

  /** Everything of an institution. */
  public static Filter all(UUID institutionId) {
    return new Filter(institutionId, Scope.ALL, null, null, null, null, null, null, null);
  }

  /** The same, as far as a reader sees. */
  public Filter within(Scope seen) {
    return new Filter(institutionId, seen, from, to, issuer, badgeClass, type, course, origin);
  }

  /** The same in a period. */
  public Filter during(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Filter(institutionId, scope, first, last, issuer, badgeClass, type, course, origin);
  }

  /** The same of one course, or all. */
  public Filter in(@Nullable UUID chosen) {
    return new Filter(institutionId, scope, from, to, issuer, badgeClass, type, chosen, origin);
  }

  /** The same by one way, or all. */
  Filter by(@Nullable Origin chosen) {
    return new Filter(institutionId, scope, from, to, issuer, badgeClass, type, course, chosen);
  }

  /** The same of one badge class, or all. */
  public Filter of(@Nullable UUID chosen) {
    return new Filter(institutionId, scope, from, to, issuer, chosen, type, course, origin);
  }

  /** Whether badge classes are left out. */
  boolean narrow() {
    return !scope.everything() || issuer != null || badgeClass != null || type != null;
  }

  /** The parameters of a link to the same. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "institution", institutionId);
    put(all, "from", from);
    put(all, "to", to);
    put(all, "issuer", issuer);
    put(all, "badge", badgeClass);
    put(all, "type", type);
    put(all, "course", course);
    put(all, "origin", origin);
    return all;
  }

  private static void put(Map<String, String> all, String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value.toString());
    }
  }
}
