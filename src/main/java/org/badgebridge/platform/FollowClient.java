package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Lets a registration go on under another client id: a Moodle gives a new one, and a new deployment
 * id, whenever the tool is deleted there and added again. The people keep their {@code sub}, which
 * is the issuer's, so everything of theirs stays where it is.
 */
@ApplicationScoped
class FollowClient {

  private final Platforms platforms;
  private final Deployments deployments;
  private final DecideRegistration decide;
  private final EntityManager entityManager;
  private final Sql sql;
  private final AuditTrail audit;

  @Inject
  FollowClient(
      Platforms platforms,
      Deployments deployments,
      DecideRegistration decide,
      EntityManager entityManager,
      Sql sql,
      AuditTrail audit) {
    this.platforms = platforms;
    this.deployments = deployments;
    this.decide = decide;
    this.entityManager = entityManager;
    this.sql = sql;
    this.audit = audit;
  }

  /**
   * Takes the client id over, and lets the courses of the old deployment follow to the new one. A
   * registration that goes by that id already, and from which nobody came yet, gets the old id and
   * is switched off.
   *
   * @param oldId deployment id as the platform writes it, as is the new one
   * @throws ProblemException INVALID for a client id that is too long; CONFLICT if people came in
   *     by the new one already; as {@link DecideRegistration#replaced}
   */
  @Transactional
  void follow(UUID platformId, String clientId, String oldId, String newId, Actor actor) {
    Platform platform = platforms.get(platformId);
    if (Math.max(clientId.length(), newId.length()) > RegistrationCheck.LONGEST_ID) {
      throw new ProblemException(ProblemType.INVALID, "platform.replaced.too-long");
    }
    String former = platform.clientId();
    Optional<Platform> other = platforms.find(platform.issuer(), clientId);
    if (!former.equals(clientId)) {
      other.ifPresent(this::stepAside);
      goBy(platform, clientId);
      other.ifPresent(each -> goBy(each, former));
      audit.record(
          platform.institutionId(),
          actor,
          "platform.client-replaced",
          "platform",
          platformId,
          "was " + former);
    }
    deployments.expect(platformId, newId);
    decide.replaced(platformId, oldId, newId, actor);
  }

  private void stepAside(Platform other) {
    boolean used =
        sql.first("select 1 as one from lms_user where platform_id = ?", row -> true, other.id())
            .isPresent();
    if (used) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.replaced.used");
    }
    if (other.state() != RegistrationState.DISABLED) {
      other.disable();
    }
    goBy(other, "replaced " + other.id());
  }

  /** At once, because two registrations never go by one id. */
  private void goBy(Platform platform, String clientId) {
    platform.goBy(clientId);
    entityManager.flush();
  }
}
