package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.verification.reading.BadgeFile;

/**
 * The badges of other issuers in backpacks, and the only place that says who may see one: its
 * owner, and nobody else. Joins the caller's transaction.
 */
@ApplicationScoped
public class ImportedBadges {

  /** Badges from elsewhere in one backpack. */
  public static final int MOST = 100;

  /** The bytes of their files together: 20 MiB. */
  static final int MOST_BYTES = 20 * BadgeFile.LARGEST;

  /** How long one that its owner only looked at is there to be kept. */
  static final Duration LOOK = Duration.ofHours(2);

  private static final String KEPT = " where person_id = ? and kept_at is not null";

  private final Sql sql;

  @Inject
  public ImportedBadges(Sql sql) {
    this.sql = sql;
  }

  /** What a person keeps, the newest first. */
  public List<ImportedBadge> of(UUID personId) {
    return of(personId, Integer.MAX_VALUE);
  }

  /** The newest of it. */
  public List<ImportedBadge> of(UUID personId, int most) {
    return sql.list(
        "select "
            + ImportedBadge.COLUMNS
            + " from imported_badge"
            + KEPT
            + " order by kept_at desc, id limit ?",
        ImportedBadge::read,
        personId,
        most);
  }

  /** How many a person keeps. */
  public int count(UUID personId) {
    return sql.list(
            "select count(*) as badges from imported_badge" + KEPT,
            row -> row.integer("badges"),
            personId)
        .get(0);
  }

  /** Whether a file of that size has no place any more. */
  boolean full(UUID personId, int bytes) {
    return sql.list(
            "select count(*) as badges, coalesce(sum(bytes), 0) as total from imported_badge"
                + KEPT,
            row -> row.integer("badges") >= MOST || row.count("total") + bytes > MOST_BYTES,
            personId)
        .get(0);
  }

  /**
   * One of a person's own, kept or only looked at.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is somebody else's
   */
  public ImportedBadge one(UUID personId, UUID id) {
    return sql.first(
            "select "
                + ImportedBadge.COLUMNS
                + " from imported_badge where id = ? and person_id = ?",
            ImportedBadge::read,
            id,
            personId)
        .orElseThrow(ImportedBadges::missing);
  }

  /**
   * The file as it was brought.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is somebody else's
   */
  public byte[] original(UUID personId, UUID id) {
    return file("original", personId, id);
  }

  /**
   * The picture, as PNG.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is somebody else's
   */
  public byte[] picture(UUID personId, UUID id) {
    return file("picture", personId, id);
  }

  private byte[] file(String column, UUID personId, UUID id) {
    return sql.first(
            "select "
                + column
                + " from imported_badge where id = ? and person_id = ? and "
                + column
                + " is not null",
            row -> row.bytes(column),
            id,
            personId)
        .orElseThrow(ImportedBadges::missing);
  }

  /** Forgets those that were looked at so long ago and not kept. */
  void forget(Instant before) {
    sql.update("delete from imported_badge where kept_at is null and brought_at <= ?", before);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
