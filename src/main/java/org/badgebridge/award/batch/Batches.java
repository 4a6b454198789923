package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.AwardDetailsColumn;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.Addressees.KnownBy;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The uploaded tables, row by row. */
@ApplicationScoped
public class Batches {

  private static final AwardDetailsColumn DETAILS = new AwardDetailsColumn();
  private static final String ROWS =
      "select place, row_number, known_by, known_as, name, email, details, verdict, fault, outcome,"
          + " award_id from award_batch_row where batch_id = ?";

  private final Sql sql;

  @Inject
  public Batches(Sql sql) {
    this.sql = sql;
  }

  void add(
      UUID id,
      UUID institutionId,
      UUID badgeClassId,
      String fileName,
      String digest,
      List<BatchRow> rows,
      Actor by,
      Instant now) {
    sql.update(
        "insert into award_batch (id, institution_id, badge_class_id, file_name, digest, rows_total,"
            + " uploaded_kind, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        institutionId,
        badgeClassId,
        fileName,
        digest,
        rows.size(),
        by.kind().name(),
        by.id(),
        now);
    List<@Nullable Object[]> all = new ArrayList<>();
    for (BatchRow each : rows) {
      all.add(
          new @Nullable Object[] {
            id,
            each.place(),
            each.number(),
            each.by() == null ? null : each.by().name(),
            cut(each.as(), 320),
            each.name(),
            cut(each.email(), 320),
            DETAILS.convertToDatabaseColumn(each.details()),
            each.verdict().name(),
            cut(each.fault(), 1000)
          });
    }
    sql.updateAll(
        "insert into award_batch_row (batch_id, place, row_number, known_by, known_as, name, email,"
            + " details, verdict, fault) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        all);
    judge(id, institutionId, badgeClassId);
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null ? null : text.substring(0, Math.min(text.length(), most));
  }

  /** Finds out who the rows name, as far as we know them, and who has the badge. */
  private void judge(UUID id, UUID institutionId, UUID badgeClassId) {
    sql.update(
        "update award_batch_row set lms_user_id = (select u.id from lms_user u where u.eppn ="
            + " award_batch_row.known_as and exists (select 1 from platform p where p.id ="
            + " u.platform_id and (p.institution_id = ? or exists (select 1 from deployment d where"
            + " d.platform_id = p.id and d.institution_id = ?))) order by u.updated_at desc fetch"
            + " first 1 row only) where batch_id = ? and verdict = 'GOOD' and known_by = 'EPPN'",
        institutionId,
        institutionId,
        id);
    sql.update(
        "update award_batch_row set lms_user_id = (select u.id from lms_user u where"
            + " u.institution_id = ? and u.known_by = award_batch_row.known_by and u.known_as ="
            + " award_batch_row.known_as) where batch_id = ? and verdict = 'GOOD' and lms_user_id is"
            + " null",
        institutionId,
        id);
    standing(id, badgeClassId, Verdict.HELD, "'CLAIMED'");
    standing(id, badgeClassId, Verdict.OPEN, "'OFFERED', 'PROPOSED', 'SCHEDULED'");
  }

  private void standing(UUID id, UUID badgeClassId, Verdict verdict, String states) {
    sql.update(
        "update award_batch_row set verdict = ? where batch_id = ? and verdict = 'GOOD' and"
            + " lms_user_id is not null and exists (select 1 from lms_user me join lms_user u on"
            + " u.person_id = me.person_id join direct_award a on a.lms_user_id = u.id where me.id ="
            + " award_batch_row.lms_user_id and a.badge_class_id = ? and a.state in ("
            + states
            + "))",
        verdict.name(),
        id,
        badgeClassId);
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND
   */
  public Batch get(UUID id) {
    return sql.first(Batch.COLUMNS + " where id = ?", Batch::read, id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "award.batch.none"));
  }

  /** As {@link #get}; others who change it wait until the caller's transaction is over. */
  Batch lock(UUID id) {
    sql.update("update award_batch set done = done where id = ?", id);
    return get(id);
  }

  /** The last upload of the same bytes for a badge class, unless it was undone. */
  Optional<Batch> same(UUID badgeClassId, String digest) {
    return sql.first(
        Batch.COLUMNS
            + " where badge_class_id = ? and digest = ? and undone_at is null"
            + " order by uploaded_at desc, id desc",
        Batch::read,
        badgeClassId,
        digest);
  }

  /** Those of a badge class, the latest first. */
  List<Batch> of(UUID badgeClassId, int most) {
    return sql.list(
        Batch.COLUMNS
            + " where badge_class_id = ? order by uploaded_at desc, id desc fetch first "
            + most
            + " rows only",
        Batch::read,
        badgeClassId);
  }

  /** How many rows have each verdict. */
  Map<Verdict, Integer> counts(UUID id) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    sql.list(
            "select verdict, count(*) as found from award_batch_row where batch_id = ?"
                + " group by verdict",
            row -> Map.entry(Verdict.valueOf(row.text("verdict")), (int) row.count("found")),
            id)
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }

  /** How many rows became an award. */
  int awarded(UUID id) {
    return sql.first(
            "select count(*) as found from award_batch_row where batch_id = ?"
                + " and outcome = 'AWARDED'",
            row -> (int) row.count("found"),
            id)
        .orElse(0);
  }

  /** The first rows of a verdict behind a place. */
  List<BatchRow> rows(UUID id, Verdict verdict, int after, int most) {
    return sql.list(
        ROWS + " and verdict = ? and place > ? order by place fetch first " + most + " rows only",
        Batches::row,
        id,
        verdict.name(),
        after);
  }

  /** Rows of any verdict behind a place. */
  List<BatchRow> rows(UUID id, int after, int most) {
    return sql.list(
        ROWS + " and place > ? order by place fetch first " + most + " rows only",
        Batches::row,
        id,
        after);
  }

  private static BatchRow row(Row row) {
    String by = row.optionalText("known_by");
    return new BatchRow(
        row.integer("place"),
        row.integer("row_number"),
        by == null ? null : KnownBy.valueOf(by),
        row.optionalText("known_as"),
        row.optionalText("name"),
        row.optionalText("email"),
        DETAILS.convertToEntityAttribute(row.optionalText("details")),
        Verdict.valueOf(row.text("verdict")),
        row.optionalText("fault"),
        row.optionalText("outcome"),
        row.optionalUuid("award_id"));
  }

  void start(UUID id, @Nullable Instant scheduledFor, Instant undoUntil, Instant now) {
    sql.update(
        "update award_batch set started_at = ?, scheduled_for = ?, undo_until = ? where id = ?",
        now,
        scheduledFor,
        undoUntil,
        id);
  }

  /**
   * What became of a row.
   *
   * @param awardId the award that stands now; null if there is none
   */
  record Told(int place, String outcome, @Nullable UUID awardId) {}

  void told(UUID id, List<Told> all) {
    sql.updateAll(
        "update award_batch_row set outcome = ?, award_id = ? where batch_id = ? and place = ?",
        all.stream()
            .map(each -> Sql.row(each.outcome(), each.awardId(), id, each.place()))
            .toList());
  }

  void progress(UUID id, int done) {
    sql.update("update award_batch set done = ? where id = ?", done, id);
  }

  void finish(UUID id, @Nullable String stopped, Instant now) {
    sql.update(
        "update award_batch set finished_at = ?, stopped = ? where id = ?", now, stopped, id);
  }

  void undo(UUID id, Instant now) {
    sql.update(
        "update award_batch set undone_at = ?, finished_at = coalesce(finished_at, ?) where id = ?",
        now,
        now,
        id);
  }

  void discard(UUID id) {
    sql.update("delete from award_batch where id = ? and started_at is null", id);
  }
}
