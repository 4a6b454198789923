package org.badgebridge.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.keys.IssuerTokenKeys;

/**
 * The same badge as a JSON Web Token (Open Badges 3.0 §8.2), signed when it is asked for: the
 * signature is the same every time, as long as the issuer keeps its key.
 */
@ApplicationScoped
class SignToken {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private final IssuerTokenKeys keys;

  @Inject
  SignToken(IssuerTokenKeys keys) {
    this.keys = keys;
  }

  /** The compact token; its issuer's first one makes the key. */
  @Transactional
  public String sign(Credential credential) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(credential.document()))) {
      return sign(credential.issuerId(), reader.readObject());
    }
  }

  /** The same of another document of that issuer; its proof is left out. */
  @Transactional
  public String sign(UUID issuerId, JsonObject credential) {
    RSAKey key = keys.signing(issuerId);
    JsonObject claims = claims(credential);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(claims.getString("iss") + "#" + key.getKeyID())
            .build();
    JWSObject token = new JWSObject(header, new Payload(claims.toString()));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with " + key.getKeyID(), e);
    }
    return token.serialize();
  }

  /** The credential without its proof, and the claims that must say the same (§8.2). */
  static JsonObject claims(JsonObject credential) {
    JsonObjectBuilder claims =
        PROVIDER
            .createObjectBuilder(credential)
            .remove("proof")
            .add("iss", credential.getJsonObject("issuer").getString("id"))
            .add("sub", credential.getJsonObject("credentialSubject").getString("id"))
            .add("jti", credential.getString("id"))
            .add("nbf", seconds(credential.getString("validFrom")));
    String until = credential.getString("validUntil", "");
    if (!until.isEmpty()) {
      claims.add("exp", seconds(until));
    }
    return claims.build();
  }

  private static long seconds(String moment) {
    return Instant.parse(moment).getEpochSecond();
  }
}
