package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;

/** The transactions around writing one score: what is owed now, and what became of it. */
@ApplicationScoped
class WriteBackLedger {

  private final Sql sql;
  private final Attachments attachments;
  private final AttachmentChecks checks;
  private final GradebookScores scores;
  private final AuditTrail audit;

  @Inject
  WriteBackLedger(
      Sql sql,
      Attachments attachments,
      AttachmentChecks checks,
      GradebookScores scores,
      AuditTrail audit) {
    this.sql = sql;
    this.attachments = attachments;
    this.checks = checks;
    this.scores = scores;
    this.audit = audit;
  }

  /** One for each attachment of the badge class in the award's course. */
  List<OwedScore> find(UUID awardId) {
    return sql.list(OwedScore.SELECT + "w.id = ? order by a.id", OwedScore::read, awardId);
  }

  /**
   * The columns to write, by their addresses; none that has the score already, and none if a rule
   * by now reads one of them.
   */
  @Transactional
  public List<String> columns(OwedScore owed) {
    Attachment attachment = attachments.find(owed.attachmentId()).orElseThrow();
    List<String> columns =
        checks.columnIsRead(attachment) ? List.of() : scores.columns(owed.attachmentId());
    if (columns.isEmpty()) {
      record(owed, "score.not-written", "no column of its own");
    }
    return columns.stream().filter(column -> !scores.holds(column, owed.awardId())).toList();
  }

  /** Whether the score is to be taken out of the column; if not, it is no longer this award's. */
  @Transactional
  public boolean releases(OwedScore owed, String column) {
    if (!scores.holds(column, owed.awardId())) {
      return false;
    }
    if (scores.heldByAnother(column, owed.awardId())) {
      scores.forget(column, owed.awardId());
      return false;
    }
    return true;
  }

  List<String> columnsOf(OwedScore owed) {
    return scores.columns(owed.attachmentId());
  }

  /** Writes down that the LMS takes the score later, perhaps. */
  @Transactional
  public void waiting(OwedScore owed, String column) {
    scores.note(column, owed.awardId(), GradebookScores.State.WAITING);
  }

  /** Writes down what became of the score. */
  @Transactional
  public void written(OwedScore owed, String column, GradebookScores.State state, String reason) {
    scores.note(column, owed.awardId(), state);
    boolean taken = state == GradebookScores.State.TAKEN;
    record(owed, taken ? "score.written" : "score.not-written", reason);
  }

  /** Writes down what became of taking it out; it is not tried again. */
  @Transactional
  public void takenOut(OwedScore owed, String column, boolean done, String reason) {
    scores.forget(column, owed.awardId());
    record(owed, done ? "score.taken-out" : "score.not-taken-out", reason);
  }

  private void record(OwedScore owed, String action, String reason) {
    audit.record(
        owed.institutionId(),
        Actor.system("job " + WriteBackJob.NAME),
        action,
        "direct-award",
        owed.awardId(),
        reason);
  }
}
