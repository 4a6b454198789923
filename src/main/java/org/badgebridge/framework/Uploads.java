package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.framework.file.ReadFile;
import org.badgebridge.framework.file.ReadItem;
import org.badgebridge.framework.file.RowFault;
import org.badgebridge.framework.file.Source;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The uploaded files, row by row. */
@ApplicationScoped
public class Uploads {

  private static final int SAMPLES = 5;
  private static final String SELECT =
      "select id, institution_id, framework_id, name, publisher, url, language, source, good,"
          + " invalid, doubled, uploaded_at, done, started_at, finished_at from framework_upload";

  private final Sql sql;

  @Inject
  public Uploads(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a file that was read. */
  void add(UUID id, UUID institutionId, ReadFile file, Actor by, Instant now) {
    sql.update(
        "insert into framework_upload (id, institution_id, name, publisher, url, language, source,"
            + " good, invalid, doubled, uploaded_by, uploaded_at, done)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        id,
        institutionId,
        file.name(),
        file.publisher(),
        file.url(),
        file.language(),
        file.source(),
        file.items().size(),
        file.invalid(),
        file.doubled(),
        by.id(),
        now);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (ReadItem each : file.items()) {
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            each.identifier(),
            each.code(),
            each.humanCode(),
            each.name(),
            each.description(),
            each.url(),
            each.type(),
            each.keywords()
          });
    }
    sql.updateAll(
        "insert into framework_upload_item (upload_id, place, identifier, code, human_code, name,"
            + " description, url, item_type, keywords) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    List<@Nullable Object[]> faults = new ArrayList<>();
    for (RowFault each : file.faults()) {
      faults.add(new @Nullable Object[] {id, faults.size() + 1, each.row(), each.reason()});
    }
    sql.updateAll(
        "insert into framework_upload_fault (upload_id, place, row_number, reason)"
            + " values (?, ?, ?, ?)",
        faults);
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND
   */
  Upload get(UUID id) {
    return find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "framework.no-upload"));
  }

  /** One of them, unless it was discarded. */
  Optional<Upload> find(UUID id) {
    return sql.first(SELECT + " where id = ?", Uploads::read, id);
  }

  /** As {@link #find}; others who change it wait until the caller's transaction is over. */
  Optional<Upload> lock(UUID id) {
    sql.update("update framework_upload set done = done where id = ?", id);
    return find(id);
  }

  /** Those of an institution that wait for a decision, the latest first. */
  List<Upload> waiting(UUID institutionId) {
    return sql.list(
        SELECT
            + " where institution_id = ? and started_at is null order by uploaded_at desc, id desc",
        Uploads::read,
        institutionId);
  }

  /** The last import of a framework. */
  Optional<Upload> last(UUID frameworkId) {
    return sql.first(
        SELECT + " where framework_id = ? order by started_at desc, id desc",
        Uploads::read,
        frameworkId);
  }

  /** What it holds. */
  Upload.Preview preview(UUID id) {
    return new Upload.Preview(
        sql.list(
            "select row_number, reason from framework_upload_fault where upload_id = ?"
                + " order by place",
            row ->
                new RowFault(
                    row.integer("row_number"), RowFault.Reason.valueOf(row.text("reason"))),
            id),
        items(id, 0, SAMPLES));
  }

  /** The next items behind a place. */
  List<ReadItem> items(UUID id, int after, int most) {
    return sql.list(
        "select identifier, code, human_code, name, description, url, item_type, keywords"
            + " from framework_upload_item where upload_id = ? and place > ? and place <= ?"
            + " order by place",
        row ->
            new ReadItem(
                row.text("identifier"),
                row.text("code"),
                row.text("human_code"),
                row.text("name"),
                row.text("description"),
                row.text("url"),
                row.text("item_type"),
                row.text("keywords")),
        id,
        after,
        after + most);
  }

  /** Says into which framework it goes; earlier imports of that one are forgotten. */
  void start(UUID id, UUID frameworkId, Instant now) {
    sql.update("delete from framework_upload where framework_id = ?", frameworkId);
    sql.update(
        "update framework_upload set framework_id = ?, started_at = ? where id = ?",
        frameworkId,
        now,
        id);
  }

  /** Says how far it is. */
  void progress(UUID id, int done) {
    sql.update("update framework_upload set done = ? where id = ?", done, id);
  }

  /** Says that all is taken over; its rows are not needed any more. */
  void finish(UUID id, Instant now) {
    sql.update("delete from framework_upload_item where upload_id = ?", id);
    sql.update("update framework_upload set finished_at = ? where id = ?", now, id);
  }

  /** Forgets one that waits. */
  void discard(UUID id) {
    sql.update("delete from framework_upload where id = ? and started_at is null", id);
  }

  /** Forgets those that nobody decided on. */
  void discardBefore(Instant moment) {
    sql.update("delete from framework_upload where started_at is null and uploaded_at < ?", moment);
  }

  private static Upload read(Row row) {
    return new Upload(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.optionalUuid("framework_id"),
        new FrameworkDraft(
            row.text("name"), row.text("publisher"), row.text("url"), row.text("language")),
        Source.valueOf(row.text("source")),
        row.integer("good"),
        row.integer("invalid"),
        row.integer("doubled"),
        row.instant("uploaded_at"),
        row.integer("done"),
        row.optionalInstant("started_at"),
        row.optionalInstant("finished_at"));
  }
}
