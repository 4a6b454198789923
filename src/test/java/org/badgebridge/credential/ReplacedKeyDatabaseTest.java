package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.multibase.Multibase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badges from before and after a change of keys, checked as any verifier would. */
class ReplacedKeyDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);

  /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410 §4). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNewKeySignsAndTheOldOneStillVerifies(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward before = new SampleAward(database, course, course.badgeClass());
      SampleAward after = new SampleAward(database, course, course.badgeClass());

      JsonObject first = issue(database, before);
      database.transaction(
          em -> new CredentialDesk(database, em, CLOCK).keys.replace(course.issuer));
      JsonObject second = issue(database, after);
      JsonObject did =
          json(database.compute(em -> new CredentialDesk(database, em, CLOCK).did(course.issuer)));

      assertThat(method(first)).isNotEqualTo(method(second));
      assertThat(did.getJsonArray("verificationMethod")).hasSize(2);
      for (JsonObject credential : List.of(first, second)) {
        assertThat(verifies(credential, did)).isTrue();
        assertThat(verifies(Json.createObjectBuilder(credential).add("name", "x").build(), did))
            .isFalse();
      }
    }
  }

  private static boolean verifies(JsonObject credential, JsonObject did)
      throws GeneralSecurityException {
    JsonObject proof = credential.getJsonArray("proof").getJsonObject(0);
    JsonObject options = Json.createObjectBuilder(proof).remove("proofValue").build();
    JsonObject document = Json.createObjectBuilder(credential).remove("proof").build();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key(did, method(credential)));
    signature.update(
        new DataIntegrityProof(new Canonical(Contexts.bundled())).hash(document, options));
    return signature.verify(Multibase.BASE_58_BTC.decode(proof.getString("proofValue")));
  }

  private static PublicKey key(JsonObject did, String method) throws GeneralSecurityException {
    JsonObject found =
        did.getJsonArray("verificationMethod").getValuesAs(JsonObject.class).stream()
            .filter(each -> each.getString("id").equals(method))
            .findFirst()
            .orElseThrow();
    byte[] multikey = Multibase.BASE_58_BTC.decode(found.getString("publicKeyMultibase"));
    byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
    System.arraycopy(multikey, 2, encoded, X509.length, 32);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String method(JsonObject credential) {
    return credential.getJsonArray("proof").getJsonObject(0).getString("verificationMethod");
  }

  private static JsonObject issue(OpenDatabase database, SampleAward award) {
    return json(
        database.compute(
            em -> {
              CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
              desk.awards.locked(award.id).claim(CLOCK.instant());
              return desk.issue.issue(award.id).document();
            }));
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
