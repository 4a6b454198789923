package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Gives a host tokens for a code or a refresh token, and takes them back. What comes twice was
 * stolen from somebody: then all that it gave ends (RFC 6749 §4.1.2, RFC 9700 §4.14.2). That is an
 * answer and no failure, so that it is kept.
 */
@ApplicationScoped
public class GiveTokens {

  private final Hosts hosts;
  private final HostConnections connections;
  private final HostTokens tokens;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  GiveTokens(
      Hosts hosts, HostConnections connections, HostTokens tokens, AuditTrail audit, Clock clock) {
    this.hosts = hosts;
    this.connections = connections;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a host gets.
   *
   * @param refresh null unless it may come again
   */
  public record Given(
      String access, Duration lasts, @Nullable String refresh, Set<HostScope> scopes) {}

  /**
   * For a code: once, from the host that it was made for, with the same redirect and the secret
   * behind the challenge.
   *
   * @return empty if any of that is not so
   */
  @Transactional
  public Optional<Given> forCode(
      Host host, String code, String redirect, @Nullable CodeVerifier verifier) {
    Optional<HostConnections.Code> known = connections.lockedByCode(code, host.id());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    HostConnections.Code found = known.get();
    boolean right =
        found.until().isAfter(clock.instant())
            && found.redirect().equals(redirect)
            && verifier != null
            && found
                .challenge()
                .equals(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
    if (found.usedAt() != null || !right) {
      end(found.connection(), host, found.usedAt() != null ? "code used twice" : "code not proved");
      return Optional.empty();
    }
    connections.codeUsed(found.connection().id());
    hosts.used(host.id());
    return Optional.of(give(found.connection()));
  }

  /** For a refresh token, which is used up by that. */
  @Transactional
  public Optional<Given> forRefresh(Host host, String token) {
    Optional<HostConnection> connection =
        tokens.connection(token).flatMap(id -> connections.locked(id, host.id()));
    Optional<HostTokens.Refresh> found = connection.flatMap(each -> tokens.refresh(token));
    if (connection.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().usedAt() != null) {
      end(connection.get(), host, "refresh token used twice");
      return Optional.empty();
    }
    if (!found.get().until().isAfter(clock.instant())) {
      return Optional.empty();
    }
    tokens.used(found.get());
    hosts.used(host.id());
    return Optional.of(give(connection.get()));
  }

  /** Ends the connection of a token of either kind (RFC 7009); one of nobody's changes nothing. */
  @Transactional
  public void revoke(Host host, String token) {
    tokens
        .connection(token)
        .flatMap(id -> connections.locked(id, host.id()))
        .ifPresent(connection -> end(connection, host, "revoked by the host"));
  }

  private Given give(HostConnection connection) {
    Instant now = clock.instant();
    UUID id = connection.id();
    Instant hour = now.plus(HostTokens.ACCESS_LASTS);
    Instant until = hour.isBefore(connection.until()) ? hour : connection.until();
    return new Given(
        tokens.make(HostTokens.Kind.ACCESS, id, until),
        Duration.between(now, until),
        connection.allows(HostScope.OFFLINE)
            ? tokens.make(HostTokens.Kind.REFRESH, id, connection.until())
            : null,
        connection.scopes());
  }

  private void end(HostConnection connection, Host host, String reason) {
    connections.end(connection.id());
    audit.record(
        null,
        Actor.system("host " + host.id()),
        "host.disconnected",
        "host-connection",
        connection.id(),
        reason);
  }
}
