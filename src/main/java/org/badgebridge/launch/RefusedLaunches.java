package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.platform.Platform;

/** Writes one audit line for each login or launch that was refused, and why. */
@ApplicationScoped
class RefusedLaunches {

  private final AuditTrail audit;

  @Inject
  RefusedLaunches(AuditTrail audit) {
    this.audit = audit;
  }

  @Transactional
  void record(LaunchRefused refused, String step) {
    Platform platform = refused.platform();
    audit.record(
        platform == null ? null : platform.institutionId(),
        new Actor(Actor.Kind.ANONYMOUS, null, step),
        "launch.refused",
        "platform",
        platform == null ? null : platform.id(),
        refused.refusal().slug());
  }
}
