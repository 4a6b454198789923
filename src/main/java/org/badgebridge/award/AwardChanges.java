package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Tells the audit trail and the other rooms, in the caller's transaction, what changed. */
@ApplicationScoped
public class AwardChanges {

  static final String SUBJECT = "direct-award";

  private final AuditTrail audit;
  private final Event<AwardOffered> offered;
  private final Event<AwardEnded> ended;

  @Inject
  public AwardChanges(AuditTrail audit, Event<AwardOffered> offered, Event<AwardEnded> ended) {
    this.audit = audit;
    this.offered = offered;
    this.ended = ended;
  }

  void made(DirectAward award, Actor actor, String action) {
    record(award, actor, action, null);
  }

  void opened(DirectAward award, Actor actor, String action) {
    record(award, actor, action, null);
    offered.fire(new AwardOffered(award.id()));
  }

  void ended(DirectAward award, Actor actor, String action, @Nullable String why) {
    record(award, actor, action, why);
    ended.fire(new AwardEnded(award.id()));
  }

  private void record(DirectAward award, Actor actor, String action, @Nullable String why) {
    audit.record(award.institutionId(), actor, action, SUBJECT, award.id(), why);
  }
}
