package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Makes, names, shows and removes collections. The badges in one stay what they are. */
@ApplicationScoped
public class KeepCollection {

  /** Characters of a name. */
  static final int LONGEST_NAME = 100;

  private static final int LONGEST_TEXT = 2000;

  private final BadgeCollections collections;
  private final Sql sql;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepCollection(BadgeCollections collections, Sql sql, AuditTrail audit, Clock clock) {
    this.collections = collections;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes one, which is private.
   *
   * @throws InvalidFields if it has no name, or one that the person has given already
   */
  @Transactional
  public UUID create(UUID personId, String name, String description, Actor actor) {
    check(name, description);
    UUID id = UUID.randomUUID();
    if (!sql.insertOnce(
        "insert into badge_collection (id, person_id, name, description, created_at)"
            + " values (?, ?, ?, ?, ?)",
        id,
        personId,
        name,
        description,
        clock.instant())) {
      throw taken();
    }
    record(id, actor, "collection.created");
    return id;
  }

  /** Names and describes it anew. */
  @Transactional
  public void edit(UUID id, UUID personId, String name, String description, Actor actor) {
    collections.lockedOwn(id, personId);
    check(name, description);
    if (sql.update(
            "update badge_collection set name = ?, description = ? where id = ? and not exists"
                + " (select 1 from badge_collection o where o.person_id = ? and o.name = ?"
                + " and o.id <> ?)",
            name,
            description,
            id,
            personId,
            name,
            id)
        == 0) {
      throw taken();
    }
    record(id, actor, "collection.edited");
  }

  /** Lets everybody see it, or its owner alone. Twice changes nothing. */
  @Transactional
  public void show(UUID id, UUID personId, boolean inPublic, Actor actor) {
    BadgeCollection collection = collections.lockedOwn(id, personId);
    if (collection.inPublic() == inPublic) {
      return;
    }
    sql.update(
        "update badge_collection set public_since = ? where id = ?",
        inPublic ? clock.instant() : null,
        id);
    record(id, actor, inPublic ? "collection.published" : "collection.hidden");
  }

  /** Takes it apart; links to it end. */
  @Transactional
  public void remove(UUID id, UUID personId, Actor actor) {
    collections.lockedOwn(id, personId);
    sql.update("delete from badge_collection where id = ?", id);
    record(id, actor, "collection.removed");
  }

  private static void check(String name, String description) {
    List<FieldFault> faults = new ArrayList<>();
    if (name.isEmpty()) {
      faults.add(FieldFault.of("name", "backpack.collection.name-missing"));
    } else if (name.length() > LONGEST_NAME) {
      faults.add(FieldFault.of("name", "backpack.share.label-long", LONGEST_NAME));
    }
    if (description.length() > LONGEST_TEXT) {
      faults.add(FieldFault.of("description", "backpack.share.label-long", LONGEST_TEXT));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  private static InvalidFields taken() {
    return new InvalidFields(List.of(FieldFault.of("name", "backpack.collection.name-taken")));
  }

  private void record(UUID id, Actor actor, String action) {
    audit.record(null, actor, action, "collection", id, null);
  }
}
