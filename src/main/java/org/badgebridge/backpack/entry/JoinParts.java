package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.backpack.collection.CarryCollections;
import org.badgebridge.backpack.collection.Portfolios;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.PersonJoined;

/**
 * What comes along when two backpacks become one, and goes back when they part: ways in, badges
 * from elsewhere, what advisors see, proved keys, collections and a portfolio. Needs the caller's
 * transaction.
 */
@ApplicationScoped
public class JoinParts {

  private final CarryCollections collections;
  private final Portfolios portfolios;
  private final Event<PersonJoined> joined;
  private final Sql sql;

  @Inject
  public JoinParts(
      CarryCollections collections, Portfolios portfolios, Event<PersonJoined> joined, Sql sql) {
    this.collections = collections;
    this.portfolios = portfolios;
    this.joined = joined;
    this.sql = sql;
  }

  private enum Kind {
    LMS("lms_user"),
    ADDRESS("person_address"),
    LOGIN("person_login"),
    IMPORTED("imported_badge"),
    GRANT("advisor_grant"),
    KEY("holder_key"),
    COLLECTION("badge_collection"),
    /** Its id is that of the person who brought it. */
    PORTFOLIO("portfolio");

    private final String table;

    Kind(String table) {
      this.table = table;
    }
  }

  private record Part(Kind kind, UUID id) {

    static Part read(Row row) {
      return new Part(Kind.valueOf(row.text("kind")), row.uuid("part_id"));
    }
  }

  /** Brings all that can come, and keeps what came. */
  void bring(UUID joinId, UUID from, UUID into) {
    for (Part part : parts(from, into)) {
      sql.update(
          "insert into person_join_part (join_id, kind, part_id) values (?, ?, ?)",
          joinId,
          part.kind(),
          part.id());
      move(part, from, into);
    }
  }

  /** Gives back what came, as far as it is still here. */
  void giveBack(UUID joinId, UUID into, UUID from) {
    sql.list(
            "select kind, part_id from person_join_part where join_id = ? order by part_id",
            Part::read,
            joinId)
        .forEach(part -> move(part, into, from));
  }

  /**
   * A badge or key that is in both stays where it is: there is one of it in what they become. So
   * does the portfolio of one whose other has one.
   */
  private List<Part> parts(UUID personId, UUID into) {
    return sql.list(
        "select 'LMS' as kind, id as part_id from lms_user where person_id = ?"
            + " union all select 'ADDRESS', id from person_address where person_id = ?"
            + " union all select 'LOGIN', id from person_login where person_id = ?"
            + " union all select 'IMPORTED', id from imported_badge where person_id = ?"
            + " and digest not in (select digest from imported_badge where person_id = ?)"
            + " union all select 'GRANT', id from advisor_grant where person_id = ?"
            + " union all select 'KEY', id from holder_key where person_id = ?"
            + " and thumbprint not in (select thumbprint from holder_key where person_id = ?)"
            + " union all select 'COLLECTION', id from badge_collection where person_id = ?"
            + " union all select 'PORTFOLIO', person_id from portfolio where person_id = ?"
            + " and not exists (select 1 from portfolio o where o.person_id = ?)"
            + " order by part_id",
        Part::read,
        personId,
        personId,
        personId,
        personId,
        into,
        personId,
        personId,
        into,
        personId,
        personId,
        into);
  }

  private void move(Part part, UUID from, UUID to) {
    switch (part.kind()) {
      case COLLECTION -> collections.carry(part.id(), from, to);
      case PORTFOLIO -> portfolios.carry(from, to);
      default -> {
        int moved =
            sql.update(
                "update " + part.kind().table + " set person_id = ? where id = ? and person_id = ?",
                to,
                part.id(),
                from);
        if (moved == 1 && part.kind() == Kind.LMS) {
          joined.fire(new PersonJoined(part.id(), to));
        }
      }
    }
  }
}
