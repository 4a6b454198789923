package org.badgebridge.wallet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.badgebridge.credential.Contexts;
import org.badgebridge.web.Words;

/** What wallets must know of us (OpenID4VCI 1.0 §12.2, RFC 8414). */
@ApplicationScoped
class WalletMetadata {

  static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

  private final IssuerAddresses addresses;
  private final Words words;

  @Inject
  WalletMetadata(IssuerAddresses addresses, Words words) {
    this.addresses = addresses;
    this.words = words;
  }

  /** {@code /.well-known/openid-credential-issuer/vci}. */
  ObjectNode credentialIssuer() {
    ObjectNode metadata =
        VciAnswers.object()
            .put("credential_issuer", addresses.issuer())
            .put("credential_endpoint", addresses.credential())
            .put("nonce_endpoint", addresses.nonce());
    display(metadata.putArray("display"), "web.product");
    ObjectNode configurations = metadata.putObject("credential_configurations_supported");
    for (WalletFormat each : WalletFormat.values()) {
      configurations.set(each.configuration(), configuration(each));
    }
    return metadata;
  }

  private ObjectNode configuration(WalletFormat format) {
    ObjectNode configuration = VciAnswers.object().put("format", format.wire());
    ArrayNode bindings = configuration.putArray("cryptographic_binding_methods_supported");
    HolderProof.BINDINGS.forEach(bindings::add);
    configuration.putArray("credential_signing_alg_values_supported").add(format.algorithm());
    ArrayNode algorithms =
        configuration
            .putObject("proof_types_supported")
            .putObject("jwt")
            .putArray("proof_signing_alg_values_supported");
    HolderProof.ALGORITHMS.forEach(each -> algorithms.add(each.getName()));
    ObjectNode definition = configuration.putObject("credential_definition");
    if (format == WalletFormat.LDP) {
      Contexts.OF_BADGES.forEach(definition.putArray("@context")::add);
    }
    definition.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
    display(configuration.putObject("credential_metadata").putArray("display"), "wallet.badge");
    return configuration;
  }

  private void display(ArrayNode display, String key) {
    for (Locale each : Words.LANGUAGES) {
      display.addObject().put("name", words.text(each, key)).put("locale", each.toLanguageTag());
    }
  }

  /** {@code /.well-known/oauth-authorization-server/vci}. */
  ObjectNode authorizationServer() {
    ObjectNode metadata =
        VciAnswers.object()
            .put("issuer", addresses.issuer())
            .put("token_endpoint", addresses.token());
    metadata.putArray("response_types_supported");
    metadata.putArray("grant_types_supported").add(GRANT);
    metadata.putArray("token_endpoint_auth_methods_supported").add("none");
    return metadata.put("pre-authorized_grant_anonymous_access_supported", true);
  }

  /**
   * An offer (§4.1.1).
   *
   * @param name in its address
   */
  ObjectNode offer(String name, WalletFormat format) {
    ObjectNode offer = VciAnswers.object().put("credential_issuer", addresses.issuer());
    offer.putArray("credential_configuration_ids").add(format.configuration());
    ObjectNode grant = offer.putObject("grants").putObject(GRANT);
    grant.put("pre-authorized_code", WalletOffers.code(name));
    grant
        .putObject("tx_code")
        .put("length", WalletOffers.DIGITS)
        .put("input_mode", "numeric")
        .put("description", words.text(Words.LANGUAGES.get(0), "wallet.tx-code"));
    return offer;
  }
}
