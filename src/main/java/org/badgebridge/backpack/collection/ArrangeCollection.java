package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.badgebridge.credential.Credentials;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Puts an owner's badges into a collection, in an order of theirs, and takes them out. */
@ApplicationScoped
public class ArrangeCollection {

  /** Badges of one collection. */
  static final int MOST = 200;

  private final BadgeCollections collections;
  private final Credentials credentials;
  private final Sql sql;

  @Inject
  public ArrangeCollection(BadgeCollections collections, Credentials credentials, Sql sql) {
    this.collections = collections;
    this.credentials = credentials;
    this.sql = sql;
  }

  /**
   * Puts a badge at its end. Twice changes nothing.
   *
   * @param credentialId null if none was chosen, which changes nothing either
   */
  @Transactional
  public void add(UUID id, @Nullable UUID credentialId, UUID personId) {
    collections.lockedOwn(id, personId);
    if (credentialId == null) {
      return;
    }
    credentials.ofOwner(credentialId, personId);
    List<UUID> members = new ArrayList<>(collections.members(id));
    if (members.contains(credentialId)) {
      return;
    }
    if (members.size() >= MOST) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.collection.full", MOST);
    }
    members.add(credentialId);
    write(id, members);
  }

  /** Takes a badge out. */
  @Transactional
  public void remove(UUID id, UUID credentialId, UUID personId) {
    collections.lockedOwn(id, personId);
    List<UUID> members = new ArrayList<>(collections.members(id));
    if (members.remove(credentialId)) {
      write(id, members);
    }
  }

  /** Moves a badge one place to the front; the first stays. */
  @Transactional
  public void forward(UUID id, UUID credentialId, UUID personId) {
    collections.lockedOwn(id, personId);
    List<UUID> members = new ArrayList<>(collections.members(id));
    int place = members.indexOf(credentialId);
    if (place > 0) {
      Collections.swap(members, place, place - 1);
      write(id, members);
    }
  }

  private void write(UUID id, List<UUID> members) {
    sql.update("delete from badge_collection_entry where collection_id = ?", id);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int place = 0; place < members.size(); place++) {
      rows.add(Sql.row(id, members.get(place), place));
    }
    sql.updateAll(
        "insert into badge_collection_entry (collection_id, credential_id, place) values (?, ?, ?)",
        rows);
  }
}
