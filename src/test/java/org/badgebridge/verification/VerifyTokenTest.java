package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.verification.StrangeIssuer.DID;
import static org.badgebridge.verification.StrangeIssuer.DID_ADDRESS;
import static org.badgebridge.verification.StrangeIssuer.HOST;
import static org.badgebridge.verification.StrangeIssuer.badge;
import static org.badgebridge.verification.StrangeIssuer.base64;
import static org.badgebridge.verification.StrangeIssuer.claims;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges of strangers as tokens: nothing in a token can talk us into believing it. */
class VerifyTokenTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String HTTPS = HOST + "/issuers/7";
  private static final String KEY_SET = HOST + "/.well-known/jwks.json";
  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final StrangeIssuer OTHER = new StrangeIssuer();

  private final FakeWeb web = new FakeWeb();
  private final VerifyBadge verifying =
      new VerifyBadge(
          web, new PublicOrigin("https://badges.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void publish() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
  }

  private Verdict verify(String token) {
    return verifying.verify(token, "");
  }

  private static void says(Verdict verdict, Probe probe, Outcome outcome, String key) {
    Check check =
        verdict.checks().stream().filter(each -> each.probe() == probe).findFirst().orElseThrow();
    assertThat(check.outcome()).as(check.toString()).isEqualTo(outcome);
    assertThat(check.key()).isEqualTo("verification." + key);
  }

  private static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
  }

  private static JsonObject good() {
    return claims(badge(DID).build()).build();
  }

  @Test
  void acceptsRs256Es256AndEdDsa() {
    assertThat(verify(ISSUER.token(rs256().keyID(DID + "#rsa").build(), good())).state())
        .isEqualTo(State.VALID);
    JWSHeader es = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(DID + "#ec").build();
    assertThat(verify(ISSUER.token(es, good())).state()).isEqualTo(State.VALID);
    for (String algorithm : new String[] {"EdDSA", "Ed25519"}) {
      JsonObject header =
          Json.createObjectBuilder().add("alg", algorithm).add("kid", DID + "#ed").build();
      assertThat(verify(ISSUER.edToken(header, good())).state()).isEqualTo(State.VALID);
    }
  }

  @Test
  void acceptsAKeyThatIsItsOwnNameAndAsksNobody() {
    String jwk = "did:jwk:" + base64(ISSUER.ec.toPublicJWK().toJSONString());
    JWSHeader es = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(jwk + "#0").build();
    JsonObject own = claims(badge(jwk).build()).build();
    Verdict verdict = verify(ISSUER.token(es, own));
    assertThat(verdict.state()).isEqualTo(State.VALID);
    says(verdict, Probe.KEY, Outcome.WARNING, "key.nobody");
    says(verify(OTHER.token(es, own)), Probe.SIGNATURE, Outcome.FAILED, "signature.failed");
    JWSHeader other = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(jwk + "#1").build();
    says(verify(ISSUER.token(other, own)), Probe.KEY, Outcome.FAILED, "key.not-listed");
    String rsa = "did:jwk:" + base64(ISSUER.rsa.toPublicJWK().toJSONString());
    Verdict unknown =
        verify(ISSUER.token(rs256().keyID(rsa + "#0").build(), claims(badge(rsa).build()).build()));
    says(unknown, Probe.KEY, Outcome.UNKNOWN, "key.unsupported");
    assertThat(web.asked).isEmpty();
  }

  @Test
  void acceptsTheFormOfTheW3cToo() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("vc+jwt"))
            .contentType("vc")
            .keyID(DID + "#ec")
            .build();
    Verdict verdict = verify(ISSUER.token(header, badge(DID).build()));
    assertThat(verdict.state()).isEqualTo(State.VALID);
    says(verdict, Probe.FORMAT, Outcome.PASSED, "format.jose");
    JsonObject over =
        Json.createObjectBuilder(badge(DID).build()).add("exp", 1_700_000_000).build();
    says(verify(ISSUER.token(header, over)), Probe.SIGNATURE, Outcome.FAILED, "signature.expired");
  }

  @ParameterizedTest
  @CsvSource({
    "iss,\"did:web:elsewhere.example\"",
    "sub,\"urn:uuid:1\"",
    "jti,\"urn:uuid:2\"",
    "nbf,1",
    "exp,4000000000",
    "nbf,\"1767225600\""
  })
  void refusesClaimsThatContradictTheBadge(String name, String value) {
    JsonObject changed =
        Json.createObjectBuilder(good())
            .add(name, StrangeIssuer.json("{\"v\":" + value + "}").get("v"))
            .build();
    Verdict verdict = verify(ISSUER.token(rs256().keyID(DID + "#rsa").build(), changed));
    says(verdict, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(verdict, Probe.CLAIMS, Outcome.FAILED, "claims.differ");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "jti", "nbf"})
  void refusesATokenThatLacksAClaim(String name) {
    JsonObject lacking = Json.createObjectBuilder(good()).remove(name).build();
    Verdict verdict = verify(ISSUER.token(rs256().keyID(DID + "#rsa").build(), lacking));
    says(verdict, Probe.CLAIMS, Outcome.FAILED, "claims.differ");
  }

  @Test
  void refusesWhatAnybodyCanForge() throws JOSEException {
    String unsigned = base64("{\"alg\":\"none\"}") + "." + base64(good().toString()) + ".";
    says(verify(unsigned), Probe.SIGNATURE, Outcome.FAILED, "signature.algorithm");
    JWSObject confused =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(DID + "#rsa").build(),
            new Payload(good().toString()));
    confused.sign(
        new MACSigner(ISSUER.rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    Verdict verdict = verify(confused.serialize());
    says(verdict, Probe.SIGNATURE, Outcome.FAILED, "signature.algorithm");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void refusesAnAlgorithmThatTheKeyIsNotFor() {
    JsonObject header =
        Json.createObjectBuilder().add("alg", "RS256").add("kid", DID + "#ed").build();
    says(
        verify(ISSUER.edToken(header, good())),
        Probe.SIGNATURE,
        Outcome.FAILED,
        "signature.failed");
    JsonObject unknown =
        Json.createObjectBuilder().add("alg", "ES512").add("kid", DID + "#ed").build();
    assertThat(verify(ISSUER.edToken(unknown, good())).state()).isEqualTo(State.UNSUPPORTED);
  }

  @Test
  void refusesAStrangersKeyUnderThatName() {
    Verdict verdict = verify(OTHER.token(rs256().keyID(DID + "#rsa").build(), good()));
    says(verdict, Probe.SIGNATURE, Outcome.FAILED, "signature.failed");
    Verdict brought = verify(OTHER.token(rs256().jwk(OTHER.rsa.toPublicJWK()).build(), good()));
    says(brought, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(brought, Probe.KEY, Outcome.FAILED, "key.stranger");
    assertThat(brought.state()).isEqualTo(State.INVALID);
  }

  @Test
  void acceptsAKeyThatCameAlongOnlyIfTheIssuerListsIt() {
    assertThat(verify(ISSUER.token(rs256().jwk(ISSUER.rsa.toPublicJWK()).build(), good())).state())
        .isEqualTo(State.VALID);
    JsonObject ofHttps = claims(badge(HTTPS).build()).build();
    String token = ISSUER.token(rs256().jwk(ISSUER.rsa.toPublicJWK()).build(), ofHttps);
    says(verify(token), Probe.KEY, Outcome.UNKNOWN, "source.unreachable");
    web.serve(KEY_SET, "{\"keys\":[" + ISSUER.rsa.toPublicJWK() + "]}");
    assertThat(verify(token).state()).isEqualTo(State.VALID);
    web.serve(KEY_SET, "{\"keys\":[" + OTHER.rsa.toPublicJWK() + "]}");
    says(verify(token), Probe.KEY, Outcome.FAILED, "key.stranger");
  }

  @Test
  void acceptsAKeyByItsAddressOnTheIssuersHostOnly() {
    JsonObject ofHttps = claims(badge(HTTPS).build()).build();
    String home = HOST + "/keys/rsa";
    web.serve(home, ISSUER.rsa.toPublicJWK());
    Verdict neighbour = verify(ISSUER.token(rs256().keyID(home).build(), ofHttps));
    assertThat(neighbour.state()).isEqualTo(State.VALID);
    says(neighbour, Probe.KEY, Outcome.WARNING, "key.neighbour");
    String below = HTTPS + "/keys/rsa";
    web.serve(below, ISSUER.rsa.toPublicJWK());
    says(
        verify(ISSUER.token(rs256().keyID(below).build(), ofHttps)),
        Probe.KEY,
        Outcome.PASSED,
        "key.passed");
    String elsewhere = "https://evil.example/keys/rsa";
    web.serve(elsewhere, OTHER.rsa.toPublicJWK()).serve(KEY_SET, "{\"keys\":[]}");
    says(
        verify(OTHER.token(rs256().keyID(elsewhere).build(), ofHttps)),
        Probe.KEY,
        Outcome.FAILED,
        "key.stranger");
  }

  @Test
  void refusesAPrivateKeyInTheHeaderAndWhatMustBeUnderstood() {
    JsonObject header =
        Json.createObjectBuilder()
            .add("alg", "EdDSA")
            .add("kid", DID + "#ed")
            .add("jwk", Json.createObjectBuilder(ISSUER.edJwk()).add("d", "c2VjcmV0"))
            .build();
    says(
        verify(ISSUER.edToken(header, good())), Probe.CLAIMS, Outcome.FAILED, "claims.private-key");
    JsonObject critical =
        Json.createObjectBuilder()
            .add("alg", "EdDSA")
            .add("kid", DID + "#ed")
            .add("crit", Json.createArrayBuilder().add("b64"))
            .build();
    says(verify(ISSUER.edToken(critical, good())), Probe.CLAIMS, Outcome.FAILED, "claims.header");
    JsonObject stray =
        Json.createObjectBuilder()
            .add("alg", "EdDSA")
            .add("kid", DID + "#ed")
            .add("jku", "https://evil.example/keys")
            .build();
    says(
        verify(ISSUER.edToken(stray, good())),
        Probe.CLAIMS,
        Outcome.WARNING,
        "claims.stray-header");
    assertThat(web.asked).doesNotContain("https://evil.example/keys");
  }

  @Test
  void refusesAnAlteredToken() {
    String[] parts = ISSUER.token(rs256().keyID(DID + "#rsa").build(), good()).split("\\.", -1);
    String altered =
        parts[0] + "." + base64(good().toString().replace("Welds well", "Flies")) + "." + parts[2];
    says(verify(altered), Probe.SIGNATURE, Outcome.FAILED, "signature.failed");
  }

  @Test
  void doesNotJudgeTokensOfTheOlderDataModel() {
    JsonObject older =
        Json.createObjectBuilder().add("iss", DID).add("vc", badge(DID).build()).build();
    assertThat(verify(ISSUER.token(rs256().keyID(DID + "#rsa").build(), older)).state())
        .isEqualTo(State.UNSUPPORTED);
  }
}
