package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** The line items of senders; a deleted one stays in the database and is found no more. */
@ApplicationScoped
class LineItems {

  private static final String OF =
      " where connector_id = ? and course_id = ? and deleted_at is null";
  private static final String SELECT =
      "select id, connector_id, course_id, label, score_maximum, resource_id, tag,"
          + " resource_link_id, starts_at, ends_at, grades_released from hosted_line_item"
          + OF;

  private final Sql sql;

  @Inject
  LineItems(Sql sql) {
    this.sql = sql;
  }

  /** Which of them are asked for; null for any. */
  record Filter(
      @Nullable String resourceId, @Nullable String tag, @Nullable String resourceLinkId) {}

  Optional<LineItem> find(UUID connectorId, UUID courseId, UUID id) {
    return sql.first(SELECT + " and id = ?", LineItems::read, connectorId, courseId, id);
  }

  /** So many, in a steady order, after one of them. */
  List<LineItem> page(
      UUID connectorId, UUID courseId, Filter filter, @Nullable UUID after, int limit) {
    StringBuilder where = new StringBuilder();
    List<Object> parameters = new ArrayList<>(List.of(connectorId, courseId));
    narrow(where, parameters, " and resource_id = ?", filter.resourceId());
    narrow(where, parameters, " and tag = ?", filter.tag());
    narrow(where, parameters, " and resource_link_id = ?", filter.resourceLinkId());
    narrow(where, parameters, " and id > ?", after);
    return sql.list(
        SELECT + where + " order by id limit " + limit, LineItems::read, parameters.toArray());
  }

  private static void narrow(
      StringBuilder where, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      where.append(condition);
      parameters.add(value);
    }
  }

  long count(UUID connectorId, UUID courseId) {
    return Objects.requireNonNull(
        sql.list(
                "select count(*) as number from hosted_line_item" + OF,
                row -> row.count("number"),
                connectorId,
                courseId)
            .get(0));
  }

  void add(LineItem item, Instant now) {
    LineItem.Content content = item.content();
    sql.update(
        "insert into hosted_line_item (id, connector_id, course_id, label, score_maximum,"
            + " resource_id, tag, resource_link_id, starts_at, ends_at, grades_released,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        item.id(),
        item.connectorId(),
        item.courseId(),
        content.label(),
        content.scoreMaximum(),
        content.resourceId(),
        content.tag(),
        content.resourceLinkId(),
        content.startsAt(),
        content.endsAt(),
        content.gradesReleased(),
        now);
  }

  void replace(UUID id, LineItem.Content content) {
    sql.update(
        "update hosted_line_item set label = ?, score_maximum = ?, resource_id = ?, tag = ?,"
            + " resource_link_id = ?, starts_at = ?, ends_at = ?, grades_released = ? where id = ?",
        content.label(),
        content.scoreMaximum(),
        content.resourceId(),
        content.tag(),
        content.resourceLinkId(),
        content.startsAt(),
        content.endsAt(),
        content.gradesReleased(),
        id);
  }

  void delete(UUID id, Instant now) {
    sql.update("update hosted_line_item set deleted_at = ? where id = ?", now, id);
  }

  private static LineItem read(Row row) {
    Double maximum = row.optionalDouble("score_maximum");
    return new LineItem(
        row.uuid("id"),
        row.uuid("connector_id"),
        row.uuid("course_id"),
        new LineItem.Content(
            row.text("label"),
            Objects.requireNonNull(maximum),
            row.optionalText("resource_id"),
            row.optionalText("tag"),
            row.optionalText("resource_link_id"),
            row.optionalInstant("starts_at"),
            row.optionalInstant("ends_at"),
            row.optionalFlag("grades_released")));
  }
}
