package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/** The placements of Badge Bridge in courses. */
@ApplicationScoped
public class ResourceLinks {

  static final String COLUMNS =
      "l.id as l_id, l.course_id, l.link_id, l.title as l_title, l.lineitem_url, l.attachment_id";

  private static final String SELECT = "select " + COLUMNS + " from resource_link l where ";

  private final Sql sql;
  private final EntityManager entityManager;

  @Inject
  public ResourceLinks(Sql sql, EntityManager entityManager) {
    this.sql = sql;
    this.entityManager = entityManager;
  }

  /** The placement, if it is known. */
  public Optional<ResourceLink> find(UUID id) {
    return sql.first(SELECT + "l.id = ?", ResourceLinks::read, id);
  }

  /** The placement with the platform's id. */
  public Optional<ResourceLink> find(UUID courseId, String linkId) {
    return sql.first(
        SELECT + "l.course_id = ? and l.link_id = ?", ResourceLinks::read, courseId, linkId);
  }

  /** All placements in a course. */
  public List<ResourceLink> of(UUID courseId) {
    return sql.list(SELECT + "l.course_id = ? order by l.id", ResourceLinks::read, courseId);
  }

  /** The placements that show an attachment. */
  public List<ResourceLink> showing(UUID attachmentId) {
    return sql.list(
        SELECT + "l.attachment_id = ? order by l.id", ResourceLinks::read, attachmentId);
  }

  /** Makes a placement show an attachment; the later choice wins. */
  @Transactional
  public void show(UUID id, UUID attachmentId) {
    entityManager.flush(); // the attachment may be in JPA's hands still
    sql.update(
        "update resource_link set attachment_id = ?, version = version + 1 where id = ?",
        attachmentId,
        id);
  }

  static ResourceLink read(Row row) {
    return new ResourceLink(
        row.uuid("l_id"),
        row.uuid("course_id"),
        row.text("link_id"),
        row.optionalText("l_title"),
        row.optionalText("lineitem_url"),
        row.optionalUuid("attachment_id"));
  }
}
