package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.rule.HeldBadge;
import org.jspecify.annotations.Nullable;

/** What people hold: claimed and not revoked, in whatever course, as whichever LMS user. */
@ApplicationScoped
class HeldBadges {

  private static final String HELD =
      " from direct_award a join lms_user u on u.id = a.lms_user_id"
          + " where a.state = 'CLAIMED' and a.sandbox = false";

  private final Sql sql;

  @Inject
  HeldBadges(Sql sql) {
    this.sql = sql;
  }

  /** Everything that a person holds, the newest first. */
  List<EvidenceItem> of(UUID personId) {
    return sql.list(
        "select a.id, a.badge_class_id, a.lms_user_id, a.claimed_at"
            + HELD
            + " and u.person_id = ? order by a.claimed_at desc, a.id",
        row ->
            HeldBadge.of(
                row.uuid("badge_class_id"),
                row.uuid("lms_user_id"),
                row.uuid("id"),
                row.instant("claimed_at")),
        personId);
  }

  /**
   * Some of those who hold a badge on a path, by id.
   *
   * @param after the last of the batch before; null for the first
   */
  List<UUID> walkers(UUID pathwayId, @Nullable UUID after, int most) {
    String beyond = after == null ? "" : " and u.person_id > ?";
    String query =
        "select distinct u.person_id"
            + HELD
            + " and a.badge_class_id in (select s.badge_class_id from pathway_step s"
            + " where s.pathway_id = ?)"
            + beyond
            + " order by u.person_id fetch first "
            + most
            + " rows only";
    return after == null
        ? sql.list(query, row -> row.uuid("person_id"), pathwayId)
        : sql.list(query, row -> row.uuid("person_id"), pathwayId, after);
  }

  /** Whether the person has or had an award of a badge class, as whichever LMS user. */
  boolean awarded(UUID personId, UUID badgeClassId) {
    return sql.first(
            "select a.id from direct_award a join lms_user u on u.id = a.lms_user_id"
                + " where u.person_id = ? and a.badge_class_id = ?",
            row -> true,
            personId,
            badgeClassId)
        .isPresent();
  }

  /** The published paths on which a badge stands. */
  List<UUID> pathsOver(UUID badgeClassId) {
    return sql.list(
        "select s.pathway_id from pathway_step s join badge_class b on b.id = s.pathway_id"
            + " where s.badge_class_id = ? and b.state = 'PUBLISHED' order by s.pathway_id",
        row -> row.uuid("pathway_id"),
        badgeClassId);
  }

  /** The published paths that a person is on: some badge of them is held. */
  List<UUID> pathsOf(UUID personId) {
    return sql.list(
        "select distinct b.id, b.name from pathway_step s join badge_class b on b.id = s.pathway_id"
            + " where b.state = 'PUBLISHED' and s.badge_class_id in (select a.badge_class_id"
            + HELD
            + " and u.person_id = ?) order by b.name, b.id",
        row -> row.uuid("id"),
        personId);
  }
}
