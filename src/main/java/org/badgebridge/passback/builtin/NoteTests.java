package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Notes who tried a source out; a transaction of its own after the looking. */
@ApplicationScoped
class NoteTests {

  private final AuditTrail audit;

  @Inject
  NoteTests(AuditTrail audit) {
    this.audit = audit;
  }

  @Transactional
  void tested(UUID institutionId, UUID platformId, String outcome, Actor actor) {
    audit.record(institutionId, actor, "source.tested", "platform", platformId, outcome);
  }
}
