package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a filter, as a table {@code f} for a query: the largest that fit, and days at the
 * edges of the period.
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

  /** By badge class, course and origin. */
  static Cells together(Filter filter, LocalDate today) {
    Cells cells = new Cells(filter, today);
    if (filter.from() == null && filter.to() == null) {
      cells.arm("ALL", LocalDate.EPOCH, LocalDate.EPOCH);
    } else {
      cells.period("MONTH");
    }
    return cells;
  }

  /** By badge class and month. */
  static Cells byMonth(Filter filter, LocalDate today) {
    Cells cells = new Cells(filter, today);
    cells.period(filter.course() == null && filter.origin() == null ? "CLASS" : "MONTH");
    return cells;
  }

  private void period(String months) {
    LocalDate from = filter.from() == null ? LocalDate.EPOCH : filter.from();
    LocalDate to = filter.to() == null ? LAST : filter.to();
    LocalDate first = from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    LocalDate end = to.equals(LAST) ? LAST : to.plusDays(1).withDayOfMonth(1);
    if (!first.isBefore(end)) {
      arm("DAY", from, to);
      return;
    }
    arm(months, first, end.minusDays(1));
    if (from.isBefore(first)) {
      arm("DAY", from, first.minusDays(1));
    }
    if (!end.isAfter(to) && !end.equals(LAST)) {
      arm("DAY", end, to);
    }
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
