package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * Awards those on the present roster who met a rule before it was switched on, batch by batch: a
 * crash goes on where it stopped, and a second run awards nobody twice.
 */
@ApplicationScoped
public class RosterEvaluation {

  private static final int BATCH = 50;

  private final Sql sql;
  private final ActiveRules rules;
  private final EvaluateRules evaluateRules;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  RosterEvaluation(
      Sql sql, ActiveRules rules, EvaluateRules evaluateRules, Jobs jobs, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.evaluateRules = evaluateRules;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * How far the evaluation is.
   *
   * @param total the learners with evidence when it began; only they can meet the rule
   * @param finishedAt null while it runs
   */
  public record Progress(int done, int total, @Nullable Instant finishedAt) {}

  /** How far the last evaluation of an attachment is; empty if it never was switched on. */
  public Optional<Progress> progress(UUID attachmentId) {
    return sql.first(
        "select done, total, finished_at from attachment_evaluation where attachment_id = ?",
        row ->
            new Progress(
                row.integer("done"), row.integer("total"), row.optionalInstant("finished_at")),
        attachmentId);
  }

  /** Owes an evaluation of the roster, in the caller's transaction. */
  void start(Attachment attachment, int ruleNumber) {
    Instant now = clock.instant();
    if (sql.update(
            "update attachment_evaluation set last_user_id = null, done = 0, total = 0,"
                + " started_at = ?, finished_at = null where attachment_id = ?",
            now,
            attachment.id())
        == 0) {
      sql.update(
          "insert into attachment_evaluation (attachment_id, done, total, started_at)"
              + " values (?, 0, 0, ?)",
          attachment.id(),
          now);
    }
    jobs.schedule(
        EvaluateRosterJob.NAME,
        attachment.id() + "/" + ruleNumber + "/" + now.toEpochMilli(),
        attachment.id().toString(),
        now);
  }

  /**
   * Evaluates the next learners, in key order.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean next(UUID attachmentId) {
    // this update is also the lock that keeps two runs from doing the same batch
    sql.update(
        "update attachment_evaluation set done = done where attachment_id = ?", attachmentId);
    Optional<ActiveRule> rule = rules.of(attachmentId);
    if (rule.isEmpty() || progress(attachmentId).filter(p -> p.finishedAt() == null).isEmpty()) {
      return false;
    }
    UUID last =
        sql.first(
                "select last_user_id from attachment_evaluation where attachment_id = ?",
                row -> Optional.ofNullable(row.optionalUuid("last_user_id")),
                attachmentId)
            .flatMap(found -> found)
            .orElse(null);
    if (last == null) {
      count(rule.get());
    }
    List<UUID> learners = learners(rule.get(), last);
    evaluateRules.apply(rule.get(), learners);
    boolean more = learners.size() == BATCH;
    sql.update(
        "update attachment_evaluation set last_user_id = ?, done = done + ?, finished_at = ?"
            + " where attachment_id = ?",
        learners.isEmpty() ? last : learners.get(learners.size() - 1),
        learners.size(),
        more ? null : clock.instant(),
        attachmentId);
    return more;
  }

  private void count(ActiveRule rule) {
    long total =
        sql.first(
                "select count(*) as learners" + concerned(rule, null),
                row -> row.count("learners"),
                parameters(rule, null).toArray())
            .orElse(0L);
    sql.update(
        "update attachment_evaluation set total = ? where attachment_id = ?",
        total,
        rule.attachmentId());
  }

  private List<UUID> learners(ActiveRule rule, @Nullable UUID after) {
    return sql.list(
        "select m.lms_user_id" + concerned(rule, after) + " order by m.lms_user_id limit " + BATCH,
        row -> row.uuid("lms_user_id"),
        parameters(rule, after).toArray());
  }

  private static String concerned(ActiveRule rule, @Nullable UUID after) {
    return " from membership m where m.course_id = ? and m.role = 'LEARNER' and m.active = true"
        + " and m.ever_lecturer = false and ("
        + String.join(" or ", reasons(rule))
        + ")"
        + (after == null ? "" : " and m.lms_user_id > ?");
  }

  private static List<String> reasons(ActiveRule rule) {
    List<String> reasons = new ArrayList<>();
    if (!rule.activities().isEmpty()) {
      reasons.add(
          "exists (select 1 from evidence e where e.lms_user_id = m.lms_user_id and e.activity_id in ("
              + Sql.marks(rule.activities().size())
              + "))");
    }
    if (!rule.tree().badges().isEmpty()) {
      reasons.add(
          "exists (select 1 from lms_user u join lms_user h on h.person_id = u.person_id"
              + " join direct_award w on w.lms_user_id = h.id and w.state = 'CLAIMED'"
              + " where u.id = m.lms_user_id and w.badge_class_id in ("
              + Sql.marks(rule.tree().badges().size())
              + "))");
    }
    return reasons;
  }

  private static List<@Nullable Object> parameters(ActiveRule rule, @Nullable UUID after) {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(rule.courseId());
    parameters.addAll(rule.activities());
    parameters.addAll(rule.tree().badges());
    if (after != null) {
      parameters.add(after);
    }
    return parameters;
  }
}
