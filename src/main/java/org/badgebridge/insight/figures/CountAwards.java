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

  private final Sql sql;
  private final Clock clock;

  @Inject
  public CountAwards(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A day of a badge class. */
  private record Cell(UUID badgeClassId, LocalDate day) {

    LocalDate lastOfMonth() {
      return day.withDayOfMonth(day.lengthOfMonth());
    }

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
    sql.update(Sums.DAYS.formatted(""), institutionId);
    sql.update(Sums.MONTHS.formatted(""), aged(today, institutionId));
    sql.update(Sums.PARTS.formatted(""), aged(today, institutionId));
    sql.update(Sums.CLASSES.formatted(""), institutionId);
    sql.update(Sums.EVER.formatted(""), institutionId);
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
            + " and (grain in ('PART', 'MONTH', 'CLASS') and begins >= ? or grain = 'ALL')",
        institutionId,
        first);
    sql.update(Sums.MONTHS.formatted(" and g.begins >= ?"), aged(today, institutionId, first));
    sql.update(Sums.PARTS.formatted(" and g.begins >= ?"), aged(today, institutionId, first));
    sql.update(Sums.CLASSES.formatted(" and g.begins >= ?"), institutionId, first);
    sql.update(Sums.EVER.formatted(""), institutionId);
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
      LocalDate last = each.lastOfMonth();
      sums.add(aged(today, institutionId, each.badgeClassId(), each.day(), last));
      classes.add(new @Nullable Object[] {institutionId, each.badgeClassId(), each.day()});
    }
    List<@Nullable Object[]> ever =
        badges.stream().map(each -> new @Nullable Object[] {institutionId, each}).toList();
    remove(institutionId, days, months, badges);
    sql.updateAll(Sums.DAYS.formatted(Sums.ONE_DAY), counts);
    sql.updateAll(Sums.MONTHS.formatted(Sums.IN_MONTH), sums);
    sql.updateAll(Sums.PARTS.formatted(Sums.IN_MONTH), sums);
    sql.updateAll(Sums.CLASSES.formatted(" and g.badge_class_id = ? and g.begins = ?"), classes);
    sql.updateAll(Sums.EVER.formatted(" and g.badge_class_id = ?"), ever);
  }

  private void remove(UUID institutionId, Set<Cell> days, Set<Cell> months, Set<UUID> badges) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    for (Cell each : days) {
      cells.add(cells(institutionId, "DAY", each, each.day()));
    }
    for (Cell each : months) {
      cells.add(cells(institutionId, "MONTH", each, each.day()));
      cells.add(cells(institutionId, "CLASS", each, each.day()));
      cells.add(cells(institutionId, "PART", each, each.lastOfMonth()));
    }
    for (UUID each : badges) {
      cells.add(cells(institutionId, "ALL", new Cell(each, LocalDate.EPOCH), LocalDate.EPOCH));
    }
    sql.updateAll(
        "delete from insight_figures where institution_id = ? and grain = ?"
            + " and badge_class_id = ? and begins between ? and ?",
        cells);
  }

  private static @Nullable Object[] cells(
      UUID institutionId, String grain, Cell first, LocalDate last) {
    return new @Nullable Object[] {institutionId, grain, first.badgeClassId(), first.day(), last};
  }
}
