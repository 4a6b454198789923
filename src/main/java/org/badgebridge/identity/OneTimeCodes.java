package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.jspecify.annotations.Nullable;

/** Codes that work once. Everything here needs the caller's transaction. */
@ApplicationScoped
public class OneTimeCodes {

  private final EntityManager entityManager;
  private final Clock clock;

  @Inject
  public OneTimeCodes(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * A new code.
   *
   * @param subject whom it is about, or null
   * @param lasts until it stops working unused
   * @return the code itself, shown once and never again
   */
  public String issue(Purpose purpose, @Nullable UUID subject, Duration lasts) {
    String code = Tokens.random();
    Instant now = clock.instant();
    entityManager.persist(
        new OneTimeCode(Digests.sha256(code), purpose, subject, now, now.plus(lasts)));
    return code;
  }

  /**
   * Uses a code up. Of any number of callers at once exactly one gets it, and it is unused again
   * only if that caller's transaction is rolled back.
   *
   * @return the code, or nothing if it is unknown, used, too old, or for another purpose
   */
  public Optional<OneTimeCode> redeem(String code, Purpose purpose) {
    String digest = Digests.sha256(code);
    Instant now = clock.instant();
    int used =
        entityManager
            .createQuery(
                "update OneTimeCode c set c.usedAt = :now where c.digest = :digest"
                    + " and c.purpose = :purpose and c.usedAt is null and c.expiresAt > :now")
            .setParameter("now", now)
            .setParameter("digest", digest)
            .setParameter("purpose", purpose)
            .executeUpdate();
    return used == 1
        ? Optional.of(entityManager.find(OneTimeCode.class, digest))
        : Optional.empty();
  }

  /** Looks at a code that would work now, without using it up. */
  public Optional<OneTimeCode> find(String code, Purpose purpose) {
    Instant now = clock.instant();
    return Optional.ofNullable(entityManager.find(OneTimeCode.class, Digests.sha256(code)))
        .filter(found -> found.purpose() == purpose && found.usedAt() == null)
        .filter(found -> now.isBefore(found.expiresAt()));
  }

  /** Makes every unused code of a purpose worthless. */
  public void revoke(Purpose purpose) {
    entityManager
        .createQuery("delete from OneTimeCode c where c.purpose = :purpose and c.usedAt is null")
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  /** Forgets what is over. */
  public int removeEnded() {
    return entityManager
        .createQuery("delete from OneTimeCode c where c.expiresAt <= :now")
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
