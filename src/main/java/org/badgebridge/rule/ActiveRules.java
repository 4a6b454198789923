package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** Finds the rules that award now, by the index of activities they read. */
@ApplicationScoped
class ActiveRules {

  private final Sql sql;

  @Inject
  ActiveRules(Sql sql) {
    this.sql = sql;
  }

  /**
   * The rules that one learner's evidence about one activity can change. A lecturer's evidence
   * changes none: somebody ever seen as a lecturer of the course gets no award of its rules, also
   * in the guise of a learner.
   */
  List<ActiveRule> reading(UUID activityId, UUID lmsUserId) {
    return sql.list(
        ActiveRule.COLUMNS
            + " from rule_activity x join award_rule r on r.id = x.rule_id"
            + " join attachment a on a.id = r.attachment_id"
            + ActiveRule.TABLES
            + " and x.activity_id = ? and not exists (select 1 from membership m"
            + " where m.course_id = a.course_id and m.lms_user_id = ? and m.ever_lecturer = true)"
            + " order by a.created_at, a.id",
        ActiveRule::read,
        activityId,
        lmsUserId);
  }

  /** Whether any present rule asks for a badge. */
  boolean askFor(UUID badgeClassId) {
    return sql.first(
            "select 1 as one from rule_badge where badge_class_id = ? limit 1",
            row -> row.integer("one"),
            badgeClassId)
        .isPresent();
  }

  /** A rule, and who of its course it is about. */
  record Concerned(ActiveRule rule, UUID lmsUserId) {}

  /**
   * The rules that ask for a badge in the courses in which its holder is a learner, as whichever
   * LMS user.
   */
  List<Concerned> holding(UUID badgeClassId, UUID lmsUserId) {
    return sql.list(
        ActiveRule.COLUMNS
            + ", m.lms_user_id as learner_id"
            + " from rule_badge x join award_rule r on r.id = x.rule_id"
            + " join attachment a on a.id = r.attachment_id"
            + " join membership m on m.course_id = a.course_id and m.role = 'LEARNER'"
            + " and m.active = true and m.ever_lecturer = false"
            + " join lms_user u on u.id = m.lms_user_id"
            + ActiveRule.TABLES
            + " and x.badge_class_id = ? and u.person_id ="
            + " (select h.person_id from lms_user h where h.id = ?)"
            + " order by a.created_at, a.id, m.lms_user_id",
        row -> new Concerned(ActiveRule.read(row), row.uuid("learner_id")),
        badgeClassId,
        lmsUserId);
  }

  /** The present rule of an attachment, if it is on. */
  Optional<ActiveRule> of(UUID attachmentId) {
    return sql.first(
        ActiveRule.COLUMNS
            + " from attachment a join award_rule r on r.attachment_id = a.id"
            + ActiveRule.TABLES
            + " and a.id = ? order by r.number desc",
        ActiveRule::read,
        attachmentId);
  }
}
