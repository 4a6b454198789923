package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Stops all mail to a learner, or lets it come again; whoever has the address of a message may. */
@ApplicationScoped
public class ChangeStop {

  private final MailStops stops;
  private final AuditTrail audit;

  @Inject
  public ChangeStop(MailStops stops, AuditTrail audit) {
    this.stops = stops;
    this.audit = audit;
  }

  @Transactional
  public void stop(UUID lmsUserId) {
    if (stops.stop(lmsUserId)) {
      record(lmsUserId, "mail.stopped");
    }
  }

  @Transactional
  public void resume(UUID lmsUserId) {
    if (stops.resume(lmsUserId)) {
      record(lmsUserId, "mail.resumed");
    }
  }

  private void record(UUID lmsUserId, String action) {
    Actor learner = new Actor(Actor.Kind.LEARNER, lmsUserId, "address in a message");
    audit.record(null, learner, action, "lms-user", lmsUserId, null);
  }
}
