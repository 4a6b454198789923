package org.badgebridge.demo.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Bearer tokens given to tools: opaque, for an hour. */
public final class AccessTokens {

  /** What a token allows. */
  public record Access(String client, Set<String> scopes, Instant until) {}

  static final Duration LIFE = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Access> tokens = new ConcurrentHashMap<>();

  public AccessTokens(Clock clock) {
    this.clock = clock;
  }

  String issue(String client, Set<String> scopes) {
    String token = Sessions.secret();
    tokens.put(token, new Access(client, scopes, clock.instant().plus(LIFE)));
    return token;
  }

  /** What the token allows, or null when it is unknown or over. */
  public @Nullable Access find(String token) {
    Access access = tokens.get(token);
    return access == null || access.until().isBefore(clock.instant()) ? null : access;
  }

  /** Makes every token given so far worthless, as a restarted LMS might. */
  public void revokeAll() {
    tokens.clear();
  }
}
