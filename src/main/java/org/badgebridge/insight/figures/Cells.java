package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a filter, as a table {@code g} for a query: the largest that fit, or parts and days
 * at an edge of the period, which fill no month.
 */
final class Cells {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final List<@Nullable Object> parameters = new ArrayList<>();
  private final List<String> arms = new ArrayList<>();
  private final Filter filter;

  private Cells(Filter filter) {
    this.filter = filter;
  }

  private static Cells of(Filter filter, String grain, LocalDate first, LocalDate last) {
    Cells cells = new Cells(filter);
    cells.arm(grain, first, last);
    return cells;
  }

  /** Without the edges, by badge class, course and origin; empty if there are none. */
  static Optional<Cells> together(Filter filter) {
    return filter.from() == null && filter.to() == null
        ? Optional.of(of(filter, "ALL", LocalDate.EPOCH, LocalDate.EPOCH))
        : months(filter, "MONTH");
  }

  /** Without the edges, one of each badge class and month; empty if there are none. */
  static Optional<Cells> byClass(Filter filter) {
    return months(filter, "CLASS");
  }

  /** Without the edges, by badge class, course, origin and month; empty if there are none. */
  static Optional<Cells> byMonth(Filter filter) {
    return months(filter, "MONTH");
  }

  private static Optional<Cells> months(Filter filter, String grain) {
    LocalDate first = firstMonth(filter);
    LocalDate end = endOfMonths(filter);
    return first.isBefore(end)
        ? Optional.of(of(filter, grain, first, end.minusDays(1)))
        : Optional.empty();
  }

  /** The edges only, by badge class, course, origin and their month: none to two. */
  static Map<YearMonth, Cells> edges(Filter filter, LocalDate today) {
    Map<YearMonth, Cells> edges = new TreeMap<>();
    LocalDate first = firstMonth(filter);
    LocalDate end = endOfMonths(filter);
    if (from(filter).isBefore(first)) {
      LocalDate last = first.minusDays(1);
      LocalDate to = to(filter).isBefore(last) ? to(filter) : last;
      edges.put(YearMonth.from(last), edge(filter, from(filter), to, today));
    }
    if (!end.isBefore(first) && !end.isAfter(to(filter)) && !end.equals(LAST)) {
      edges.put(YearMonth.from(end), edge(filter, end, to(filter), today));
    }
    return edges;
  }

  /** Days of one month, in parts as far as they fill some. */
  private static Cells edge(Filter filter, LocalDate first, LocalDate last, LocalDate today) {
    LocalDate begin = part(first).equals(first) ? first : part(first).plusDays(Sums.PART);
    LocalDate next = last.plusDays(1);
    LocalDate end = next.getDayOfMonth() == 1 ? next : part(next);
    Cells cells = new Cells(filter);
    if (begin.isBefore(end)) {
      cells.days(first, begin.minusDays(1), today);
      cells.arm("PART", begin, end.minusDays(1));
      cells.days(end, last, today);
    } else {
      cells.days(first, last, today);
    }
    return cells;
  }

  /** Where the part of a month begins that a day lies in. */
  private static LocalDate part(LocalDate day) {
    return day.minusDays((day.getDayOfMonth() - 1) % Sums.PART);
  }

  private static LocalDate from(Filter filter) {
    return filter.from() == null ? LocalDate.EPOCH : filter.from();
  }

  private static LocalDate to(Filter filter) {
    return filter.to() == null ? LAST : filter.to();
  }

  /** Where the first month begins that lies in the period. */
  private static LocalDate firstMonth(Filter filter) {
    LocalDate from = from(filter);
    return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
  }

  /** Where the last month has ended that lies in the period. */
  private static LocalDate endOfMonths(Filter filter) {
    LocalDate to = to(filter);
    return to.equals(LAST) ? LAST : to.plusDays(1).withDayOfMonth(1);
  }

  /** For a from clause: the keys and all counts. */
  String table() {
    return "(" + String.join(" union all ", arms) + ") g";
  }

  /** Of the question marks in {@link #table}. */
  Object[] parameters() {
    return parameters.toArray();
  }

  private void days(LocalDate first, LocalDate last, LocalDate today) {
    if (!last.isBefore(first)) {
      parameters.addAll(Count.lastDays(first, last, today));
      arm("DAY", first, last, Count.readingDays(first, last, today));
    }
  }

  private void arm(String grain, LocalDate first, LocalDate last) {
    arm(grain, first, last, Count.reading());
  }

  private void arm(String grain, LocalDate first, LocalDate last, String counts) {
    StringBuilder arm =
        new StringBuilder("select g.begins, g.badge_class_id, g.course_id, g.origin, ")
            .append(counts)
            .append(" from insight_figures g where g.institution_id = ? and g.grain = '")
            .append(grain)
            .append("' and g.begins >= ? and g.begins <= ?");
    parameters.addAll(List.of(filter.institutionId(), first, last));
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
