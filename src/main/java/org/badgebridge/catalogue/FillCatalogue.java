package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.RecurringJob;

/**
 * Enters published badge classes that are not in the catalogue: those from before there was one.
 */
@ApplicationScoped
class FillCatalogue implements RecurringJob {

  private final Sql sql;
  private final EnterBadgeClass enter;

  @Inject
  FillCatalogue(Sql sql, EnterBadgeClass enter) {
    this.sql = sql;
    this.enter = enter;
  }

  @Override
  public String name() {
    return "fill-catalogue";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    List<UUID> missing =
        sql.list(
            "select b.id from badge_class b where b.state = 'PUBLISHED' and not exists"
                + " (select 1 from catalogue_entry e where e.badge_class_id = b.id)",
            row -> row.uuid("id"));
    missing.forEach(enter::enter);
  }
}
