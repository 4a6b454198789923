package org.badgebridge.insight.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Counts anew the days of badge classes in which awards changed.
 *
 * <p>Each change of an award leaves a row in its own transaction. Whoever counts first reads some
 * of these rows, then counts their days from the awards themselves, then removes the rows: what is
 * committed meanwhile may be counted already, and its row stays for the next time. So nothing is
 * missed and nothing counted twice, whenever a process dies.
 */
@ApplicationScoped
public class CountAwards {

  private static final int AT_ONCE = 2000;

  /** Stands for no course: a key has no gaps. */
  static final UUID NO_COURSE = new UUID(0, 0);

  private static final String KEYS =
      "institution_id, grain, begins, badge_class_id, course_id, origin";

  /** Awards as {@code x}, with the step that each has come to. */
  private static final String AWARDS =
      """
       from (
        select a.institution_id, a.badge_class_id, a.origin, a.state, a.offered_at, a.claimed_at,
          c.public_since,
          coalesce(a.course_id, cast('00000000-0000-0000-0000-000000000000' as uuid)) as course_id,
          cast(coalesce(a.offered_at, a.rule_met_at) at time zone 'UTC' as date) as begins,
          case
            when a.offered_at is null then 0
            when a.claimed_at is not null and a.first_public_at is not null then 7
            when a.claimed_at is not null then 6
            when a.opened_at is not null then 5
            when a.seen_at is not null then 4
            when a.delivered_at is not null then 3
            when a.notified_at is null then 1
            when exists (select 1 from mail_award ma join mail m on m.id = ma.mail_id
              where ma.award_id = a.id and m.state = 'SENT') then 3
            else 2 end as step
        from direct_award a left join credential c on c.award_id = a.id
        where a.institution_id = ? and not a.sandbox""";

  private static final String DAYS =
      "insert into insight_figures ("
          + KEYS
          + ", "
          + Count.countedColumns()
          + ") select x.institution_id, 'DAY', x.begins, x.badge_class_id, x.course_id, x.origin, "
          + Count.counting()
          + AWARDS
          + "%s) x group by x.institution_id, x.begins, x.badge_class_id, x.course_id, x.origin"
          + " order by x.begins"; // neighbours are read together

  private static final String ONE_DAY =
      " and a.badge_class_id = ? and (a.offered_at >= ? and a.offered_at < ?"
          + " or a.offered_at is null and a.rule_met_at >= ? and a.rule_met_at < ?)";

  private static final String INSERT =
      "insert into insight_figures ("
          + KEYS
          + ", "
          + Count.columns()
          + ") select f.institution_id,";

  private static final String MONTHS =
      INSERT
          + " 'MONTH', f.in_month, f.badge_class_id, f.course_id, f.origin, "
          + Count.summing()
          + " from (select g.institution_id, g.badge_class_id, g.course_id, g.origin, "
          + month("g.begins")
          + " as in_month, "
          + Count.readingDays()
          + " from insight_figures g where g.institution_id = ? and g.grain = 'DAY'%s) f"
          + " group by f.institution_id, f.in_month, f.badge_class_id, f.course_id, f.origin";

  private static final String CLASSES =
      INSERT
          + " 'CLASS', f.begins, f.badge_class_id,"
          + " cast('00000000-0000-0000-0000-000000000000' as uuid), 'ANY', "
          + Count.summing()
          + " from insight_figures f where f.institution_id = ? and f.grain = 'MONTH'%s"
          + " group by f.institution_id, f.begins, f.badge_class_id";

  private static final String EVER =
      INSERT
          + " 'ALL', date '1970-01-01', f.badge_class_id, f.course_id, f.origin, "
          + Count.summing()
          + " from insight_figures f where f.institution_id = ? and f.grain = 'MONTH'%s"
          + " group by f.institution_id, f.badge_class_id, f.course_id, f.origin";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public CountAwards(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The first day of the month of a day, in both databases. */
  static String month(String day) {
    return day + " - cast(extract(day from " + day + ") as int) + 1";
  }

  /** A day of a badge class. */
  private record Cell(UUID badgeClassId, LocalDate day) {

    Cell month() {
      return new Cell(badgeClassId, day.withDayOfMonth(1));
    }
  }

  private record Touch(
      UUID id, @Nullable UUID badgeClassId, @Nullable Instant offered, @Nullable Instant met) {

    static Touch read(Row row) {
      return new Touch(
          row.uuid("id"),
          row.optionalUuid("badge_class_id"),
          row.optionalInstant("offered_at"),
          row.optionalInstant("rule_met_at"));
    }

    /** It may have moved from the day of its rule to the day of its offer. */
    void cells(Set<Cell> all) {
      for (Instant each : new @Nullable Instant[] {offered, met}) {
        if (badgeClassId != null && each != null) {
          all.add(new Cell(badgeClassId, LocalDate.ofInstant(each, ZoneOffset.UTC)));
        }
      }
    }
  }

  /**
   * Counts what changed, some at a time. Others who count the same institution wait.
   *
   * @return whether there may be more
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean some(UUID institutionId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate aged = locked(institutionId).orElse(null);
    if (aged == null) {
      all(institutionId, today);
      return true;
    }
    if (aged.isBefore(today)) {
      age(institutionId, aged, today);
    }
    List<Touch> touches =
        sql.list(
            "select t.id, a.badge_class_id, a.offered_at, a.rule_met_at from award_touch t"
                + " left join direct_award a on a.id = t.award_id where t.institution_id = ? limit "
                + AT_ONCE,
            Touch::read,
            institutionId);
    Set<Cell> days = new LinkedHashSet<>();
    touches.forEach(each -> each.cells(days));
    recount(institutionId, days, aged.isAfter(today) ? aged : today);
    sql.updateAll(
        "delete from award_touch where id = ?",
        touches.stream().map(each -> new @Nullable Object[] {each.id()}).toList());
    return touches.size() == AT_ONCE;
  }

  /** The day for which the sums say what is old enough; empty if nothing was counted yet. */
  private Optional<LocalDate> locked(UUID institutionId) {
    sql.insertOnce(
        "insert into insight_tally (institution_id, counted_at) values (?, null)", institutionId);
    return sql
        .list(
            "select cast(aged_on as varchar(10)) as aged_on from insight_tally"
                + " where institution_id = ? for update",
            row -> Optional.ofNullable(row.optionalText("aged_on")).map(LocalDate::parse),
            institutionId)
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void all(UUID institutionId, LocalDate today) {
    sql.update("delete from insight_figures where institution_id = ?", institutionId);
    sql.update(DAYS.formatted(""), institutionId);
    sql.update(MONTHS.formatted(""), aged(today, institutionId));
    sql.update(CLASSES.formatted(""), institutionId);
    sql.update(EVER.formatted(""), institutionId);
    sql.update(
        "update insight_tally set counted_at = ?, aged_on = ? where institution_id = ?",
        clock.instant(),
        today,
        institutionId);
  }

  /** Sums the months anew in which awards became old enough since a day. */
  private void age(UUID institutionId, LocalDate since, LocalDate today) {
    LocalDate first = since.minusDays(Count.LONGEST_WAIT + 1L).withDayOfMonth(1);
    sql.update(
        "delete from insight_figures where institution_id = ?"
            + " and (grain in ('MONTH', 'CLASS') and begins >= ? or grain = 'ALL')",
        institutionId,
        first);
    sql.update(MONTHS.formatted(" and g.begins >= ?"), aged(today, institutionId, first));
    sql.update(CLASSES.formatted(" and f.begins >= ?"), institutionId, first);
    sql.update(EVER.formatted(""), institutionId);
    sql.update(
        "update insight_tally set aged_on = ? where institution_id = ?", today, institutionId);
  }

  private static @Nullable Object[] aged(LocalDate today, @Nullable Object... parameters) {
    List<@Nullable Object> all = new ArrayList<>(Count.lastDays(today));
    all.addAll(Arrays.asList(parameters));
    return all.toArray();
  }

  private void recount(UUID institutionId, Set<Cell> days, LocalDate today) {
    Set<Cell> months = new LinkedHashSet<>();
    Set<UUID> badges = new LinkedHashSet<>();
    List<@Nullable Object[]> counts = new ArrayList<>();
    for (Cell each : days) {
      Instant start = each.day().atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = each.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      counts.add(
          new @Nullable Object[] {institutionId, each.badgeClassId(), start, end, start, end});
      months.add(each.month());
      badges.add(each.badgeClassId());
    }
    List<@Nullable Object[]> sums = new ArrayList<>();
    List<@Nullable Object[]> classes = new ArrayList<>();
    for (Cell each : months) {
      LocalDate last = each.day().plusMonths(1).minusDays(1);
      sums.add(aged(today, institutionId, each.badgeClassId(), each.day(), last));
      classes.add(new @Nullable Object[] {institutionId, each.badgeClassId(), each.day()});
    }
    List<@Nullable Object[]> ever =
        badges.stream().map(each -> new @Nullable Object[] {institutionId, each}).toList();
    remove(institutionId, days, months, badges);
    sql.updateAll(DAYS.formatted(ONE_DAY), counts);
    sql.updateAll(MONTHS.formatted(" and g.badge_class_id = ? and g.begins between ? and ?"), sums);
    sql.updateAll(CLASSES.formatted(" and f.badge_class_id = ? and f.begins = ?"), classes);
    sql.updateAll(EVER.formatted(" and f.badge_class_id = ?"), ever);
  }

  private void remove(UUID institutionId, Set<Cell> days, Set<Cell> months, Set<UUID> badges) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    for (Cell each : days) {
      cells.add(new @Nullable Object[] {institutionId, "DAY", each.day(), each.badgeClassId()});
    }
    for (Cell each : months) {
      cells.add(new @Nullable Object[] {institutionId, "MONTH", each.day(), each.badgeClassId()});
      cells.add(new @Nullable Object[] {institutionId, "CLASS", each.day(), each.badgeClassId()});
    }
    for (UUID each : badges) {
      cells.add(new @Nullable Object[] {institutionId, "ALL", LocalDate.EPOCH, each});
    }
    sql.updateAll(
        "delete from insight_figures where institution_id = ? and grain = ? and begins = ?"
            + " and badge_class_id = ?",
        cells);
  }
}
