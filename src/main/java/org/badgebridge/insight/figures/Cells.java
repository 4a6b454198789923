package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a filter, as a table {@code f} for a query: the largest that fit, or the days at the
 * edges of the period, which fill no month.
 */
final class Cells {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final List<@Nullable Object> parameters = new ArrayList<>();
  private final List<String> arms = new ArrayList<>();
  private final Filter filter;
  private final LocalDate today;

  private Cells(Filter filter, LocalDate today) {
    this.filter = filter;
    this.today = today;
  }

  /** Without the edges, by badge class, course and origin. */
  static Cells together(Filter filter, LocalDate today) {
    Cells cells = new Cells(filter, today);
    if (filter.from() == null && filter.to() == null) {
      cells.arm("ALL", LocalDate.EPOCH, LocalDate.EPOCH);
    } else {
      cells.months("MONTH");
    }
    return cells;
  }

  /** Without the edges, by badge class and month. */
  static Cells byMonth(Filter filter, LocalDate today) {
    Cells cells = new Cells(filter, today);
    cells.months(filter.course() == null && filter.origin() == null ? "CLASS" : "MONTH");
    return cells;
  }

  /** The edges only, by badge class, course, origin and month. */
  static Cells edges(Filter filter, LocalDate today) {
    Cells cells = new Cells(filter, today);
    LocalDate from = cells.from();
    LocalDate to = cells.to();
    LocalDate first = cells.firstMonth();
    LocalDate end = cells.endOfMonths();
    if (!first.isBefore(end)) {
      cells.arm("DAY", from, to);
      return cells;
    }
    if (from.isBefore(first)) {
      cells.arm("DAY", from, first.minusDays(1));
    }
    if (!end.isAfter(to) && !end.equals(LAST)) {
      cells.arm("DAY", end, to);
    }
    return cells;
  }

  /** Whether there are none, and nothing to ask. */
  boolean none() {
    return arms.isEmpty();
  }

  private void months(String grain) {
    if (firstMonth().isBefore(endOfMonths())) {
      arm(grain, firstMonth(), endOfMonths().minusDays(1));
    }
  }

  private LocalDate from() {
    return filter.from() == null ? LocalDate.EPOCH : filter.from();
  }

  private LocalDate to() {
    return filter.to() == null ? LAST : filter.to();
  }

  /** Where the first month begins that lies in the period. */
  private LocalDate firstMonth() {
    LocalDate from = from();
    return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
  }

  /** Where the last month has ended that lies in the period. */
  private LocalDate endOfMonths() {
    return to().equals(LAST) ? LAST : to().plusDays(1).withDayOfMonth(1);
  }

  /** For a from clause. */
  String table() {
    return "(" + String.join(" union all ", arms) + ") f";
  }

  /** Of the question marks in {@link #table}. */
  List<@Nullable Object> parameters() {
    return parameters;
  }

  private void arm(String grain, LocalDate first, LocalDate last) {
    boolean days = grain.equals("DAY");
    StringBuilder arm =
        new StringBuilder("select g.badge_class_id, g.course_id, g.origin, ")
            .append(days ? CountAwards.month("g.begins") : "g.begins")
            .append(" as in_month, ")
            .append(days ? Count.readingDays() : Count.reading())
            .append(" from insight_figures g where g.institution_id = ? and g.grain = '")
            .append(grain)
            .append("' and g.begins >= ? and g.begins <= ?");
    if (days) {
      parameters.addAll(Count.lastDays(today));
    }
    parameters.add(filter.institutionId());
    parameters.add(first);
    parameters.add(last);
    condition(arm, "g.badge_class_id", filter.badgeClass());
    condition(arm, "g.course_id", filter.course());
    condition(arm, "g.origin", filter.origin());
    among(arm, "g.badge_class_id", filter, parameters);
    arms.add(arm.toString());
  }

  /** What a filter asks of a column of badge classes. */
  static void among(
      StringBuilder query, String column, Filter filter, List<@Nullable Object> parameters) {
    if (filter.narrow()) {
      query
          .append(" and ")
          .append(column)
          .append(" in (select b.id from badge_class b")
          .append(" join issuer i on i.id = b.issuer_id where i.institution_id = ?");
      parameters.add(filter.institutionId());
      narrow(query, filter, parameters);
      query.append(')');
    }
  }

  /** What a filter asks of badge classes {@code b} of issuers {@code i}. */
  static void narrow(StringBuilder query, Filter filter, List<@Nullable Object> parameters) {
    if (filter.badgeClass() != null) {
      query.append(" and b.id = ?");
      parameters.add(filter.badgeClass());
    }
    if (filter.issuer() != null) {
      query.append(" and i.id = ?");
      parameters.add(filter.issuer());
    }
    if (filter.type() != null) {
      query.append(" and b.badge_type = ?");
      parameters.add(filter.type());
    }
    Scope scope = filter.scope();
    if (!scope.everything()) {
      query.append(" and (1 = 0");
      anyOf(query, "i.issuer_group_id", scope.issuerGroups(), parameters);
      anyOf(query, "i.id", scope.issuers(), parameters);
      anyOf(query, "b.id", scope.badgeClasses(), parameters);
      query.append(')');
    }
  }

  private static void anyOf(
      StringBuilder query, String column, Set<UUID> ids, List<@Nullable Object> parameters) {
    if (!ids.isEmpty()) {
      query.append(" or ").append(column).append(" in (").append(Sql.marks(ids.size())).append(')');
      parameters.addAll(ids);
    }
  }

  private void condition(StringBuilder query, String column, @Nullable Object value) {
    if (value != null) {
      query.append(" and ").append(column).append(" = ?");
      parameters.add(value);
    }
  }
}
