package org.badgebridge.passback.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Who was seen once, by the last look that was not held. */
@ApplicationScoped
class Sightings {

  private final Sql sql;

  @Inject
  Sightings(Sql sql) {
    this.sql = sql;
  }

  Map<UUID, Instant> of(UUID activityId) {
    Map<UUID, Instant> seen = new HashMap<>();
    sql.list(
        "select lms_user_id, seen_at from link_sighting where activity_id = ?",
        row -> seen.put(row.uuid("lms_user_id"), row.instant("seen_at")) == null,
        activityId);
    return seen;
  }

  @Transactional
  void replace(UUID activityId, Collection<UUID> fresh, Collection<UUID> settled, Instant now) {
    List<@Nullable Object[]> gone = new ArrayList<>();
    settled.forEach(user -> gone.add(new @Nullable Object[] {activityId, user}));
    sql.updateAll("delete from link_sighting where activity_id = ? and lms_user_id = ?", gone);
    List<@Nullable Object[]> come = new ArrayList<>();
    fresh.forEach(user -> come.add(new @Nullable Object[] {activityId, user, now}));
    sql.insertAllOnce(
        "insert into link_sighting (activity_id, lms_user_id, seen_at) values (?, ?, ?)", come);
  }

  void forget(UUID activityId) {
    sql.update("delete from link_sighting where activity_id = ?", activityId);
  }
}
