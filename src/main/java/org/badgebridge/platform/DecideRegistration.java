package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** An administrator lets platforms and deployments launch, or stops them. */
@ApplicationScoped
class DecideRegistration {

  private final Platforms platforms;
  private final Deployments deployments;
  private final AuditTrail audit;
  private final Event<PlatformsChanged> changed;

  @Inject
  DecideRegistration(
      Platforms platforms,
      Deployments deployments,
      AuditTrail audit,
      Event<PlatformsChanged> changed) {
    this.platforms = platforms;
    this.deployments = deployments;
    this.audit = audit;
    this.changed = changed;
  }

  /** Lets a platform launch or stops it. */
  @Transactional
  void platform(UUID id, boolean active, Actor actor) {
    Platform platform = platforms.get(id);
    if (active) {
      platform.approve();
    } else {
      platform.disable();
    }
    audit.record(
        platform.institutionId(),
        actor,
        active ? "platform.approved" : "platform.disabled",
        "platform",
        id,
        null);
    changed.fire(new PlatformsChanged());
  }

  /**
   * Takes over the addresses that a platform asked for, or lets them fall.
   *
   * @throws ProblemException NOT_FOUND if no change waits: somebody else decided meanwhile
   */
  @Transactional
  void change(UUID id, boolean take, Actor actor) {
    Platform platform = platforms.get(id);
    PlatformChange change =
        platforms
            .change(id)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "platform.change.gone"));
    if (take) {
      platform.change(platform.institutionId(), change.in(platform.registration()));
    }
    platforms.remove(change);
    audit.record(
        platform.institutionId(),
        actor,
        take ? "platform.change-taken" : "platform.change-dropped",
        "platform",
        id,
        null);
    changed.fire(new PlatformsChanged());
  }

  /** Lets a deployment launch or stops it. */
  @Transactional
  void deployment(UUID platformId, UUID id, boolean active, Actor actor) {
    Platform platform = platforms.get(platformId);
    Deployment deployment = deployments.get(platformId, id);
    if (active) {
      deployment.approve();
    } else {
      deployment.disable();
    }
    audit.record(
        platform.institutionId(),
        actor,
        active ? "deployment.approved" : "deployment.disabled",
        "deployment",
        id,
        deployment.deploymentId());
    changed.fire(new PlatformsChanged());
  }
}
