package org.badgebridge.identity.way;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;

/**
 * Who somebody was before backpacks were joined. What did not come along at that time, such as a
 * second portfolio, stands under those ids still, and is theirs. Joins the caller's transaction.
 */
@ApplicationScoped
public class FormerPersons {

  private final Sql sql;

  @Inject
  public FormerPersons(Sql sql) {
    this.sql = sql;
  }

  /** A person and all whose backpacks came in and are not apart again, however long the chain. */
  public Set<UUID> with(UUID personId) {
    Set<UUID> all = new LinkedHashSet<>(Set.of(personId));
    List<UUID> latest = List.of(personId);
    while (!latest.isEmpty()) {
      latest =
          sql
              .list(
                  "select from_id from person_join where undone_at is null and into_id in ("
                      + Sql.marks(latest.size())
                      + ")",
                  row -> row.uuid("from_id"),
                  latest.toArray())
              .stream()
              .filter(all::add)
              .toList();
    }
    return all;
  }

  /** Who they are now: into whom their backpack came, however long the chain; else themselves. */
  public UUID now(UUID personId) {
    Set<UUID> all = new LinkedHashSet<>();
    UUID last = personId;
    while (all.add(last)) {
      UUID here = last;
      last = into(here).orElse(here);
    }
    return last;
  }

  private Optional<UUID> into(UUID personId) {
    return sql.first(
        "select into_id from person_join where from_id = ? and undone_at is null"
            + " order by joined_at desc, id fetch first 1 rows only",
        row -> row.uuid("into_id"),
        personId);
  }
}
