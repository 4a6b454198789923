package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** All erasures that were asked for, with their receipts. Joins the caller's transaction. */
@ApplicationScoped
public class Erasures {

  private static final String SELECT =
      "select id, person_id, asked_at, due_at, called_off_at, done_at, institution_id, ground"
          + " from erasure";
  private static final int LATEST = 50;

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Erasures(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Why an institution has somebody erased. */
  public enum Ground {
    /** They asked the institution for it (GDPR art. 17). */
    ASKED,
    /** They were entered by mistake. */
    MISTAKE,
    /** What the institution may keep, and how long, is over. */
    RETENTION;

    /** The one of that name; null for what is none. */
    public static @Nullable Ground read(@Nullable String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElse(null);
    }
  }

  /** Who wants it, and why; both null for whoever asked for their own. */
  public record Wish(@Nullable UUID institutionId, @Nullable Ground ground) {

    /** Of whoever is erased. */
    public static final Wish OWN = new Wish(null, null);
  }

  /** One of them; its id is the number of the receipt. */
  public record Erasure(
      UUID id,
      UUID personId,
      Instant askedAt,
      Instant dueAt,
      @Nullable Instant calledOffAt,
      @Nullable Instant doneAt,
      Wish wish) {

    public boolean waits() {
      return calledOffAt == null && doneAt == null;
    }
  }

  /** What was done in one table. */
  public record Line(String table, boolean deleted, int rows) {}

  public Optional<Erasure> find(UUID id) {
    return sql.first(SELECT + " where id = ?", Erasures::read, id);
  }

  /** The one that waits for a person. */
  public Optional<Erasure> waiting(UUID personId) {
    return sql.first(
        SELECT + " where person_id = ? and called_off_at is null and done_at is null",
        Erasures::read,
        personId);
  }

  /** The latest that an institution asked for, newest first. */
  public List<Erasure> askedBy(UUID institutionId) {
    return sql.list(
        SELECT + " where institution_id = ? order by asked_at desc, id limit " + LATEST,
        Erasures::read,
        institutionId);
  }

  /** The receipt. */
  public List<Line> lines(UUID id) {
    return sql.list(
        "select table_name, deed, rows_changed from erasure_line where erasure_id = ?"
            + " order by place",
        row ->
            new Line(
                row.text("table_name"),
                row.text("deed").equals("DELETED"),
                row.integer("rows_changed")),
        id);
  }

  UUID add(UUID personId, Wish wish, Instant due) {
    UUID id = UUID.randomUUID();
    sql.update(
        "insert into erasure (id, person_id, asked_at, due_at, institution_id, ground)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        personId,
        clock.instant(),
        due,
        wish.institutionId(),
        wish.ground());
    return id;
  }

  /** Calls off one that waits; false if it does not. */
  boolean callOff(UUID id) {
    return sql.update(
            "update erasure set called_off_at = ? where id = ? and called_off_at is null"
                + " and done_at is null",
            clock.instant(),
            id)
        == 1;
  }

  /** Closes one that waits; false if it does not. */
  boolean done(UUID id) {
    return sql.update(
            "update erasure set done_at = ? where id = ? and called_off_at is null"
                + " and done_at is null",
            clock.instant(),
            id)
        == 1;
  }

  void line(UUID id, int place, Holding holding, int rows) {
    sql.update(
        "insert into erasure_line (erasure_id, place, table_name, deed, rows_changed)"
            + " values (?, ?, ?, ?, ?)",
        id,
        place,
        holding.table(),
        holding.deletes() ? "DELETED" : "BLANKED",
        rows);
  }

  private static Erasure read(Row row) {
    return new Erasure(
        row.uuid("id"),
        row.uuid("person_id"),
        row.instant("asked_at"),
        row.instant("due_at"),
        row.optionalInstant("called_off_at"),
        row.optionalInstant("done_at"),
        new Wish(row.optionalUuid("institution_id"), Ground.read(row.optionalText("ground"))));
  }
}
