package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The collections, and the only place that says who may see one: its owner always, everybody while
 * it is public, and whom the owner gave a link. To others it does not exist.
 */
@ApplicationScoped
public class BadgeCollections {

  private final Sql sql;

  @Inject
  public BadgeCollections(Sql sql) {
    this.sql = sql;
  }

  /** Those of a person, by name. */
  public List<BadgeCollection> of(UUID personId) {
    return sql.list(
        BadgeCollection.SELECT + " where c.person_id = ? order by c.name, c.id",
        BadgeCollection::read,
        personId);
  }

  /**
   * One of a person's own.
   *
   * @throws ProblemException NOT_FOUND if it is not theirs
   */
  public BadgeCollection own(UUID id, UUID personId) {
    return sql.first(
            BadgeCollection.SELECT + " where c.id = ? and c.person_id = ?",
            BadgeCollection::read,
            id,
            personId)
        .orElseThrow(BadgeCollections::missing);
  }

  /**
   * As {@link #own}, to change it: others who want to wait.
   *
   * @throws ProblemException NOT_FOUND if it is not theirs
   */
  public BadgeCollection lockedOwn(UUID id, UUID personId) {
    sql.list("select id from badge_collection where id = ? for update", row -> row.uuid("id"), id);
    return own(id, personId);
  }

  /**
   * One that is public.
   *
   * @throws ProblemException NOT_FOUND if there is none for everybody
   */
  public BadgeCollection inPublic(UUID id) {
    return sql.first(
            BadgeCollection.SELECT + " where c.id = ? and c.public_since is not null",
            BadgeCollection::read,
            id)
        .orElseThrow(BadgeCollections::missing);
  }

  /**
   * One that its owner shows by a link, public or not. Whoever calls has checked the link.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public BadgeCollection byLink(UUID id) {
    return sql.first(BadgeCollection.SELECT + " where c.id = ?", BadgeCollection::read, id)
        .orElseThrow(BadgeCollections::missing);
  }

  /** The ids of its credentials, in the owner's order. */
  public List<UUID> members(UUID id) {
    return sql.list(
        "select credential_id from badge_collection_entry where collection_id = ?"
            + " order by place, credential_id",
        row -> row.uuid("credential_id"),
        id);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
