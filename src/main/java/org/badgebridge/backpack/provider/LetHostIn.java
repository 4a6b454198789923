package org.badgebridge.backpack.provider;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.backpack.host.HostScope;
import org.badgebridge.backpack.host.HostTokens;
import org.badgebridge.web.Bearer;
import org.jspecify.annotations.Nullable;

/** Lets a host in by its access token, to what that opens. */
@ApplicationScoped
class LetHostIn {

  private final HostTokens tokens;
  private final ReadLimit limit;

  @Inject
  LetHostIn(HostTokens tokens, ReadLimit limit) {
    this.tokens = tokens;
    this.limit = limit;
  }

  /**
   * Whose backpack may be read.
   *
   * @param authorization the header; null if there is none
   * @throws ReadRefused if the token is missing or worth nothing, or does not open this, or comes
   *     too often
   */
  HostConnection admit(@Nullable String authorization, HostScope scope) {
    Optional<HostConnection> opened = Bearer.token(authorization).flatMap(tokens::opened);
    if (opened.isEmpty()) {
      // "If the request lacks any authentication information … SHOULD NOT include an error code"
      throw new ReadRefused(
          StatusInfo.UNAUTHORIZED,
          "send an access token in Authorization; refresh it, or ask the owner again",
          (authorization == null ? BearerTokenError.MISSING_TOKEN : BearerTokenError.INVALID_TOKEN)
              .toWWWAuthenticateHeader());
    }
    if (!opened.get().allows(scope)) {
      throw new ReadRefused(
          StatusInfo.FORBIDDEN,
          "the owner did not allow " + scope.wire(),
          BearerTokenError.INSUFFICIENT_SCOPE
              .setScope(new Scope(scope.wire()))
              .toWWWAuthenticateHeader());
    }
    limit.count(opened.get());
    return opened.get();
  }
}
