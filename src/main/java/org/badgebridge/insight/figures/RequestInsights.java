package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.award.request.RequestState;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of requests, by the day on which they were asked first; those of test users are
 * left out. The origin of a filter says nothing here.
 */
final class RequestInsights {

  private static final String COUNTS =
      Stream.of(RequestMeasure.values())
          .map(each -> count(each.state()) + " as " + each.slug())
          .collect(Collectors.joining(", "));

  private RequestInsights() {}

  private static String count(@Nullable RequestState state) {
    return state == null
        ? "count(*)"
        : "coalesce(sum(case when r.state = '" + state.name() + "' then 1 else 0 end), 0)";
  }

  static RequestFigures of(Filter filter, Sql sql) {
    StringBuilder query =
        new StringBuilder("select count(distinct r.lms_user_id) as learners, ")
            .append(COUNTS)
            .append(" from award_request r join lms_user u on u.id = r.lms_user_id")
            .append(" where r.institution_id = ? and not u.test_user");
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(filter.institutionId());
    beginningOf(query, "r.asked_at >= ?", filter.from(), parameters);
    beginningOf(query, "r.asked_at < ?", next(filter.to()), parameters);
    if (filter.course() != null) {
      query.append(" and r.course_id = ?");
      parameters.add(filter.course());
    }
    Cells.among(query, "r.badge_class_id", filter, parameters);
    return sql.first(query.toString(), RequestInsights::read, parameters.toArray()).orElseThrow();
  }

  private static @Nullable LocalDate next(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  private static void beginningOf(
      StringBuilder query,
      String condition,
      @Nullable LocalDate day,
      List<@Nullable Object> parameters) {
    if (day != null) {
      query.append(" and ").append(condition);
      parameters.add(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  private static RequestFigures read(Row row) {
    Map<RequestMeasure, Long> counts = new EnumMap<>(RequestMeasure.class);
    for (RequestMeasure each : RequestMeasure.values()) {
      counts.put(each, row.count(each.slug()));
    }
    return RequestFigures.of(counts, row.count("learners"));
  }
}
