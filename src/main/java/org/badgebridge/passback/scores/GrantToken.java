package org.badgebridge.passback.scores;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.Connectors;

/** Gives a sender an access token (RFC 6749 §4.4, with the client authentication of RFC 7523). */
@ApplicationScoped
class GrantToken {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String FAULT = "scores-client";

  private final Connectors connectors;
  private final ClientAssertions assertions;
  private final ScoreTokens tokens;
  private final ConnectorFaults faults;

  @Inject
  GrantToken(
      Connectors connectors,
      ClientAssertions assertions,
      ScoreTokens tokens,
      ConnectorFaults faults) {
    this.connectors = connectors;
    this.assertions = assertions;
    this.tokens = tokens;
    this.faults = faults;
  }

  /** A token and what it allows, which may be less than was asked for. */
  record Granted(String token, Set<AgsScope> scopes) {}

  /**
   * Gives it. Not in a transaction: it may fetch keys.
   *
   * @param form the body, {@code application/x-www-form-urlencoded}
   * @throws TokenRefused if it is not given
   */
  Granted grant(UUID connectorId, String form) {
    Map<String, List<String>> parameters = URLUtils.parseParameters(form);
    if (!"client_credentials".equals(single(parameters, "grant_type"))) {
      throw new TokenRefused("unsupported_grant_type", "grant_type must be client_credentials");
    }
    Connector connector =
        connectors
            .active(connectorId, ScoresKind.SOURCE)
            .orElseThrow(() -> TokenRefused.client("this client is unknown or switched off"));
    if (!ASSERTION_TYPE.equals(single(parameters, "client_assertion_type"))) {
      throw TokenRefused.client("client_assertion_type must be " + ASSERTION_TYPE);
    }
    String named = single(parameters, "client_id");
    if (!named.isEmpty() && !named.equals(connectorId.toString())) {
      throw TokenRefused.client("client_id is not that of this address");
    }
    try {
      assertions.take(connector, single(parameters, "client_assertion"));
    } catch (TokenRefused refused) {
      faults.note(connectorId, FAULT, refused.description());
      throw refused;
    }
    String asked = single(parameters, "scope");
    Set<AgsScope> scopes = AgsScope.among(asked);
    if (scopes.isEmpty()) {
      throw new TokenRefused(
          "invalid_scope", "scope must name some of: " + AgsScope.text(Set.of(AgsScope.values())));
    }
    return new Granted(tokens.make(connector, scopes), scopes);
  }

  /** "Parameters … MUST NOT be included more than once" (RFC 6749 §3.2). */
  private static String single(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new TokenRefused("invalid_request", name + " must be given once");
    }
    return values.isEmpty() ? "" : values.get(0);
  }
}
