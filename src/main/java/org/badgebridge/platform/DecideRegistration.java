package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** An administrator lets platforms and deployments launch, or stops them. */
@ApplicationScoped
class DecideRegistration {

  private final Platforms platforms;
  private final Deployments deployments;
  private final Institutions institutions;
  private final AuditTrail audit;
  private final Event<PlatformsChanged> changed;

  @Inject
  DecideRegistration(
      Platforms platforms,
      Deployments deployments,
      Institutions institutions,
      AuditTrail audit,
      Event<PlatformsChanged> changed) {
    this.platforms = platforms;
    this.deployments = deployments;
    this.institutions = institutions;
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

  /**
   * Lets a deployment launch, as one of an institution, which is founded if there is none of that
   * name.
   *
   * @param institution its name, or blank for the platform's
   * @throws ProblemException if the name is longer than 200 characters
   */
  @Transactional
  void approve(UUID platformId, UUID id, String institution, Actor actor) {
    if (institution.strip().length() > RegistrationCheck.LONGEST_NAME) {
      throw new ProblemException(ProblemType.INVALID, "platform.institution-too-long");
    }
    Platform platform = platforms.get(platformId);
    Deployment deployment = deployments.get(platformId, id);
    deployment.approve();
    UUID owner =
        institution.isBlank() ? platform.institutionId() : institutions.named(institution).id();
    deployment.belongTo(owner.equals(platform.institutionId()) ? null : owner);
    decided(owner, "deployment.approved", deployment, actor);
  }

  /** Stops the launches of a deployment. */
  @Transactional
  void disable(UUID platformId, UUID id, Actor actor) {
    Deployment deployment = deployments.get(platformId, id);
    deployment.disable();
    decided(
        deployment.institutionOn(platforms.get(platformId)),
        "deployment.disabled",
        deployment,
        actor);
  }

  private void decided(UUID institution, String action, Deployment deployment, Actor actor) {
    audit.record(
        institution, actor, action, "deployment", deployment.id(), deployment.deploymentId());
    changed.fire(new PlatformsChanged());
  }
}
