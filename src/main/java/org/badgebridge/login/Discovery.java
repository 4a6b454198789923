package org.badgebridge.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.login.OpenIdProvider.ProviderMetadata;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider to describe itself (OpenID Connect Discovery 1.0 §4), and refuses one that we
 * could not trust or talk to. Not inside a transaction.
 */
@ApplicationScoped
class Discovery {

  private static final String FIELD = "issuer";
  private static final int LONGEST = 1000;

  private final Outbound outbound;

  @Inject
  Discovery(Outbound outbound) {
    this.outbound = outbound;
  }

  /**
   * What the provider says.
   *
   * @throws InvalidFields at the field {@code issuer}, with what is wrong
   */
  ProviderMetadata of(String issuer) {
    Map<String, Object> said = ask(issuer);
    try {
      // "The issuer value returned MUST be identical to the Issuer URL that was used as the prefix
      // to /.well-known/openid-configuration" (§4.3)
      if (!issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
        throw fault("login.fault.other-issuer");
      }
      require(said, "response_types_supported", "code");
      require(said, "id_token_signing_alg_values_supported", "RS256");
      List<String> methods =
          JSONObjectUtils.getStringList(said, "token_endpoint_auth_methods_supported");
      return new ProviderMetadata(
          address(said, "authorization_endpoint"),
          address(said, "token_endpoint"),
          address(said, "jwks_uri"),
          // "If omitted, the default is client_secret_basic" (§3)
          methods != null && !methods.contains("client_secret_basic"),
          Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")));
    } catch (ParseException e) {
      throw fault("login.fault.no-description");
    }
  }

  private Map<String, Object> ask(String issuer) {
    // "If the Issuer value contains a path component, any terminating / MUST be removed before
    // appending /.well-known/openid-configuration" (§4)
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    try {
      return JSONObjectUtils.parse(
          outbound
              .send(
                  Call.get(
                      URI.create(base + "/.well-known/openid-configuration"), "application/json"))
              .orThrow(issuer)
              .text());
    } catch (ParseException e) {
      throw fault("login.fault.no-description");
    } catch (ExternalRefusal | ExternalUnavailable e) {
      throw fault("login.fault.unreachable", String.valueOf(e.getMessage()));
    }
  }

  private static void require(Map<String, Object> said, String list, String member)
      throws ParseException {
    List<String> supported = JSONObjectUtils.getStringList(said, list);
    if (supported == null || !supported.contains(member)) {
      throw fault("login.fault.cannot", member);
    }
  }

  private static URI address(Map<String, Object> said, String member) throws ParseException {
    @Nullable String address = JSONObjectUtils.getString(said, member);
    if (address == null || !WebAddress.fits(address, LONGEST)) {
      throw fault("login.fault.no-description");
    }
    return URI.create(address);
  }

  private static InvalidFields fault(String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of(FIELD, key, arguments)));
  }
}
