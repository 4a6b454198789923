package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Tells of each change: to the audit trail, and to the rooms that keep something of it. */
@ApplicationScoped
class BadgeChanges {

  private final AuditTrail audit;
  private final Event<BadgeClassChanged> changed;

  @Inject
  BadgeChanges(AuditTrail audit, Event<BadgeClassChanged> changed) {
    this.audit = audit;
    this.changed = changed;
  }

  /**
   * Tells of one deed.
   *
   * @param deed e.g. {@code published}
   */
  void tell(UUID institutionId, Actor actor, String deed, UUID badgeClassId) {
    audit.record(institutionId, actor, "badge-class." + deed, "badge-class", badgeClassId, null);
    changed.fire(new BadgeClassChanged(badgeClassId));
  }
}
