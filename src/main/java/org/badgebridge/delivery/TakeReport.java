package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.identity.Actor;

/** Notes that a message came back, and that nothing reaches its address. */
@ApplicationScoped
public class TakeReport {

  private static final Actor JOB = Actor.system("job " + ReadBounces.NAME);

  private final Mails mails;
  private final Undeliverable undeliverable;
  private final Awards awards;
  private final AuditTrail audit;

  @Inject
  public TakeReport(Mails mails, Undeliverable undeliverable, Awards awards, AuditTrail audit) {
    this.mails = mails;
    this.undeliverable = undeliverable;
    this.awards = awards;
    this.audit = audit;
  }

  /** Takes one report; the same again changes nothing. */
  @Transactional
  public void take(DeliveryReport report) {
    if (!mails.bounce(report.mailId())) {
      return;
    }
    mails.awards(report.mailId()).forEach(awards::touch); // not delivered after all
    mails.addressOf(report.mailId()).ifPresent(digest -> undeliverable.note(digest, report.why()));
    mails
        .find(report.mailId())
        .ifPresent(
            mail ->
                audit.record(
                    mail.institutionId(),
                    JOB,
                    "mail.bounced",
                    "mail",
                    mail.id(),
                    report.why().slug()));
  }
}
