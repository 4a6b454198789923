package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;

/** The sessions outside the LMS frame. Changes need the caller's transaction. */
@ApplicationScoped
public class BrowserSessions {

  private final EntityManager entityManager;
  private final Clock clock;

  @Inject
  public BrowserSessions(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @param subjectId the staff account's, the person's or the grant's id
   * @param lasts until it ends by itself
   * @return the token for the browser's cookie, which is known to nobody else
   */
  public String open(Kind kind, UUID subjectId, Duration lasts) {
    String token = Tokens.random();
    Instant now = clock.instant();
    entityManager.persist(
        new BrowserSession(Digests.sha256(token), kind, subjectId, now, now.plus(lasts)));
    return token;
  }

  /** The session of a token, unless it is over. */
  public Optional<BrowserSession> find(String token) {
    return Optional.ofNullable(entityManager.find(BrowserSession.class, Digests.sha256(token)))
        .filter(session -> clock.instant().isBefore(session.expiresAt()));
  }

  /** Ends a session; an unknown one is no fault. */
  public void close(String token) {
    entityManager
        .createQuery("delete from BrowserSession s where s.tokenDigest = :digest")
        .setParameter("digest", Digests.sha256(token))
        .executeUpdate();
  }

  /** Forgets what is over. */
  public int removeEnded() {
    return entityManager
        .createQuery("delete from BrowserSession s where s.expiresAt <= :now")
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
