package org.badgebridge.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Changes a code for an id_token at the provider (OpenID Connect Core 1.0 §3.1.3). Not inside a
 * transaction.
 */
@ApplicationScoped
class CodeExchange {

  private final OpenIdProviders providers;
  private final Outbound outbound;
  private final PublicOrigin origin;

  @Inject
  CodeExchange(OpenIdProviders providers, Outbound outbound, PublicOrigin origin) {
    this.providers = providers;
    this.outbound = outbound;
    this.origin = origin;
  }

  /**
   * The id_token.
   *
   * @throws LoginRefused if the provider does not take the code
   * @throws ProblemException UNAVAILABLE if it does not answer
   */
  String idToken(OpenIdProvider provider, String code, String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", BeginLogin.redirect(origin, provider.institutionId()));
    form.put("code_verifier", verifier);
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    String secret = providers.secret(provider.institutionId());
    if (provider.metadata().secretInBody()) {
      form.put("client_id", provider.clientId());
      form.put("client_secret", secret);
    } else {
      headers.put("Authorization", basic(provider.clientId(), secret));
    }
    return idToken(
        new Call(
            "POST",
            provider.metadata().tokenEndpoint(),
            headers,
            BeginLogin.encoded(form).getBytes(StandardCharsets.US_ASCII)));
  }

  private String idToken(Call call) {
    try {
      Answer answer = outbound.send(call).orThrow("the token endpoint");
      @Nullable String token =
          JSONObjectUtils.getString(JSONObjectUtils.parse(answer.text()), "id_token");
      if (token == null) {
        throw new LoginRefused(Why.CODE);
      }
      return token;
    } catch (ParseException | ExternalRefusal e) {
      throw new LoginRefused(Why.CODE);
    } catch (ExternalUnavailable e) {
      throw new ProblemException(e, ProblemType.UNAVAILABLE, "login.refused.unavailable");
    }
  }

  /** "encoded using the application/x-www-form-urlencoded encoding algorithm" (RFC 6749 §2.3.1). */
  private static String basic(String clientId, String secret) {
    String pair = BeginLogin.encoded(clientId) + ":" + BeginLogin.encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }
}
