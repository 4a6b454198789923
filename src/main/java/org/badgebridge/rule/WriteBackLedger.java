package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;

/** The transactions around writing one score: what is owed now, and what became of it. */
@ApplicationScoped
class WriteBackLedger {

  private final Sql sql;
  private final Attachments attachments;
  private final AttachmentChecks checks;
  private final ResourceLinks links;
  private final AuditTrail audit;

  @Inject
  WriteBackLedger(
      Sql sql,
      Attachments attachments,
      AttachmentChecks checks,
      ResourceLinks links,
      AuditTrail audit) {
    this.sql = sql;
    this.attachments = attachments;
    this.checks = checks;
    this.links = links;
    this.audit = audit;
  }

  Optional<OwedScore> find(UUID awardId) {
    return sql.first(OwedScore.SELECT + "w.id = ?", OwedScore::read, awardId);
  }

  /** The columns to write; none if a rule by now reads one of them. */
  @Transactional
  public List<ResourceLink> columns(OwedScore owed) {
    Attachment attachment = attachments.find(owed.attachmentId()).orElseThrow();
    if (checks.columnIsRead(attachment)) {
      return List.of();
    }
    return links.showing(owed.attachmentId()).stream()
        .filter(link -> link.lineitemUrl() != null)
        .toList();
  }

  /** Writes down what became of the score. */
  @Transactional
  public void note(OwedScore owed, String action, String reason) {
    audit.record(
        owed.institutionId(),
        Actor.system("job " + WriteBackJob.NAME),
        action,
        "direct-award",
        owed.awardId(),
        reason);
  }
}
