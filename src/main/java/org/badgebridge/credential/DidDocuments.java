package org.badgebridge.credential;

import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.UUID;
import org.badgebridge.keys.IssuerKeys;
import org.badgebridge.keys.IssuerTokenKeys;
import org.badgebridge.keys.ToolKeys;

/**
 * The documents behind our DIDs (did:web): which keys speak for whom. An issuer's retired keys stay
 * in it, else what they signed would stop to verify.
 */
@ApplicationScoped
class DidDocuments {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String DID = "https://www.w3.org/ns/did/v1";
  private static final String MULTIKEY = "https://w3id.org/security/multikey/v1";
  private static final String JWK_2020 = "https://w3id.org/security/jwk/v1";

  private final Addresses addresses;
  private final IssuerKeys issuerKeys;
  private final IssuerTokenKeys tokenKeys;
  private final ToolKeys toolKeys;

  @Inject
  DidDocuments(
      Addresses addresses, IssuerKeys issuerKeys, IssuerTokenKeys tokenKeys, ToolKeys toolKeys) {
    this.addresses = addresses;
    this.issuerKeys = issuerKeys;
    this.tokenKeys = tokenKeys;
    this.toolKeys = toolKeys;
  }

  /** The issuer's: its keys sign credentials. */
  JsonObject issuer(UUID issuerId) {
    return issuer(addresses.did(issuerId), issuerKeys.all(issuerId), tokenKeys.all(issuerId));
  }

  static JsonObject issuer(String did, List<String> multibases, List<? extends JWK> jwks) {
    JsonArrayBuilder methods = JSON.createArrayBuilder();
    JsonArrayBuilder names = JSON.createArrayBuilder();
    for (String multibase : multibases) {
      String name = did + "#" + multibase;
      names.add(name);
      methods.add(
          JSON.createObjectBuilder()
              .add("id", name)
              .add("type", "Multikey")
              .add("controller", did)
              .add("publicKeyMultibase", multibase));
    }
    for (JWK key : jwks) {
      names.add(name(did, key));
      methods.add(method(name(did, key), did, key));
    }
    return JSON.createObjectBuilder()
        .add("@context", JSON.createArrayBuilder().add(DID).add(MULTIKEY).add(JWK_2020))
        .add("id", did)
        .add("verificationMethod", methods)
        .add("assertionMethod", names)
        .build();
  }

  /**
   * The tool's own: its keys sign messages to platforms and the lists of leaver kits, never
   * credentials. Retired keys stay in it for the kits, and speak for nobody else.
   */
  JsonObject tool() {
    String did = addresses.did();
    JsonArrayBuilder methods = JSON.createArrayBuilder();
    JsonArrayBuilder names = JSON.createArrayBuilder();
    toolKeys.all().getKeys().forEach(key -> methods.add(method(name(did, key), did, key)));
    toolKeys.published().getKeys().forEach(key -> names.add(name(did, key)));
    return JSON.createObjectBuilder()
        .add("@context", JSON.createArrayBuilder().add(DID).add(JWK_2020))
        .add("id", did)
        .add("verificationMethod", methods)
        .add("authentication", names)
        .build();
  }

  private static String name(String did, JWK key) {
    return did + "#" + key.getKeyID();
  }

  private static JsonObjectBuilder method(String name, String did, JWK key) {
    return JSON.createObjectBuilder()
        .add("id", name)
        .add("type", "JsonWebKey")
        .add("controller", did)
        .add("publicKeyJwk", JSON.createObjectBuilder(key.toPublicJWK().toJSONObject()));
  }
}
