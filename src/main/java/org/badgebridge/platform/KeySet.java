package org.badgebridge.platform;

import static java.lang.System.Logger.Level.DEBUG;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.badgebridge.external.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * The keys at one address. Nimbus fetches, caches, limits and bridges outages; beside its set we
 * keep the keys ready to verify with, so that a known key costs one look into a map.
 *
 * <p>An unknown key id leads to at most two fetches a minute, whoever asks how often; a rotation is
 * followed at once. While the address is down, what it last gave is used for a day.
 */
final class KeySet {

  private static final System.Logger LOG = System.getLogger(KeySet.class.getName());
  private static final int MAX_KEYS = 100;
  private static final int MIN_BITS = 2048;
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Image NOTHING = new Image(null, Map.of(), 0);

  private final KeyRetriever retriever;
  private final JWKSetSource<SecurityContext> source;
  private final Clock clock;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile Image image = NOTHING;

  KeySet(String address, Outbound outbound, Clock clock) {
    this.retriever = new KeyRetriever(outbound);
    this.clock = clock;
    try {
      this.source =
          ((JWKSetBasedJWKSource<SecurityContext>)
                  JWKSourceBuilder.<SecurityContext>create(URI.create(address).toURL(), retriever)
                      .cache(LONGEST.toMillis(), KeyRetriever.WITHIN.plusSeconds(1).toMillis())
                      .refreshAheadCache(false)
                      .rateLimited(BETWEEN_FETCHES.toMillis())
                      .retrying(false)
                      .outageTolerant(LONGEST.toMillis())
                      .build())
              .getJWKSetSource();
    } catch (MalformedURLException e) {
      throw new UnknownKey("no address of keys: " + address);
    }
  }

  private record Image(@Nullable JWKSet set, Map<String, RSAPublicKey> keys, long freshUntil) {}

  /** The key if it is known and fresh, without locks; null means ask {@link #look}. */
  @Nullable RSAPublicKey known(String kid) {
    Image current = image;
    RSAPublicKey key = current.keys.get(kid);
    return clock.millis() < current.freshUntil || (key != null && renewing.get()) ? key : null;
  }

  /** The key after looking again, or null. */
  @Nullable RSAPublicKey look(String kid) {
    renewing.set(true);
    try {
      renew(image);
    } finally {
      renewing.set(false);
    }
    return image.keys.get(kid);
  }

  /** Why the last fetch failed, or null if it did not. */
  @Nullable String failure() {
    return retriever.failure();
  }

  private void renew(Image before) {
    JWKSetCacheRefreshEvaluator unlessRenewed =
        before.set == null
            ? JWKSetCacheRefreshEvaluator.noRefresh()
            : JWKSetCacheRefreshEvaluator.referenceComparison(before.set);
    long now = clock.millis();
    try {
      JWKSet set = source.getJWKSet(unlessRenewed, now, null);
      image = new Image(set, usable(set.getKeys()), now + retriever.fresh().toMillis());
    } catch (KeySourceException e) {
      // not reachable, not readable, or asked too often: what we have stays; old sets do not
      // outlive the outage bound, because Nimbus forgets them then
      if (now >= before.freshUntil + LONGEST.toMillis()) {
        image = NOTHING;
      }
    }
  }

  private static Map<String, RSAPublicKey> usable(List<JWK> keys) {
    Map<String, RSAPublicKey> usable = new HashMap<>();
    if (keys.size() > MAX_KEYS) {
      return usable;
    }
    for (JWK each : keys) {
      if (each instanceof RSAKey rsa && each.getKeyID() != null && signs(rsa)) {
        try {
          usable.putIfAbsent(each.getKeyID(), rsa.toRSAPublicKey());
        } catch (JOSEException e) {
          LOG.log(DEBUG, "a broken key is no key", e);
        }
      }
    }
    return Map.copyOf(usable);
  }

  /** RS256 is what LTI signs with (Security Framework §5.1.1); {@code alg} may be left out. */
  private static boolean signs(RSAKey key) {
    return key.size() >= MIN_BITS
        && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        && (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm()));
  }
}
