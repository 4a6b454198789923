package org.badgebridge.backpack.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Writes down that somebody took everything along. */
@ApplicationScoped
public class RecordPacking {

  private final AuditTrail audit;

  @Inject
  public RecordPacking(AuditTrail audit) {
    this.audit = audit;
  }

  /** One line in the trail. */
  @Transactional
  public void record(UUID personId, Actor actor) {
    audit.record(null, actor, "kit.taken", "person", personId, null);
  }
}
