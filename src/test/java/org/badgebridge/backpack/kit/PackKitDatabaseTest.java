package org.badgebridge.backpack.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.keys.Digests;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackKitDatabaseTest {

  private static final String FOLDER = "badges/0001-logician/";

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsEachBadgeInEveryFormWithAllThatAVerifierFetches(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = SampleKit.claimed(database, course, clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      assertThat(kit)
          .containsKeys(
              FOLDER + "badge.json",
              FOLDER + "badge.jwt",
              FOLDER + "badge.png",
              FOLDER + "badge.svg",
              FOLDER + "certificate-en.pdf",
              FOLDER + "certificate-nl.pdf",
              "issuers/" + course.issuer + "/did.json",
              "contexts/credentials-v2.json",
              "index.html",
              "index.nl.html",
              "check.js",
              "kit.css");
      assertThat(kit.keySet()).anyMatch(path -> path.matches("status/[0-9a-f-]{36}\\.json"));
      assertThat(text(kit, FOLDER + "badge.json")).contains("\"DataIntegrityProof\"");
      assertThat(
              new String(kit.get(FOLDER + "certificate-en.pdf"), 0, 5, StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsNothingOfAnybodyElse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward hers = SampleKit.claimed(database, course, clock);
      SampleAward his = SampleKit.claimed(database, course, clock);

      Map<String, byte[]> kit = SampleKit.files(database, hers.person, clock);
      Map<String, byte[]> nobodys = SampleKit.files(database, UUID.randomUUID(), clock);

      assertThat(kit.keySet()).filteredOn(path -> path.endsWith(".jwt")).hasSize(1);
      assertThat(kit.values())
          .noneMatch(
              bytes -> new String(bytes, StandardCharsets.UTF_8).contains(his.person.toString()));
      assertThat(nobodys.keySet()).noneMatch(path -> path.startsWith("badges/"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsTheSumOfEveryFile(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      JsonObject sums = json(kit, "manifest.json").getJsonObject("sha256");
      for (Map.Entry<String, byte[]> file : kit.entrySet()) {
        String sum = HexFormat.of().formatHex(Digests.sha256(file.getValue()));
        if (!file.getKey().startsWith("manifest.") && !file.getKey().equals("SHA256SUMS")) {
          assertThat(sums.getString(file.getKey())).isEqualTo(sum);
        }
        if (!file.getKey().equals("SHA256SUMS")) {
          assertThat(text(kit, "SHA256SUMS")).contains(sum + "  " + file.getKey() + "\n");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsTokensAreSignedByTheKeysThatComeAlong(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = SampleKit.claimed(database, course, clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      JWSObject token = JWSObject.parse(text(kit, FOLDER + "badge.jwt"));
      JsonObject method =
          json(kit, "issuers/" + course.issuer + "/did.json")
              .getJsonArray("verificationMethod")
              .getValuesAs(JsonObject.class)
              .stream()
              .filter(each -> each.getString("id").equals(token.getHeader().getKeyID()))
              .findFirst()
              .orElseThrow();
      RSAKey key = RSAKey.parse(method.getJsonObject("publicKeyJwk").toString());
      assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsListIsSignedByTheKeyThatComesAlong(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      JsonObject document = json(kit, "packed-by/did.json");
      assertThat(document.getString("id")).isEqualTo("did:web:badges.example.org");
      JsonObject method = document.getJsonArray("verificationMethod").getJsonObject(0);
      RSAKey key = RSAKey.parse(method.getJsonObject("publicKeyJwk").toString());
      assertThat(key.isPrivate()).isFalse();
      JWSVerifier verifier = new RSASSAVerifier(key);
      String manifest = text(kit, "manifest.json");
      JWSObject jws = JWSObject.parse(text(kit, "manifest.jws"), new Payload(manifest));
      assertThat(jws.getHeader().getKeyID()).isEqualTo(method.getString("id"));
      assertThat(jws.verify(verifier)).isTrue();
      Payload other = new Payload(manifest.replace("badge.json", "badge.jsom"));
      assertThat(JWSObject.parse(text(kit, "manifest.jws"), other).verify(verifier)).isFalse();
      String pem = text(kit, "packed-by/key.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
      assertThat(Base64.getDecoder().decode(pem)).isEqualTo(key.toRSAPublicKey().getEncoded());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysInBothLanguagesHowToCheckItAndWhatThatTells(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);
      assertThat(text(kit, "README.txt"))
          .contains("openssl dgst", "did:web:badges.example.org", "What it does not prove")
          .doesNotContain("backpack.kit.");
      assertThat(text(kit, "README.nl.txt")).contains("openssl dgst", "Wat ze niet bewijst");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsPagesLoadNothingFromElsewhere(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);
      for (String page : new String[] {"index.html", "index.nl.html"}) {
        assertThat(text(kit, page))
            .contains("Logician")
            .doesNotContainPattern("(src|srcset)=\"(https?:)?/")
            .doesNotContainPattern("<link[^>]+href=\"(https?:)?/")
            .doesNotContain("backpack.kit.");
      }
      assertThat(text(kit, "check.js")).doesNotContain("fetch(", "XMLHttpRequest", "import(");
    }
  }

  private static String text(Map<String, byte[]> kit, String path) {
    return new String(kit.get(path), StandardCharsets.UTF_8);
  }

  private static JsonObject json(Map<String, byte[]> kit, String path) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(kit.get(path)))) {
      return reader.readObject();
    }
  }
}
