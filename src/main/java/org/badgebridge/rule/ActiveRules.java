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
