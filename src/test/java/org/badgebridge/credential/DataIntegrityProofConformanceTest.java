package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.multibase.Multibase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.keys.IssuerKey;
import org.junit.jupiter.api.Test;

/** The published test vector of the W3C Recommendation, byte for byte. */
class DataIntegrityProofConformanceTest {

  private static final String EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";

  private final Canonical canonical = new Canonical(Contexts.bundled().and(EXAMPLES, examples()));
  private final JsonObject signed = json(read("signedDataInt.json"));
  private final JsonObject document = Json.createObjectBuilder(signed).remove("proof").build();
  private final JsonObject proof = signed.getJsonObject("proof");

  @Test
  void canonicalisesTheDocumentAsPublished() {
    assertThat(canonical.nquads(document).strip()).isEqualTo(read("canonDocDataInt.txt").strip());
  }

  @Test
  void hashesProofAndDocumentAsPublished() {
    JsonObject options = Json.createObjectBuilder(proof).remove("proofValue").build();
    assertThat(HexFormat.of().formatHex(new DataIntegrityProof(canonical).hash(document, options)))
        .isEqualTo(read("combinedHashDataInt.txt").strip());
  }

  @Test
  void signsAsPublished() throws GeneralSecurityException {
    JsonObject ours =
        new DataIntegrityProof(canonical)
            .secure(
                document,
                proof.getString("verificationMethod"),
                Instant.parse(proof.getString("created")),
                key());
    assertThat(ours.getJsonArray("proof").getJsonObject(0)).isEqualTo(proof);
  }

  private static IssuerKey key() throws GeneralSecurityException {
    JsonObject pair = json(read("keyPair.json"));
    byte[] multikey = Multibase.BASE_58_BTC.decode(pair.getString("privateKeyMultibase"));
    byte[] seed = Arrays.copyOfRange(multikey, 2, 34); // behind the code 0x8026
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    return new IssuerKey(UUID.randomUUID(), pair.getString("publicKeyMultibase"), secret);
  }

  private static JsonDocument examples() {
    return JsonDocument.of(
        json("{\"@context\":{\"@vocab\":\"https://www.w3.org/ns/credentials/examples#\"}}"));
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String read(String name) {
    String path = "/vc-di-eddsa/" + name;
    try (InputStream in =
        Objects.requireNonNull(
            DataIntegrityProofConformanceTest.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
