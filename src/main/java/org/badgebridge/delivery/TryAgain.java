package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;

/** Staff say that an address works after all: what its learner was not told is told now. */
@ApplicationScoped
public class TryAgain {

  private final Mails mails;
  private final Undeliverable undeliverable;
  private final Notices notices;
  private final Decisions decisions;
  private final JoinedDocuments documents;
  private final Rights rights;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public TryAgain(
      Mails mails,
      Undeliverable undeliverable,
      Notices notices,
      Decisions decisions,
      JoinedDocuments documents,
      Rights rights,
      AuditTrail audit,
      Clock clock) {
    this.mails = mails;
    this.undeliverable = undeliverable;
    this.notices = notices;
    this.decisions = decisions;
    this.documents = documents;
    this.rights = rights;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Tries the address of a message again.
   *
   * @throws ProblemException NOT_FOUND if the institution sent no such message; FORBIDDEN or
   *     NOT_FOUND for those who may not
   */
  @Transactional
  public void address(UUID institutionId, UUID mailId, Actor staff) {
    rights.require(staff, Permission.UPDATE, Place.institution(institutionId));
    Mail mail =
        mails
            .find(mailId)
            .filter(each -> each.institutionId().equals(institutionId))
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    mails.addressOf(mailId).ifPresent(undeliverable::forget);
    decisions.oweAgain(mailId);
    documents.oweAgain(mailId);
    notices.gather(List.of(new Notices.Notice(mail.lmsUserId(), institutionId)), clock.instant());
    audit.record(institutionId, staff, "mail.tried-again", "mail", mailId, null);
  }
}
