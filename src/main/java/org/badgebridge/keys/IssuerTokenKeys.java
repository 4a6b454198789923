package org.badgebridge.keys;

import static org.badgebridge.keys.SigningKey.Algorithm.RS256;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys with which issuers sign badges as JSON Web Tokens (RS256). All methods join the caller's
 * transaction: a key comes to be with the first token it signs.
 */
@ApplicationScoped
public class IssuerTokenKeys {

  private final SigningKeys keys;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<String, RSAKey> opened = new ConcurrentHashMap<>();

  @Inject
  public IssuerTokenKeys(EntityManager entityManager, Sealer sealer, Clock clock) {
    this.keys = new SigningKeys(entityManager);
    this.sealer = sealer;
    this.clock = clock;
  }

  /** The key that signs now, made if the issuer has none. */
  public RSAKey signing(UUID issuerId) {
    SigningKey found = keys.current(issuerId, RS256);
    if (found == null) {
      keys.lock();
      found = keys.current(issuerId, RS256);
    }
    return open(found == null ? create(issuerId) : found);
  }

  /**
   * Gives the issuer a new key that signs from now on; what the old one signed stays valid. An
   * issuer that never signed a token gets none: its first token will make one.
   */
  public void replace(UUID issuerId) {
    keys.lock();
    SigningKey old = keys.current(issuerId, RS256);
    if (old != null) {
      old.succeededAt(now());
      create(issuerId);
    }
  }

  /** The public half of every key the issuer ever signed tokens with, the oldest first. */
  public List<RSAKey> all(UUID issuerId) {
    return keys.ofIssuer(issuerId, RS256).stream().map(Rs256::published).toList();
  }

  private SigningKey create(UUID issuerId) {
    SigningKey key =
        Rs256.store(Rs256.generate(), SigningKey.Purpose.ISSUER, issuerId, sealer, now());
    keys.add(key);
    return key;
  }

  private RSAKey open(SigningKey key) {
    return opened.computeIfAbsent(key.kid(), kid -> Rs256.open(key, sealer));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
