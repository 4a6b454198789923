package org.badgebridge.passback.scores;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.badgebridge.external.Outbound;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.platform.KeyRetriever;

/**
 * The keys that senders sign their assertions with: pasted, or at an address, from where they are
 * fetched through the guarded way out, at most twice a minute, and used for a day while it is down.
 */
@ApplicationScoped
class ClientKeys {

  private static final int MIN_BITS = 2048;
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  private static final Duration OUTAGE = Duration.ofHours(24);

  private final Outbound outbound;
  private final ConcurrentMap<String, JWKSource<SecurityContext>> byAddress =
      new ConcurrentHashMap<>();

  @Inject
  ClientKeys(Outbound outbound) {
    this.outbound = outbound;
  }

  /**
   * Where to look for a key.
   *
   * @throws TokenRefused if the address is none
   */
  JWKSource<SecurityContext> of(Connector connector) {
    String pasted = connector.setting(ScoresKind.KEYS);
    JWKSource<SecurityContext> all =
        pasted.isEmpty()
            ? byAddress.computeIfAbsent(connector.setting(ScoresKind.ADDRESS), this::fetched)
            : new ImmutableJWKSet<>(parsed(pasted));
    return (selector, context) ->
        all.get(selector, context).stream().filter(ClientKeys::usable).toList();
  }

  /**
   * Those that may sign; asks the address anew.
   *
   * @throws KeySourceException if they cannot be had
   */
  List<JWK> look(Connector connector) throws KeySourceException {
    String pasted = connector.setting(ScoresKind.KEYS);
    JWKSource<SecurityContext> all =
        pasted.isEmpty()
            ? fetched(connector.setting(ScoresKind.ADDRESS))
            : new ImmutableJWKSet<>(parsed(pasted));
    return all.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
        .filter(ClientKeys::usable)
        .toList();
  }

  /** Whether a text is a set of public keys, at least one of which may sign. */
  static boolean fits(String text) {
    try {
      List<JWK> keys = JWKSet.parse(text).getKeys();
      return keys.stream().noneMatch(JWK::isPrivate) && keys.stream().anyMatch(ClientKeys::usable);
    } catch (ParseException e) {
      return false;
    }
  }

  private static JWKSet parsed(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("keys were checked when they were saved", e);
    }
  }

  private JWKSource<SecurityContext> fetched(String address) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              URI.create(address).toURL(), new KeyRetriever(outbound))
          .cache(FRESH.toMillis(), Duration.ofSeconds(10).toMillis())
          .refreshAheadCache(false)
          .rateLimited(BETWEEN_FETCHES.toMillis())
          .retrying(false)
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw TokenRefused.client("the address of the client's keys is none");
    }
  }

  private static boolean usable(JWK key) {
    return (key instanceof ECKey || (key instanceof RSAKey && key.size() >= MIN_BITS))
        && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
  }
}
