package org.badgebridge.keys;

import static org.badgebridge.keys.SigningKey.Algorithm.ED25519;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which issuers sign credentials (Ed25519). All methods join the caller's
 * transaction: a key comes to be with the first thing it signs.
 */
@ApplicationScoped
public class IssuerKeys {

  private final SigningKeys keys;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

  @Inject
  public IssuerKeys(EntityManager entityManager, Sealer sealer, Clock clock) {
    this.keys = new SigningKeys(entityManager);
    this.sealer = sealer;
    this.clock = clock;
  }

  /** The key that signs now, made if the issuer has none. */
  public IssuerKey signing(UUID issuerId) {
    SigningKey found = current(issuerId);
    if (found == null) {
      keys.lock();
      found = current(issuerId);
    }
    return open(found == null ? create(issuerId) : found);
  }

  /** Gives the issuer a new key that signs from now on; what the old one signed stays valid. */
  public IssuerKey replace(UUID issuerId) {
    keys.lock();
    SigningKey old = current(issuerId);
    if (old != null) {
      old.succeededAt(now());
    }
    return open(create(issuerId));
  }

  /** Every public key the issuer ever signed with, {@code z6Mk…}, the oldest first. */
  public List<String> all(UUID issuerId) {
    return keys.ofIssuer(issuerId, ED25519).stream().map(SigningKey::publicKey).toList();
  }

  /**
   * When a key signed.
   *
   * @param multibase its public half
   * @param until null for the one that signs now
   */
  public record Span(String multibase, Instant from, @Nullable Instant until) {}

  /** Every key the issuer ever signed with, the oldest first. */
  public List<Span> history(UUID issuerId) {
    return keys.ofIssuer(issuerId, ED25519).stream()
        .map(key -> new Span(key.publicKey(), key.signsFrom(), key.signsUntil()))
        .toList();
  }

  private @Nullable SigningKey current(UUID issuerId) {
    return keys.current(issuerId, ED25519);
  }

  private SigningKey create(UUID issuerId) {
    KeyPair pair = Ed25519.generate();
    String multibase = Ed25519.multibase((EdECPublicKey) pair.getPublic());
    byte[] secret = pair.getPrivate().getEncoded();
    SigningKey key =
        new SigningKey(
            SigningKey.Purpose.ISSUER,
            ED25519,
            issuerId,
            multibase,
            multibase,
            secret,
            sealer,
            now());
    keys.add(key);
    return key;
  }

  private IssuerKey open(SigningKey key) {
    PrivateKey secret = opened.computeIfAbsent(key.kid(), kid -> Ed25519.open(key.open(sealer)));
    return new IssuerKey(key.id(), key.kid(), secret);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
