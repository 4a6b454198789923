package org.badgebridge.backpack.kit;

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
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.badgebridge.credential.Surroundings;
import org.badgebridge.keys.ToolKeys;

/**
 * Signs the list of a kit's files with the key of this installation, so that a kit which somebody
 * changed can be told from the one that was packed. The key and the DID document that lists it come
 * along; the document at the installation's own address keeps every key it ever had.
 */
@ApplicationScoped
public class SignManifest {

  private static final JsonProvider JSON = JsonProvider.provider();
  static final String MANIFEST = "manifest.json";

  /** Beside the list: a JWS whose payload is the list, left out (RFC 7515, Appendix F). */
  static final String SIGNATURE = "manifest.jws";

  static final String DID = "packed-by/did.json";
  static final String KEY = "packed-by/key.pem";

  private static final JOSEObjectType TYPE = new JOSEObjectType("leaver-kit+json");

  private final ToolKeys keys;
  private final Surroundings surroundings;

  @Inject
  public SignManifest(ToolKeys keys, Surroundings surroundings) {
    this.keys = keys;
    this.surroundings = surroundings;
  }

  /**
   * Who signs, as the page of a kit needs it.
   *
   * @param name of the key: a DID URL
   */
  record Packer(String did, String name, RSAKey key) {

    /** The public half, for the script of the page. */
    JsonObject forBrowsers() {
      return JSON.createObjectBuilder()
          .add("name", name)
          .add("n", key.getModulus().toString())
          .add("e", key.getPublicExponent().toString())
          .build();
    }
  }

  /** Adds the key that will sign, and the document that lists it. */
  Packer addKey(KitZip zip) throws IOException {
    JsonObject document = surroundings.tool();
    RSAKey key = keys.signing();
    String did = document.getString("id");
    zip.add(DID, document.toString());
    zip.add(KEY, pem(key));
    return new Packer(did, did + "#" + key.getKeyID(), key);
  }

  /** Adds the list and its signature. */
  void sign(KitZip zip, Packer packer, String manifest) throws IOException {
    zip.add(MANIFEST, manifest);
    zip.add(SIGNATURE, signature(packer, manifest));
  }

  private static String signature(Packer packer, String manifest) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(packer.name()).build();
    JWSObject jws = new JWSObject(header, new Payload(manifest));
    try {
      jws.sign(new RSASSASigner(packer.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with " + packer.name(), e);
    }
    return jws.serialize(true);
  }

  /** As openssl reads it (RFC 7468 §13). */
  private static String pem(RSAKey key) {
    try {
      byte[] der = key.toRSAPublicKey().getEncoded();
      String lines =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
      return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException("no RSA key: " + key.getKeyID(), e);
    }
  }
}
