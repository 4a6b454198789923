package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.framework.file.ReadItem;
import org.badgebridge.web.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of an upload over, batch by batch: known ones are updated, new ones added, and at
 * the end those that are not in the file are withdrawn. A crash goes on where it stopped, and a
 * second run doubles nothing.
 */
@ApplicationScoped
public class ItemImport {

  static final int BATCH = 500;

  /** Most words that an item is found by. */
  private static final int WORDS = 25;

  private final Sql sql;
  private final Uploads uploads;
  private final Clock clock;

  @Inject
  ItemImport(Sql sql, Uploads uploads, Clock clock) {
    this.sql = sql;
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * Takes over the next items.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean next(UUID uploadId) {
    Upload upload = uploads.lock(uploadId).filter(Upload::isRunning).orElse(null);
    if (upload == null || upload.frameworkId() == null) {
      return false;
    }
    List<ReadItem> batch = uploads.items(uploadId, upload.done(), BATCH);
    if (!batch.isEmpty()) {
      take(upload.frameworkId(), upload, batch);
      uploads.progress(uploadId, upload.done() + batch.size());
    }
    if (upload.done() + batch.size() < upload.good() && !batch.isEmpty()) {
      return true;
    }
    withdrawOthers(upload.frameworkId(), uploadId);
    uploads.finish(uploadId, clock.instant());
    return false;
  }

  private void take(UUID frameworkId, Upload upload, List<ReadItem> batch) {
    Map<String, UUID> known = known(frameworkId, batch);
    String type =
        sql.first("select name from framework where id = ?", row -> row.text("name"), frameworkId)
            .map(FrameworkDraft::itemType)
            .orElse("");
    List<@Nullable Object[]> added = new ArrayList<>();
    List<@Nullable Object[]> changed = new ArrayList<>();
    List<@Nullable Object[]> former = new ArrayList<>();
    List<@Nullable Object[]> terms = new ArrayList<>();
    int place = upload.done();
    for (ReadItem each : batch) {
      place++;
      UUID id = known.get(each.identifier());
      if (id == null) {
        id = Ids.next();
        added.add(row(each, type, place, upload.id(), id, frameworkId, each.identifier()));
      } else {
        changed.add(row(each, type, place, upload.id(), id));
        former.add(new @Nullable Object[] {id});
      }
      for (String term : words(each)) {
        terms.add(new @Nullable Object[] {frameworkId, id, term});
      }
    }
    sql.updateAll(
        "insert into framework_item (code, human_code, name, description, url, item_type, place,"
            + " last_upload, withdrawn, id, framework_id, identifier)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?)",
        added);
    sql.updateAll(
        "update framework_item set code = ?, human_code = ?, name = ?, description = ?, url = ?,"
            + " item_type = ?, place = ?, last_upload = ?, withdrawn = false where id = ?",
        changed);
    sql.updateAll("delete from framework_term where item_id = ?", former);
    sql.updateAll(
        "insert into framework_term (framework_id, item_id, term) values (?, ?, ?)", terms);
  }

  private Map<String, UUID> known(UUID frameworkId, List<ReadItem> batch) {
    Map<String, UUID> known = new HashMap<>();
    sql.list(
            "select i.id, i.identifier from "
                + Sql.NAMES
                + " join framework_item i on i.identifier = k.name and i.framework_id = ?",
            row -> Map.entry(row.text("identifier"), row.uuid("id")),
            Sql.names(batch.stream().map(ReadItem::identifier).toList()),
            frameworkId)
        .forEach(each -> known.put(each.getKey(), each.getValue()));
    return known;
  }

  private static @Nullable Object[] row(
      ReadItem item, String type, int place, UUID uploadId, Object... keys) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(item.code());
    row.add(item.humanCode());
    row.add(item.name());
    row.add(item.description());
    row.add(item.url());
    row.add(item.type().isEmpty() ? type : item.type());
    row.add(place);
    row.add(uploadId);
    row.addAll(List.of(keys));
    return row.toArray();
  }

  private static Iterable<String> words(ReadItem item) {
    return SearchWords.of(
        item.name() + ' ' + item.humanCode() + ' ' + item.code() + ' ' + item.keywords(), WORDS);
  }

  private void withdrawOthers(UUID frameworkId, UUID uploadId) {
    sql.update(
        "delete from framework_term where framework_id = ? and item_id in (select i.id from"
            + " framework_item i where i.framework_id = ? and i.last_upload <> ?)",
        frameworkId,
        frameworkId,
        uploadId);
    sql.update(
        "update framework_item set withdrawn = true where framework_id = ? and last_upload <> ?",
        frameworkId,
        uploadId);
  }
}
