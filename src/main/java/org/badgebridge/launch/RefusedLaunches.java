package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.platform.Platform;

/** Writes down each login or launch that was refused, and why; of a flood, how many they were. */
@ApplicationScoped
class RefusedLaunches {

  private final RefusalTrail refusals;

  @Inject
  RefusedLaunches(RefusalTrail refusals) {
    this.refusals = refusals;
  }

  @Transactional
  void record(LaunchRefused refused, String step) {
    Platform platform = refused.platform();
    refusals.record(
        platform == null ? null : platform.institutionId(),
        new Actor(Actor.Kind.ANONYMOUS, null, step),
        "launch.refused",
        "platform",
        platform == null ? null : platform.id(),
        refused.refusal().slug());
  }
}
