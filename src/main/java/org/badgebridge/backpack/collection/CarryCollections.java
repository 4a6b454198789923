package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.PersonJoined;

/**
 * Brings collections to whom their owner turned out to be, with what is in them and the links that
 * lead to them. Two of one name are never made one, because a link to either would show more than
 * its owner chose: who comes second gets a number. Needs the caller's transaction.
 */
@ApplicationScoped
public class CarryCollections {

  private final Sql sql;

  @Inject
  public CarryCollections(Sql sql) {
    this.sql = sql;
  }

  private record Carried(UUID id, UUID owner, String name) {

    static Carried read(Row row) {
      return new Carried(row.uuid("id"), row.uuid("person_id"), row.text("name"));
    }
  }

  /** Brings one from its owner to another; one that is not the owner's stays where it is. */
  public void carry(UUID id, UUID from, UUID to) {
    sql.first(
            "select id, person_id, name from badge_collection where id = ? and person_id = ?"
                + " for update",
            Carried::read,
            id,
            from)
        .ifPresent(each -> bring(each, to));
  }

  /** Collections go where all their badges go; one with a badge that stays, stays. */
  public void onJoined(@Observes PersonJoined joined) {
    sql.list(
            "select c.id, c.person_id, c.name from badge_collection c where c.person_id <> ?"
                + " and c.id in (select e.collection_id from badge_collection_entry e"
                + " join credential k on k.id = e.credential_id"
                + " join direct_award a on a.id = k.award_id where a.lms_user_id = ?)"
                + " and not exists (select 1 from badge_collection_entry e"
                + " join credential k on k.id = e.credential_id"
                + " join direct_award a on a.id = k.award_id"
                + " join lms_user u on u.id = a.lms_user_id"
                + " where e.collection_id = c.id and u.person_id <> ?) order by c.id",
            Carried::read,
            joined.into(),
            joined.lmsUserId(),
            joined.into())
        .forEach(each -> bring(each, joined.into()));
  }

  private void bring(Carried collection, UUID to) {
    Set<String> taken =
        new HashSet<>(
            sql.list(
                "select name from badge_collection where person_id = ?",
                row -> row.text("name"),
                to));
    sql.update(
        "update badge_collection set person_id = ?, name = ? where id = ?",
        to,
        free(collection.name(), taken),
        collection.id());
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      String sign = " (" + number + ")";
      int room = KeepCollection.LONGEST_NAME - sign.length();
      free = (name.length() > room ? name.substring(0, room).strip() : name) + sign;
    }
    return free;
  }
}
