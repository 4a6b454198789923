package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Writes registrations down, from wherever they come. Values must have passed the check. */
@ApplicationScoped
class KeepRegistration {

  private final EntityManager entityManager;
  private final Platforms platforms;
  private final Deployments deployments;
  private final Institutions institutions;
  private final AuditTrail audit;
  private final Event<PlatformsChanged> changed;
  private final Clock clock;

  @Inject
  KeepRegistration(
      EntityManager entityManager,
      Platforms platforms,
      Deployments deployments,
      Institutions institutions,
      AuditTrail audit,
      Event<PlatformsChanged> changed,
      Clock clock) {
    this.entityManager = entityManager;
    this.platforms = platforms;
    this.deployments = deployments;
    this.institutions = institutions;
    this.audit = audit;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * A new registration that was typed in; it may launch at once.
   *
   * @throws ProblemException {@code CONFLICT} if issuer and client id are known already
   */
  @Transactional
  UUID typed(String institution, Registration values, Actor actor) {
    return add(
            institutions.named(institution).id(),
            values,
            RegistrationState.ACTIVE,
            Platform.Origin.TYPED,
            actor)
        .id();
  }

  /** What a platform's own registering came to. */
  enum Registered {
    /** It is known now; an administrator must approve it. */
    NEW,
    /** It was known with just these addresses. */
    CONFIRMED,
    /** It was known with other addresses; an administrator must take the new ones over. */
    CHANGE_WAITS
  }

  /**
   * A registration that the platform itself made. One that is known is never overwritten: other
   * addresses wait until an administrator takes them over.
   *
   * @throws ProblemException {@code CONFLICT} if another institution has that platform
   */
  @Transactional
  Registered registered(Invitation invitation, Registration values) {
    Actor actor =
        new Actor(Actor.Kind.PLATFORM, null, "registration invitation " + invitation.id());
    Platform known = platforms.find(values.issuer(), values.clientId()).orElse(null);
    if (known != null && known.institutionId().equals(invitation.institutionId())) {
      use(invitation, known);
      return again(invitation, known, values, actor);
    }
    Platform added =
        add(
            invitation.institutionId(),
            values,
            RegistrationState.PENDING,
            Platform.Origin.REGISTRATION,
            actor);
    use(invitation, added);
    return Registered.NEW;
  }

  private void use(Invitation invitation, Platform platform) {
    entityManager.flush();
    entityManager
        .createNativeQuery("update registration_invitation set platform_id = ? where id = ?")
        .setParameter(1, platform.id())
        .setParameter(2, invitation.id())
        .executeUpdate();
  }

  private Registered again(
      Invitation invitation, Platform known, Registration values, Actor actor) {
    boolean needless = PlatformChange.needless(known.registration(), values);
    Optional<PlatformChange> waiting = platforms.change(known.id());
    if (needless) {
      waiting.ifPresent(platforms::remove);
    } else if (waiting.isPresent()) {
      waiting.get().askAgain(invitation.id(), values, clock.instant());
    } else {
      platforms.add(new PlatformChange(known.id(), invitation.id(), values, clock.instant()));
    }
    audit.record(
        known.institutionId(),
        actor,
        needless ? "platform.confirmed" : "platform.change-asked",
        "platform",
        known.id(),
        null);
    return needless ? Registered.CONFIRMED : Registered.CHANGE_WAITS;
  }

  /** Other values for a registration; issuer and client id stay. */
  @Transactional
  void edited(UUID id, String institution, Registration values, Actor actor) {
    Platform platform = platforms.get(id);
    if (platform.change(institutions.named(institution).id(), values)) {
      audit.record(
          platform.institutionId(), actor, "platform.edited", "platform", id, platform.name());
    }
    values.deploymentIds().forEach(each -> deployments.activate(id, each));
    changed.fire(new PlatformsChanged());
  }

  /**
   * The registration of a file, new or changed; a file that is as it was when last read changes
   * nothing, so that what administrators decided since stays.
   *
   * @return whether anything was done
   */
  @Transactional
  boolean filed(RegistrationFile file) {
    Actor actor = Actor.system("lti-config/platforms/" + file.name());
    Registration values = file.values();
    Optional<Platform> known = platforms.find(values.issuer(), values.clientId());
    if (known.isPresent() && known.get().isAsFiled(file.name(), file.digest())) {
      return false;
    }
    UUID institution = institutions.named(file.institution()).id();
    Platform platform =
        known.orElseGet(
            () -> add(institution, values, RegistrationState.ACTIVE, Platform.Origin.FILE, actor));
    platform.change(institution, values);
    platform.filed(file.name(), file.digest(), file.enabled());
    if (known.isPresent()) {
      audit.record(institution, actor, "platform.edited", "platform", platform.id(), null);
    }
    values.deploymentIds().forEach(each -> deployments.activate(platform.id(), each));
    changed.fire(new PlatformsChanged());
    return true;
  }

  private Platform add(
      UUID institution,
      Registration values,
      RegistrationState state,
      Platform.Origin origin,
      Actor actor) {
    if (platforms.find(values.issuer(), values.clientId()).isPresent()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "platform.known-already", values.issuer(), values.clientId());
    }
    Platform platform =
        new Platform(UUID.randomUUID(), institution, values, state, origin, clock.instant());
    platforms.add(platform);
    entityManager.flush();
    values.deploymentIds().forEach(each -> deployments.activate(platform.id(), each));
    audit.record(
        institution, actor, "platform.registered", "platform", platform.id(), origin.name());
    changed.fire(new PlatformsChanged());
    return platform;
  }
}
