package org.badgebridge.credential;

import com.apicatalog.multibase.Multibase;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.IssuerKey;

/** Signs a document with a {@code DataIntegrityProof} of the suite {@code eddsa-rdfc-2022}. */
public final class DataIntegrityProof {

  private static final JsonProvider JSON = JsonProvider.provider();
  public static final String TYPE = "DataIntegrityProof";
  public static final String SUITE = "eddsa-rdfc-2022";

  private final Canonical canonical;

  public DataIntegrityProof(Canonical canonical) {
    this.canonical = canonical;
  }

  /**
   * The document with its proof (W3C Data Integrity EdDSA Cryptosuites 1.0 §3.2.1).
   *
   * @param document without a proof
   * @param verificationMethod the public key's URL, in a document the issuer controls
   * @param created whole seconds
   */
  JsonObject secure(
      JsonObject document, String verificationMethod, Instant created, IssuerKey key) {
    JsonObject options =
        JSON.createObjectBuilder()
            .add("type", TYPE)
            .add("cryptosuite", SUITE)
            .add("created", created.toString())
            .add("verificationMethod", verificationMethod)
            .add("proofPurpose", "assertionMethod")
            .build();
    byte[] signature = key.sign(hash(document, options));
    JsonObject proof =
        JSON.createObjectBuilder(options)
            .add("proofValue", Multibase.BASE_58_BTC.encode(signature))
            .build();
    return JSON.createObjectBuilder(document)
        .add("proof", JSON.createArrayBuilder().add(proof))
        .build();
  }

  /**
   * What is signed (§3.2.4): the hash of the proof's options, then that of the document.
   *
   * @throws IllegalArgumentException as {@link Canonical#nquads}
   * @throws IllegalStateException likewise
   */
  public byte[] hash(JsonObject document, JsonObject options) {
    JsonValue context = document.get("@context");
    JsonObject configuration = JSON.createObjectBuilder(options).add("@context", context).build();
    byte[] hash = new byte[64];
    System.arraycopy(sha256(canonical.nquads(configuration)), 0, hash, 0, 32);
    System.arraycopy(sha256(canonical.nquads(document)), 0, hash, 32, 32);
    return hash;
  }

  private static byte[] sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
