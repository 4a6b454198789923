package org.badgebridge.rule;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.Offer;
import org.badgebridge.award.Provenance;
import org.badgebridge.database.Row;
import org.badgebridge.identity.Actor;

/**
 * The present rule of an attachment that is on, with all that an award by it needs. Its institution
 * is that of the badge class, also where a partner's lecturer attached it; a rule of somebody who
 * is no partner any more is not there.
 */
record ActiveRule(
    UUID attachmentId,
    UUID courseId,
    UUID institutionId,
    UUID badgeClassId,
    UUID ruleId,
    int number,
    AwardRule.Mode mode,
    RuleTree tree,
    AwardRule.OnChange onChange,
    boolean reEarn) {

  static final String COLUMNS =
      "select a.id as attachment_id, a.course_id, a.badge_class_id,"
          + " i.institution_id, r.id as rule_id, r.number, r.mode, r.tree, r.on_change, r.re_earn";

  static final String TABLES =
      " join course c on c.id = a.course_id join deployment d on d.id = c.deployment_id"
          + " join platform p on p.id = d.platform_id"
          + " join badge_class b on b.id = a.badge_class_id and b.state = 'PUBLISHED'"
          + " join issuer i on i.id = b.issuer_id"
          + " where a.state = 'ON' and (i.institution_id = coalesce(d.institution_id, p.institution_id)"
          + " or (b.open_to = 'PARTNERS' and exists (select 1 from partnership s where s.institution_id ="
          + " i.institution_id and s.partner_id = coalesce(d.institution_id, p.institution_id))))";

  static ActiveRule read(Row row) {
    return new ActiveRule(
        row.uuid("attachment_id"),
        row.uuid("course_id"),
        row.uuid("institution_id"),
        row.uuid("badge_class_id"),
        row.uuid("rule_id"),
        row.integer("number"),
        AwardRule.Mode.valueOf(row.text("mode")),
        RuleText.read(row.text("tree")),
        AwardRule.OnChange.valueOf(row.text("on_change")),
        row.flag("re_earn"));
  }

  Set<UUID> activities() {
    return tree.activities();
  }

  /**
   * What to offer one learner.
   *
   * @param titles of the activities, by id
   */
  Offer offer(UUID lmsUserId, Verdict verdict, Map<UUID, String> titles) {
    return Offer.byRule(
        institutionId,
        badgeClassId,
        lmsUserId,
        Provenance.rule(courseId, attachmentId, ruleId),
        Reason.of(ruleId, number, verdict, titles).toJson(),
        mode == AwardRule.Mode.APPROVE ? Offer.Moment.ON_APPROVAL : Offer.Moment.NOW,
        verdict.since().equals(Instant.MAX) ? null : verdict.since(),
        actor());
  }

  /** Whether awards of it are looked at again when their evidence changes. */
  boolean doubts() {
    return onChange != AwardRule.OnChange.KEEP;
  }

  /** Who acts when the rule does. */
  Actor actor() {
    return new Actor(Actor.Kind.RULE, null, "rule " + ruleId + " version " + number);
  }
}
