package org.badgebridge.backpack.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/** When enrolment ends at each institution that says so. Joins the caller's transaction. */
@ApplicationScoped
public class EnrolmentEnds {

  private static final String SELECT =
      "select institution_id, cast(ends_on as varchar(10)) as ends_on, days_before, version"
          + " from leaving_settings";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public EnrolmentEnds(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What an institution says.
   *
   * @param daysBefore that day its learners are told
   * @param version 0 if it said nothing before
   */
  public record End(UUID institutionId, LocalDate endsOn, int daysBefore, long version) {

    boolean tells(LocalDate today) {
      return !today.isBefore(endsOn.minusDays(daysBefore)) && !today.isAfter(endsOn);
    }
  }

  /** An institution's. */
  public Optional<End> of(UUID institutionId) {
    return sql.first(SELECT + " where institution_id = ?", EnrolmentEnds::read, institutionId);
  }

  /** Those whose learners are told now. */
  List<End> telling() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return sql.list(SELECT + " order by institution_id", EnrolmentEnds::read).stream()
        .filter(each -> each.tells(today))
        .toList();
  }

  /** Keeps one; false if somebody else changed it since. */
  boolean keep(End end) {
    if (end.version() == 0) {
      return sql.insertOnce(
          "insert into leaving_settings (institution_id, ends_on, days_before, version)"
              + " values (?, ?, ?, 1)",
          end.institutionId(),
          end.endsOn(),
          end.daysBefore());
    }
    return sql.update(
            "update leaving_settings set ends_on = ?, days_before = ?, version = version + 1"
                + " where institution_id = ? and version = ?",
            end.endsOn(),
            end.daysBefore(),
            end.institutionId(),
            end.version())
        == 1;
  }

  /** Tells nobody from now on. */
  void remove(UUID institutionId) {
    sql.update("delete from leaving_settings where institution_id = ?", institutionId);
  }

  private static End read(Row row) {
    return new End(
        row.uuid("institution_id"),
        LocalDate.parse(row.text("ends_on")),
        row.integer("days_before"),
        row.count("version"));
  }
}
