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
  private final Event<DeploymentReplaced> replaced;

  @Inject
  DecideRegistration(
      Platforms platforms,
      Deployments deployments,
      Institutions institutions,
      AuditTrail audit,
      Event<PlatformsChanged> changed,
      Event<DeploymentReplaced> replaced) {
    this.platforms = platforms;
    this.deployments = deployments;
    this.institutions = institutions;
    this.audit = audit;
    this.changed = changed;
    this.replaced = replaced;
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

  /**
   * Says that a deployment goes by a new id: its courses follow to the new one, which may launch
   * from now on and belongs to the same institution.
   *
   * @param oldId as the platform writes it, as is the new one
   * @throws ProblemException NOT_FOUND for an id that the platform never sent, INVALID for twice
   *     the same, CONFLICT if the new one launches already for another institution
   */
  @Transactional
  void replaced(UUID platformId, String oldId, String newId, Actor actor) {
    Platform platform = platforms.get(platformId);
    Deployment old = named(platformId, oldId);
    Deployment now = named(platformId, newId);
    if (old.id().equals(now.id())) {
      throw new ProblemException(ProblemType.INVALID, "platform.replaced.same");
    }
    UUID owner = old.institutionOn(platform);
    if (!now.active()) {
      now.approve();
      now.belongTo(owner.equals(platform.institutionId()) ? null : owner);
    } else if (!now.institutionOn(platform).equals(owner)) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.replaced.other-institution");
    }
    audit.record(
        owner, actor, "deployment.replaced", "deployment", now.id(), "was " + old.deploymentId());
    replaced.fire(new DeploymentReplaced(old.id(), now.id(), owner, actor));
    changed.fire(new PlatformsChanged());
  }

  private Deployment named(UUID platformId, String deploymentId) {
    return deployments
        .find(platformId, deploymentId.strip())
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "platform.replaced.unknown", deploymentId.strip()));
  }

  private void decided(UUID institution, String action, Deployment deployment, Actor actor) {
    audit.record(
        institution, actor, action, "deployment", deployment.id(), deployment.deploymentId());
    changed.fire(new PlatformsChanged());
  }
}
