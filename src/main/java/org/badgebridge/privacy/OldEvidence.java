package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Facts about learners that nobody needs any more: the inbox, what rules read of it, and the scores
 * that are hosted for senders. A fact is needed as long as a rule that is switched on reads its
 * activity and its learner is in the course; longer where awards are looked at again when evidence
 * changes. What lecturers say themselves (attendance, tasks) is theirs and stays.
 */
@ApplicationScoped
public class OldEvidence {

  private static final int BATCH = 500;
  private static final Actor CLOCK = Actor.system("clock");

  private static final String READ_BY_A_RULE =
      "select 1 from rule_activity x join award_rule r on r.id = x.rule_id"
          + " join attachment t on t.id = r.attachment_id and t.state = 'ON'"
          + " join membership m on m.course_id = t.course_id"
          + " and (m.active = true or r.on_change <> 'KEEP')";

  private static final String FACTS =
      "select p.id from passback p join activity a on a.id = p.activity_id"
          + " where p.institution_id = ? and p.received_at < ?"
          + " and a.kind not in ('ATTENDANCE', 'TASK') and not exists ("
          + READ_BY_A_RULE
          + " where x.activity_id = p.activity_id and m.lms_user_id = p.lms_user_id)"
          + " order by p.received_at, p.id limit "
          + BATCH;

  private static final String SCORES =
      "select s.line_item_id, s.learner from hosted_score s"
          + " join hosted_line_item i on i.id = s.line_item_id"
          + " join connector k on k.id = i.connector_id"
          + " where k.institution_id = ? and s.sent_at < ? and not exists ("
          + READ_BY_A_RULE
          + " join activity a on a.id = x.activity_id join lms_user u on u.id = m.lms_user_id"
          + " where a.course_id = i.course_id and a.kind = 'SENT'"
          + " and a.reference ="
          + " concat(cast(k.id as varchar(36)), '/', cast(i.id as varchar(36)))"
          + " and (u.sub = s.learner or exists (select 1 from lms_user_alias l"
          + " where l.lms_user_id = u.id and l.alias = s.learner)))"
          + " order by s.sent_at, s.line_item_id, s.learner limit "
          + BATCH;

  private final Sql sql;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public OldEvidence(Sql sql, AuditTrail audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** An institution that forgets, and after how long. */
  record Kept(UUID institutionId, Duration time) {}

  /** The institutions that have set this clock. */
  List<Kept> clocks() {
    return sql.list(
        "select institution_id, evidence_days from award_settings"
            + " where evidence_days is not null order by institution_id",
        row -> new Kept(row.uuid("institution_id"), Duration.ofDays(row.integer("evidence_days"))));
  }

  /**
   * Forgets some of what an institution keeps no longer, and writes down how much.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean forget(Kept kept) {
    Instant before = clock.instant().minus(kept.time());
    List<UUID> facts = sql.list(FACTS, row -> row.uuid("id"), kept.institutionId(), before);
    List<@Nullable Object[]> keys = facts.stream().map(Sql::row).toList();
    sql.updateAll("delete from evidence where passback_id = ?", keys);
    sql.updateAll("delete from passback where id = ?", keys);
    List<@Nullable Object[]> scores =
        sql.list(
            SCORES,
            row -> Sql.row(row.uuid("line_item_id"), row.text("learner"), before),
            kept.institutionId(),
            before);
    sql.updateAll(
        "delete from hosted_score where line_item_id = ? and learner = ? and sent_at < ?", scores);
    int outcomes =
        sql.update(
            "delete from outcome where set_at < ? and connector_id in"
                + " (select id from connector where institution_id = ?)",
            before,
            kept.institutionId());
    if (facts.size() + scores.size() + outcomes > 0) {
      audit.record(
          kept.institutionId(),
          CLOCK,
          "evidence.forgotten",
          "institution",
          kept.institutionId(),
          "facts=%d scores=%d outcomes=%d".formatted(facts.size(), scores.size(), outcomes));
    }
    return facts.size() == BATCH || scores.size() == BATCH;
  }
}
