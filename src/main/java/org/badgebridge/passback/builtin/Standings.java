package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.launch.LaunchEvidence;
import org.jspecify.annotations.Nullable;

/** What is known of a platform's own sources without asking it. Reads by SQL. */
@ApplicationScoped
class Standings {

  /** How far back launches are counted. */
  static final Duration LATELY = Duration.ofDays(30);

  private static final String COURSES =
      " from course c join deployment d on d.id = c.deployment_id join platform p"
          + " on p.id = d.platform_id where d.platform_id = ?"
          + " and coalesce(d.institution_id, p.institution_id) = ?";

  private final Sql sql;
  private final Clock clock;

  @Inject
  Standings(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A restricted link, and how many learners showed by opening it that they may. */
  record Opened(String title, long learners) {}

  /** How one source stands at one platform, as far as the institution's courses there tell. */
  Standing of(BuiltIn source, UUID platformId, UUID institutionId) {
    Looks looks =
        source.asks() ? looks(source, platformId, institutionId) : new Looks(null, null, 0, 0);
    Trouble trouble = source.service() == null ? null : trouble(source.service(), platformId);
    return new Standing(
        count("", platformId, institutionId),
        count(" and c.memberships_url is not null", platformId, institutionId),
        scopes(platformId, institutionId),
        looks.lastAt,
        looks.lastOkAt,
        looks.failing,
        looks.held,
        trouble == null ? null : trouble.detail,
        trouble == null ? null : trouble.lastAt,
        launches(platformId, institutionId));
  }

  private record Looks(
      @Nullable Instant lastAt, @Nullable Instant lastOkAt, long failing, long held) {}

  private record Trouble(String detail, Instant lastAt) {}

  private long count(String condition, UUID platformId, UUID institutionId) {
    return sql.first(
            "select count(*) as courses" + COURSES + condition,
            row -> row.count("courses"),
            platformId,
            institutionId)
        .orElse(0L);
  }

  /** In how many courses each gradebook scope was named by the last launch. */
  private Map<String, Long> scopes(UUID platformId, UUID institutionId) {
    Map<String, Long> scopes = new TreeMap<>();
    sql.list(
            "select c.ags_scopes, count(*) as courses"
                + COURSES
                + " and c.ags_scopes is not null group by c.ags_scopes",
            row -> Map.entry(row.text("ags_scopes"), row.count("courses")),
            platformId,
            institutionId)
        .forEach(
            each -> {
              for (String scope : each.getKey().split(" ", -1)) {
                scopes.merge(scope, each.getValue(), Long::sum);
              }
            });
    return scopes;
  }

  private Looks looks(BuiltIn source, UUID platformId, UUID institutionId) {
    return sql.first(
            "select max(s.last_at) as last_at, max(s.last_ok_at) as last_ok_at,"
                + " count(case when s.failures > 0 then 1 end) as failing,"
                + " count(s.held_because) as held from source_poll s"
                + " join activity a on a.id = s.activity_id"
                + " where s.source = ? and a.course_id in (select c.id"
                + COURSES
                + ")",
            Standings::looks,
            source.source(),
            platformId,
            institutionId)
        .orElseThrow();
  }

  private static Looks looks(Row row) {
    return new Looks(
        row.optionalInstant("last_at"),
        row.optionalInstant("last_ok_at"),
        row.count("failing"),
        row.count("held"));
  }

  private @Nullable Trouble trouble(String service, UUID platformId) {
    return sql.first(
            "select detail, last_at from platform_trouble where platform_id = ?"
                + " and service in (?, 'token') order by last_at desc",
            row -> new Trouble(row.text("detail"), row.instant("last_at")),
            platformId,
            service)
        .orElse(null);
  }

  private long launches(UUID platformId, UUID institutionId) {
    return sql.first(
            "select count(*) as launches from passback f join activity a on a.id = f.activity_id"
                + " where f.source = ? and f.received_at > ? and a.course_id in (select c.id"
                + COURSES
                + ")",
            row -> row.count("launches"),
            LaunchEvidence.NAME,
            clock.instant().minus(LATELY),
            platformId,
            institutionId)
        .orElse(0L);
  }

  /** The links of a course that learners opened lately, most opened first. */
  List<Opened> opened(UUID courseId) {
    return sql.list(
        "select a.title, count(*) as learners from passback f join activity a"
            + " on a.id = f.activity_id where a.course_id = ? and f.source = ?"
            + " and f.received_at > ? group by a.id, a.title order by learners desc, a.title"
            + " fetch first 10 rows only",
        row -> new Opened(row.text("title"), row.count("learners")),
        courseId,
        LaunchEvidence.NAME,
        clock.instant().minus(LATELY));
  }
}
