package org.badgebridge.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Writes deeds down in the transaction that does them; a deed that is rolled back leaves none. */
@ApplicationScoped
public class AuditTrail {

  private final EntityManager entityManager;
  private final Clock clock;

  @Inject
  public AuditTrail(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * Records one deed. Needs the caller's transaction.
   *
   * @param institutionId the tenant, or null when it is not known yet (a refused launch)
   * @param action what was done, as {@code noun.past-participle}: {@code award.claimed}
   * @param subjectKind what it was done to: {@code direct-award}, {@code platform}
   * @param subjectId its id
   * @param reason why, in words or a slug; null if the action says it all
   */
  public void record(
      @Nullable UUID institutionId,
      Actor actor,
      String action,
      String subjectKind,
      @Nullable Object subjectId,
      @Nullable String reason) {
    entityManager.persist(
        new AuditEntry(
            clock.instant(),
            institutionId,
            actor,
            action,
            subjectKind,
            subjectId == null ? null : subjectId.toString(),
            reason));
  }
}
