package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a notice was made by a platform that we know, for us, and now, by the same checks
 * as launches. There is no login that it answers, so it names its sender itself, and its signature
 * must be that sender's.
 */
@ApplicationScoped
class NoticeTokens {

  private static final int MOST_AUDIENCES = 5;

  private final PlatformDirectory platforms;
  private final IdTokens tokens;

  @Inject
  NoticeTokens(PlatformDirectory platforms, IdTokens tokens) {
    this.platforms = platforms;
    this.tokens = tokens;
  }

  /** A notice, and who sent it. */
  record Verified(Platform platform, Deployment deployment, NoticeMessage message) {}

  /**
   * The notice in a token. Never within a transaction: a key may have to be fetched.
   *
   * @throws LaunchRefused at the first rule that is broken
   */
  Verified verify(String token) {
    Platform platform = sender(IdTokens.unverified(token));
    try {
      if (!platform.active()) {
        throw new LaunchRefused(Refusal.PLATFORM_INACTIVE);
      }
      Map<String, @Nullable Object> claims = tokens.verify(token, platform);
      tokens.check(claims, platform);
      NoticeMessage message = NoticeMessage.read(claims);
      return new Verified(platform, deployment(platform, claims), message);
    } catch (LaunchRefused e) {
      throw e.by(platform);
    }
  }

  /** Whose client id the token is for at its issuer; no other client of that issuer is asked. */
  private Platform sender(Map<String, @Nullable Object> claims) {
    if (!(claims.get("iss") instanceof String issuer)) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    for (Object client : clients(claims)) {
      Platform found = platforms.find(issuer, String.valueOf(client)).orElse(null);
      if (found != null) {
        return found;
      }
    }
    throw new LaunchRefused(Refusal.PLATFORM_UNKNOWN);
  }

  private static List<?> clients(Map<String, @Nullable Object> claims) {
    Object audience = claims.get("aud");
    if (audience instanceof List<?> several) {
      return several.size() <= MOST_AUDIENCES ? several : List.of();
    }
    return audience instanceof String one ? List.of(one) : List.of();
  }

  private Deployment deployment(Platform platform, Map<String, @Nullable Object> claims) {
    String id = LaunchMessages.id(claims.get(LaunchMessages.CLAIM + "deployment_id"));
    Deployment known =
        platforms
            .deployment(platform.id(), id)
            .orElseThrow(() -> new LaunchRefused(Refusal.DEPLOYMENT_UNKNOWN));
    if (!known.active()) {
      throw new LaunchRefused(Refusal.DEPLOYMENT_INACTIVE);
    }
    return known;
  }
}
