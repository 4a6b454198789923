package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;

/** Finds the rules that award now, by the index of activities they read. */
@ApplicationScoped
class ActiveRules {

  private final Sql sql;

  @Inject
  ActiveRules(Sql sql) {
    this.sql = sql;
  }

  /** The rules that evidence about these activities can change, by activity. */
  Map<UUID, List<ActiveRule>> reading(Set<UUID> activityIds) {
    return sql
        .list(
            ActiveRule.COLUMNS
                + ", x.activity_id from rule_activity x join award_rule r on r.id = x.rule_id"
                + " join attachment a on a.id = r.attachment_id"
                + ActiveRule.TABLES
                + " and x.activity_id in ("
                + Sql.marks(activityIds.size())
                + ") order by a.created_at, a.id",
            row -> Map.entry(row.uuid("activity_id"), ActiveRule.read(row)),
            activityIds.toArray())
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /**
   * Who of these was ever seen as a lecturer of these courses, by course: they get no award of its
   * rules, also in the guise of a learner.
   */
  Map<UUID, Set<UUID>> lecturers(Set<UUID> courseIds, Set<UUID> lmsUserIds) {
    List<Object> parameters = new ArrayList<>(courseIds);
    parameters.addAll(lmsUserIds);
    return sql
        .list(
            "select course_id, lms_user_id from membership where course_id in ("
                + Sql.marks(courseIds.size())
                + ") and lms_user_id in ("
                + Sql.marks(lmsUserIds.size())
                + ") and ever_lecturer = true",
            row -> Map.entry(row.uuid("course_id"), row.uuid("lms_user_id")),
            parameters.toArray())
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
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
