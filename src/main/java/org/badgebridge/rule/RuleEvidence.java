package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;

/**
 * What rules judge: the newest facts about their activities, and the badges that are held (claimed
 * and not revoked, in whatever course, as whichever LMS user of the same person).
 */
@ApplicationScoped
public class RuleEvidence {

  private static final String HELD =
      " from direct_award a join lms_user h on h.id = a.lms_user_id"
          + " join lms_user u on u.person_id = h.person_id"
          + " where a.state = 'CLAIMED' and a.sandbox = false and a.badge_class_id in (";

  private final Evidence evidence;
  private final Sql sql;

  @Inject
  public RuleEvidence(Evidence evidence, Sql sql) {
    this.evidence = evidence;
    this.sql = sql;
  }

  /** All that these rules ask about one learner. */
  List<EvidenceItem> of(UUID lmsUserId, Collection<RuleTree> rules) {
    return of(Set.of(lmsUserId), rules).getOrDefault(lmsUserId, List.of());
  }

  /** All that these rules ask about some learners, by learner. */
  Map<UUID, List<EvidenceItem>> of(Set<UUID> lmsUserIds, Collection<RuleTree> rules) {
    Set<UUID> activities = new HashSet<>();
    Set<UUID> badges = new HashSet<>();
    for (RuleTree rule : rules) {
      activities.addAll(rule.activities());
      badges.addAll(rule.badges());
    }
    List<EvidenceItem> known = new ArrayList<>(evidence.of(lmsUserIds, activities));
    known.addAll(inTime(rules, lmsUserIds, known));
    if (!badges.isEmpty()) {
      List<Object> parameters = new ArrayList<>(badges);
      parameters.addAll(lmsUserIds);
      known.addAll(
          sql.list(
              "select a.id, a.badge_class_id, a.claimed_at, u.id as user_id"
                  + HELD
                  + Sql.marks(badges.size())
                  + ") and u.id in ("
                  + Sql.marks(lmsUserIds.size())
                  + ") order by a.claimed_at desc, a.id",
              RuleEvidence::read,
              parameters.toArray()));
    }
    return known.stream().collect(Collectors.groupingBy(EvidenceItem::lmsUserId));
  }

  /** All that a rule asks about everybody in a course. */
  List<EvidenceItem> ofCourse(UUID courseId, RuleTree rule) {
    List<EvidenceItem> known = new ArrayList<>(evidence.of(rule.activities()));
    known.addAll(inTime(List.of(rule), Set.of(), known));
    if (!rule.badges().isEmpty()) {
      List<Object> parameters = new ArrayList<>(rule.badges());
      parameters.add(courseId);
      known.addAll(
          sql.list(
              "select a.id, a.badge_class_id, a.claimed_at, u.id as user_id"
                  + HELD
                  + Sql.marks(rule.badges().size())
                  + ") and exists (select 1 from membership m where m.lms_user_id = u.id and"
                  + " m.course_id = ?) order by a.claimed_at desc, a.id",
              RuleEvidence::read,
              parameters.toArray()));
    }
    return known;
  }

  /**
   * What newer facts have taken the place of, although they came after a deadline of a rule. It
   * goes behind the newest, which other rules look at; the latest deadline first, so that each
   * deadline comes upon its own.
   */
  private List<EvidenceItem> inTime(
      Collection<RuleTree> rules, Set<UUID> lmsUserIds, List<EvidenceItem> newest) {
    return rules.stream()
        .flatMap(RuleTree::deadlines)
        .sorted(Comparator.comparing(Until::deadline).reversed())
        .flatMap(
            until -> {
              Set<UUID> late =
                  newest.stream()
                      .filter(item -> !item.occurredAt().isBefore(until.deadline()))
                      .map(EvidenceItem::activityId)
                      .filter(until.activities()::contains)
                      .collect(Collectors.toSet());
              return evidence.before(until.deadline(), lmsUserIds, late).stream();
            })
        .toList();
  }

  private static EvidenceItem read(Row row) {
    return HeldBadge.of(
        row.uuid("badge_class_id"), row.uuid("user_id"), row.uuid("id"), row.instant("claimed_at"));
  }
}
