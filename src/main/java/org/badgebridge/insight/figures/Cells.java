package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a filter, as a table {@code f} for a query: whole months where all awards of the
 * month are old enough for every number, days at the edges of the period and in the last weeks.
 */
final class Cells {

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final List<@Nullable Object> parameters = new ArrayList<>();
  private final String table;

  Cells(Filter filter, LocalDate today) {
    LocalDate from = filter.from() == null ? FIRST : filter.from();
    LocalDate to = filter.to() == null ? LAST : filter.to();
    LocalDate settled = today.minusDays(Count.LONGEST_WAIT).withDayOfMonth(1);
    LocalDate firstMonth = from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    LocalDate afterLast = to.equals(LAST) ? settled : to.plusDays(1).withDayOfMonth(1);
    LocalDate end = afterLast.isBefore(settled) ? afterLast : settled;
    List<String> arms = new ArrayList<>();
    if (firstMonth.isBefore(end)) {
      arm(arms, filter, "MONTH", firstMonth, end.minusDays(1));
      if (from.isBefore(firstMonth)) {
        arm(arms, filter, "DAY", from, firstMonth.minusDays(1));
      }
      arm(arms, filter, "DAY", end, to);
    } else {
      arm(arms, filter, "DAY", from, to);
    }
    table = "(" + String.join(" union all ", arms) + ") f";
  }

  /** For a from clause. */
  String table() {
    return table;
  }

  /** Of the question marks in {@link #table}. */
  List<@Nullable Object> parameters() {
    return parameters;
  }

  private void arm(
      List<String> arms, Filter filter, String grain, LocalDate first, LocalDate last) {
    StringBuilder arm =
        new StringBuilder("select g.*, ")
            .append(grain.equals("DAY") ? CountAwards.month("g.begins") : "g.begins")
            .append(
                " as in_month from insight_figures g where g.institution_id = ? and g.grain = '")
            .append(grain)
            .append("' and g.begins >= ? and g.begins <= ?");
    parameters.add(filter.institutionId());
    parameters.add(first);
    parameters.add(last);
    condition(arm, "g.badge_class_id", filter.badgeClass());
    condition(arm, "g.course_id", filter.course());
    condition(arm, "g.origin", filter.origin());
    if (filter.narrow()) {
      arm.append(" and g.badge_class_id in (select b.id from badge_class b")
          .append(" join issuer i on i.id = b.issuer_id where i.institution_id = ?");
      parameters.add(filter.institutionId());
      narrow(arm, filter, parameters);
      arm.append(')');
    }
    arms.add(arm.toString());
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
      among(query, "i.issuer_group_id", scope.issuerGroups(), parameters);
      among(query, "i.id", scope.issuers(), parameters);
      among(query, "b.id", scope.badgeClasses(), parameters);
      query.append(')');
    }
  }

  private static void among(
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
