package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** Remembers which badge class of an institution was imported under which foreign id. */
@ApplicationScoped
class ForeignIds {

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  ForeignIds(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  /** What is, or was imported as, that id; nothing if neither. */
  Optional<UUID> own(UUID institutionId, UUID id) {
    return sql.first(
            "select b.id from badge_class b join issuer i on i.id = b.issuer_id"
                + " where b.id = ? and i.institution_id = ?",
            row -> row.uuid("id"),
            id,
            institutionId)
        .or(
            () ->
                sql.first(
                    "select badge_class_id from imported_badge_class"
                        + " where institution_id = ? and foreign_id = ?",
                    row -> row.uuid("badge_class_id"),
                    institutionId,
                    id));
  }

  /** Needs the caller's transaction, in which the badge class was made. */
  void remember(UUID institutionId, UUID foreign, UUID own) {
    entityManager.flush(); // the row names the badge class
    sql.update(
        "insert into imported_badge_class (institution_id, foreign_id, badge_class_id)"
            + " values (?, ?, ?)",
        institutionId,
        foreign,
        own);
  }

  /** Lets other imports of this institution wait for the caller's transaction. */
  void lock(UUID institutionId) {
    sql.first(
        "select id from institution where id = ? for update", row -> row.uuid("id"), institutionId);
  }
}
