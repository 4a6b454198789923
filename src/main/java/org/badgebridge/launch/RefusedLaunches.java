package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.notice.NoticeHandlers;

/**
 * Writes down each login, launch or notice that was refused, and why; of a flood, how many they
 * were.
 */
@ApplicationScoped
class RefusedLaunches {

  private final RefusalTrail refusals;

  @Inject
  RefusedLaunches(RefusalTrail refusals) {
    this.refusals = refusals;
  }

  @Transactional
  void record(LaunchRefused refused, String step) {
    record("launch.refused", refused, step);
  }

  @Transactional
  void recordNotice(LaunchRefused refused) {
    record("notice.refused", refused, NoticeHandlers.PATH);
  }

  private void record(String action, LaunchRefused refused, String step) {
    Platform platform = refused.platform();
    refusals.record(
        platform == null ? null : platform.institutionId(),
        new Actor(Actor.Kind.ANONYMOUS, null, step),
        action,
        "platform",
        platform == null ? null : platform.id(),
        refused.refusal().slug());
  }
}
