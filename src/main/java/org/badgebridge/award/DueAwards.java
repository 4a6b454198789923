package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** The awards for which a moment has come. */
@ApplicationScoped
public class DueAwards {

  private static final int BATCH = 200;

  private final Sql sql;
  private final Clock clock;

  @Inject
  public DueAwards(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Some of those whose planned moment has passed. */
  List<UUID> scheduled() {
    return ids("state = 'SCHEDULED' and scheduled_for <= ? order by scheduled_for, id");
  }

  /** Some of the offers whose last day has passed. */
  List<UUID> lapsing() {
    return ids("state = 'OFFERED' and lapses_at <= ? order by lapses_at, id");
  }

  /** Some of those that were withdrawn or rejected longer ago than their institution keeps. */
  List<UUID> withdrawn() {
    return ids("purges_at <= ? order by purges_at, id");
  }

  private List<UUID> ids(String condition) {
    return sql.list(
        "select id from direct_award where " + condition + " limit " + BATCH,
        row -> row.uuid("id"),
        clock.instant());
  }
}
