package org.badgebridge.login;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Takes a provider's answer (OpenID Connect Core 1.0 §3.1.2.5): from this provider, to a login that
 * this browser began a short while ago, and only once. Not inside a transaction.
 */
@ApplicationScoped
public class FinishLogin {

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_EMAIL = 320;
  private static final int LONGEST_SHOWN = 200;

  private final OpenIdProviders providers;
  private final CodeExchange exchange;
  private final IdTokens tokens;
  private final LoginLedger ledger;
  private final Sealer sealer;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // the steps of one protocol
  FinishLogin(
      OpenIdProviders providers,
      CodeExchange exchange,
      IdTokens tokens,
      LoginLedger ledger,
      Sealer sealer,
      Clock clock) {
    this.providers = providers;
    this.exchange = exchange;
    this.tokens = tokens;
    this.ledger = ledger;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * An answer as it came.
   *
   * @param issuer whom it is from (RFC 9207); null if it does not say
   * @param browser what the cookie of this browser holds; empty if there is none
   */
  public record Response(
      @Nullable String code,
      @Nullable String error,
      @Nullable String state,
      @Nullable String issuer,
      String browser) {}

  /**
   * Who logged in.
   *
   * @param institutionId whose provider answers here: each has an address of its own, so that no
   *     other can answer in its place
   * @throws LoginRefused if any of it is wrong
   */
  public Login finish(UUID institutionId, Response response) {
    OpenIdProvider provider =
        providers.of(institutionId).orElseThrow(() -> new LoginRefused(Why.CLOSED));
    try {
      return finish(provider, response);
    } catch (LoginRefused refusal) {
      ledger.refused(provider, refusal);
      throw refusal;
    }
  }

  private Login finish(OpenIdProvider provider, Response response) {
    LoginState state = state(provider, response);
    checkSender(provider, response.issuer());
    String code = response.code();
    if (response.error() != null || code == null || code.isEmpty()) {
      throw new LoginRefused(Why.DENIED);
    }
    JWTClaimsSet claims =
        tokens.check(exchange.idToken(provider, code, state.verifier()), provider, state.nonce());
    return new Login(
        provider,
        state.purpose(),
        state.subjectId(),
        claims.getSubject(),
        text(claims, "name", LONGEST_NAME),
        text(claims, "email", LONGEST_EMAIL),
        shown(claims));
  }

  private LoginState state(OpenIdProvider provider, Response response) {
    LoginState state;
    try {
      state = LoginState.of(sealer.openText(String.valueOf(response.state()), BeginLogin.SEAL));
    } catch (SealBroken e) {
      throw new LoginRefused(Why.STATE);
    }
    if (!state.institutionId().equals(provider.institutionId())
        || !clock.instant().isBefore(state.until())) {
      throw new LoginRefused(Why.STATE);
    }
    if (!same(Digests.sha256(response.browser()), state.binding())) {
      throw new LoginRefused(Why.BROWSER);
    }
    if (!provider.enabled() && state.purpose() != LoginState.Purpose.TEST) {
      throw new LoginRefused(Why.CLOSED);
    }
    if (!ledger.use(state)) {
      throw new LoginRefused(Why.REPLAYED);
    }
    return state;
  }

  /**
   * "clients ... MUST compare the result to the issuer identifier of the authorization server where
   * the authorization request was sent to ... If a client receives ... without the iss parameter
   * although the server supports it, it MUST reject" (RFC 9207 §2.4).
   */
  private static void checkSender(OpenIdProvider provider, @Nullable String issuer) {
    boolean right =
        issuer == null ? !provider.metadata().namesItself() : issuer.equals(provider.issuer());
    if (!right) {
      throw new LoginRefused(Why.MIXED_UP);
    }
  }

  private static boolean same(String shown, String expected) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable String text(JWTClaimsSet claims, String claim, int longest) {
    try {
      String said = PlainText.optionalLine(claims.getStringClaim(claim));
      return said.isEmpty() || said.length() > longest ? null : said;
    } catch (ParseException e) {
      return null; // not a text: as if it had not been said
    }
  }

  private static Map<String, String> shown(JWTClaimsSet claims) {
    Map<String, String> shown = new TreeMap<>();
    claims
        .getClaims()
        .forEach(
            (claim, value) -> {
              String text = PlainText.line(String.valueOf(value));
              shown.put(
                  PlainText.line(claim),
                  text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
            });
    return shown;
  }
}
