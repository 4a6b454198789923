package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.verification.StrangeIssuer.DID;
import static org.badgebridge.verification.StrangeIssuer.DID_ADDRESS;
import static org.badgebridge.verification.StrangeIssuer.HOST;
import static org.badgebridge.verification.StrangeIssuer.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Digests;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges of strangers with an embedded proof: who signed, what was changed, what is not known. */
class VerifyBadgeTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String HTTPS = HOST + "/issuers/7";
  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final StrangeIssuer OTHER = new StrangeIssuer();

  private final FakeWeb web = new FakeWeb();
  private final VerifyBadge verifying =
      new VerifyBadge(
          web, new PublicOrigin("https://badges.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  private Verdict verify(Object badge) {
    return verifying.verify(badge.toString(), "");
  }

  private static Check check(Verdict verdict, Probe probe) {
    return verdict.checks().stream()
        .filter(each -> each.probe() == probe)
        .findFirst()
        .orElseThrow();
  }

  private static void says(Verdict verdict, Probe probe, Outcome outcome, String key) {
    Check check = check(verdict, probe);
    assertThat(check.outcome()).as(check.toString()).isEqualTo(outcome);
    assertThat(check.key()).isEqualTo("verification." + key);
  }

  private static JsonObject signed() {
    return ISSUER.sign(badge(DID).build(), DID + "#" + ISSUER.multibase());
  }

  @Test
  void acceptsABadgeOfADomain() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    Verdict verdict = verify(signed());
    assertThat(verdict.state()).isEqualTo(State.VALID);
    says(verdict, Probe.KEY, Outcome.PASSED, "key.passed");
    says(verdict, Probe.REVOCATION, Outcome.WARNING, "status.none");
    assertThat(shown(verdict).domain()).isEqualTo("school.example");
    assertThat(web.asked).containsExactly(DID_ADDRESS);
  }

  @Test
  void acceptsABadgeOfAKeyAndSaysThatNobodyVouchesForIt() {
    String did = "did:key:" + ISSUER.multibase();
    Verdict verdict = verify(ISSUER.sign(badge(did).build(), did + "#" + ISSUER.multibase()));
    assertThat(verdict.state()).isEqualTo(State.VALID);
    says(verdict, Probe.KEY, Outcome.WARNING, "key.nobody");
    assertThat(shown(verdict).domain()).isEmpty();
    assertThat(web.asked).isEmpty();
  }

  @Test
  void acceptsABadgeOfAnHttpsIssuerWithAKeyInItsDocument() {
    web.serve(HTTPS, ISSUER.document(HTTPS));
    JsonObject badge = ISSUER.sign(badge(HTTPS).build(), HTTPS + "#" + ISSUER.multibase());
    assertThat(verify(badge).state()).isEqualTo(State.VALID);
  }

  @Test
  void acceptsAKeyWithAnAddressOfItsOwnOnlyIfItsControllerListsIt() {
    String address = HTTPS + "/keys/1";
    JsonObject key =
        Json.createObjectBuilder()
            .add("id", address)
            .add("type", "Multikey")
            .add("controller", HTTPS)
            .add("publicKeyMultibase", ISSUER.multibase())
            .build();
    JsonObject badge = ISSUER.sign(badge(HTTPS).build(), address);
    web.serve(address, key).serve(HTTPS, ISSUER.document(HTTPS));
    says(verify(badge), Probe.KEY, Outcome.FAILED, "key.not-for-claims");

    web.serve(
        HTTPS,
        Json.createObjectBuilder()
            .add("id", HTTPS)
            .add("assertionMethod", Json.createArrayBuilder().add(address))
            .build());
    assertThat(verify(badge).state()).isEqualTo(State.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Welding", "Welds well.", "2026-01-01T00:00:00Z", "School of Examples"})
  void refusesWhatWasChangedSinceItWasSigned(String text) {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    String changed =
        signed()
            .toString()
            .replace(text, text.replace("2026", "2025") + (text.endsWith("Z") ? "" : "!"));
    Verdict verdict = verify(changed);
    assertThat(verdict.state()).isEqualTo(State.INVALID);
    says(verdict, Probe.SIGNATURE, Outcome.FAILED, "signature.failed");
  }

  @Test
  void refusesAKeyOfSomebodyElse() {
    String own = "did:key:" + OTHER.multibase();
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    Verdict verdict = verify(OTHER.sign(badge(DID).build(), own + "#" + OTHER.multibase()));
    assertThat(verdict.state()).isEqualTo(State.INVALID);
    says(verdict, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(verdict, Probe.KEY, Outcome.FAILED, "key.other");
  }

  @Test
  void refusesAKeyThatTheIssuerDoesNotList() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    Verdict verdict = verify(OTHER.sign(badge(DID).build(), DID + "#" + OTHER.multibase()));
    says(verdict, Probe.KEY, Outcome.FAILED, "key.not-listed");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void refusesAKeyThatAStrangerListsAsTheIssuers() {
    String evil = "did:web:evil.example";
    String own = "\"controller\":\"" + evil + "\"";
    web.serve(DID_ADDRESS, ISSUER.document(DID))
        .serve(
            "https://evil.example/.well-known/did.json",
            OTHER.document(evil).toString().replace(own, "\"controller\":\"" + DID + "\""));
    Verdict verdict = verify(OTHER.sign(badge(DID).build(), evil + "#" + OTHER.multibase()));
    says(verdict, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(verdict, Probe.KEY, Outcome.FAILED, "key.not-for-claims");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void refusesADocumentThatSpeaksOfAnotherIssuer() {
    web.serve(DID_ADDRESS, ISSUER.document("did:web:elsewhere.example"));
    says(verify(signed()), Probe.KEY, Outcome.FAILED, "key.not-itself");
  }

  @Test
  void saysNothingOfABadgeWhoseIssuerDoesNotAnswer() {
    Verdict verdict = verify(signed());
    assertThat(verdict.state()).isEqualTo(State.UNKNOWN);
    says(verdict, Probe.KEY, Outcome.UNKNOWN, "source.unreachable");
    says(verdict, Probe.SIGNATURE, Outcome.UNKNOWN, "signature.no-key");

    web.serve(DID_ADDRESS, 503, "text/plain", "later");
    assertThat(verify(signed()).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void refusesAnotherPurposeAndAnEndedProof() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    JsonObject login =
        ISSUER.sign(badge(DID).build(), DID + "#" + ISSUER.multibase(), "authentication");
    says(verify(login), Probe.SIGNATURE, Outcome.FAILED, "signature.purpose");
    String flipped = login.toString().replace("authentication", "assertionMethod");
    says(verify(flipped), Probe.SIGNATURE, Outcome.FAILED, "signature.failed");
  }

  /** Each is signed as it is: the signature is right, the badge is not. */
  static Stream<Arguments> spelledOddly() {
    String iri = "https://www.w3.org/2018/credentials#";
    return Stream.of(
        odd("an end under its full name", iri + "validUntil", "\"validUntil\"", "form.odd"),
        odd(
            "a status under its full name",
            iri + "credentialStatus",
            "\"credentialStatus\"",
            "form.odd"));
  }

  private static Arguments odd(String what, String iri, String term, String key) {
    return Arguments.of(what, iri, term, key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spelledOddly")
  void refusesASpellingThatKeepsTheSignatureAndHidesWhatCounts(
      String what, String iri, String term, String key) {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    String list = HOST + "/status/1";
    JsonObject ended =
        badge(DID)
            .add("validUntil", "2026-02-01T00:00:00Z")
            .add("credentialStatus", StrangeIssuer.entry(list, "revocation", 5))
            .build();
    String honest = ISSUER.sign(ended, DID + "#" + ISSUER.multibase()).toString();
    assertThat(verify(honest).state()).isIn(State.EXPIRED);
    String hidden =
        term.contains("validUntil")
            ? honest.replace(
                "\"validUntil\":\"2026-02-01T00:00:00Z\"",
                "\""
                    + iri
                    + "\":{\"@type\":\"http://www.w3.org/2001/XMLSchema#dateTime\","
                    + "\"@value\":\"2026-02-01T00:00:00Z\"}")
            : honest.replace(term, "\"" + iri + "\"");
    Verdict verdict = verify(hidden);
    says(verdict, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(verdict, Probe.FORM, Outcome.FAILED, key);
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void refusesAnEndInAnArrayWhichKeepsTheSignatureToo() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    JsonObject ended = badge(DID).add("validUntil", "2026-02-01T00:00:00Z").build();
    String hidden =
        ISSUER
            .sign(ended, DID + "#" + ISSUER.multibase())
            .toString()
            .replace("\"2026-02-01T00:00:00Z\"", "[\"2026-02-01T00:00:00Z\"]");
    Verdict verdict = verify(hidden);
    says(verdict, Probe.SIGNATURE, Outcome.PASSED, "signature.passed");
    says(verdict, Probe.FORM, Outcome.FAILED, "form.moment");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void knowsBeginAndEnd() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    String method = DID + "#" + ISSUER.multibase();
    JsonObject ended = badge(DID).add("validUntil", "2026-06-01T12:00:00Z").build();
    assertThat(verify(ISSUER.sign(ended, method)).state()).isEqualTo(State.EXPIRED);
    JsonObject young = badge(DID).add("validFrom", "2026-06-01T14:00:01+02:00").build();
    assertThat(verify(ISSUER.sign(young, method)).state()).isEqualTo(State.NOT_YET_VALID);
    JsonObject lasting = badge(DID).add("validUntil", "2026-06-01T12:00:01Z").build();
    assertThat(verify(ISSUER.sign(lasting, method)).state()).isEqualTo(State.VALID);
  }

  private static final String ONE =
      "{\"uid\":\"1\",\"badge\":\"https://a.example/1\",\"verify\":{\"type\":\"hosted\"}}";

  private static final String SIGNED_TWO =
      "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\","
          + "\"id\":\"urn:uuid:1\",\"verification\":{\"type\":\"SignedBadge\"}}";

  static Stream<Arguments> notSupported() {
    String kind = "format.unsupported";
    return Stream.of(
        kind("an older suite", s -> s.replace("eddsa-rdfc-2022", "eddsa-2022"), kind),
        kind(
            "Ed25519Signature2020",
            s -> s.replace("\"DataIntegrityProof\"", "\"Ed25519Signature2020\""),
            kind),
        kind(
            "Verifiable Credentials 1.1",
            s -> s.replace("www.w3.org/ns/credentials/v2", "www.w3.org/2018/credentials/v1"),
            kind),
        kind("SD-JWT", s -> "eyJhbGciOiJFUzI1NiJ9.e30.c2ln~WyJhIl0~", kind),
        kind("Open Badges 1", s -> ONE, kind),
        kind("a signed badge of the second generation", s -> SIGNED_TWO, kind),
        kind(
            "another credential",
            s -> s.replace("\"OpenBadgeCredential\"", "\"AchievementThing\""),
            "format.no-badge"));
  }

  private static Arguments kind(String what, UnaryOperator<String> change, String key) {
    return Arguments.of(what, change, key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notSupported")
  void saysNothingAgainstWhatItDoesNotSupport(
      String what, UnaryOperator<String> change, String key) {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    Verdict verdict = verify(change.apply(signed().toString()));
    assertThat(verdict.state()).isEqualTo(State.UNSUPPORTED);
    says(verdict, Probe.FORMAT, Outcome.UNKNOWN, key);
  }

  @Test
  void fetchesNoVocabularyAndSaysThatItCannotCheck() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    String context = "https://vocabulary.example/v1";
    String foreign =
        signed().toString().replace("extensions.json\"]", "extensions.json\",\"" + context + "\"]");
    Verdict verdict = verify(foreign);
    assertThat(verdict.state()).isEqualTo(State.UNKNOWN);
    says(verdict, Probe.TERMS, Outcome.UNKNOWN, "terms.unknown-context");
    String own =
        signed().toString().replace("extensions.json\"]", "extensions.json\",{\"x\":\"urn:x\"}]");
    says(verify(own), Probe.TERMS, Outcome.UNKNOWN, "terms.own-context");
    assertThat(web.asked).doesNotContain(context);
  }

  @Test
  void refusesATermThatNobodyDefines() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
    Verdict verdict =
        verify(signed().toString().replaceFirst("\"name\":", "\"smuggled\":1,\"name\":"));
    says(verdict, Probe.TERMS, Outcome.FAILED, "terms.undefined");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void refusesABadgeWithoutItsContextAndOneWithoutASignature() {
    JsonObject unsigned = badge("did:key:" + ISSUER.multibase()).build();
    says(verify(unsigned), Probe.SIGNATURE, Outcome.FAILED, "signature.none");
    String lacking =
        signed().toString().replaceFirst(",\"https://purl[^\"]*context-3.0.3.json\"", "");
    says(verify(lacking), Probe.FORM, Outcome.FAILED, "form.context");
  }

  // recipient --------------------------------------------------------------------------------

  @Test
  void comparesTheRecipientAsGivenAndInSmallLetters() {
    String did = "did:key:" + ISSUER.multibase();
    String hash = "sha256$" + sha256("ada@school.example" + "pepper");
    JsonObject badge = ISSUER.sign(awardedTo(did, hash), did + "#" + ISSUER.multibase());
    assertThat(verifying.verify(badge.toString(), "ada@school.example").state())
        .isEqualTo(State.VALID);
    assertThat(verifying.verify(badge.toString(), " Ada@School.example ").state())
        .isEqualTo(State.VALID);
    Verdict other = verifying.verify(badge.toString(), "bob@school.example");
    assertThat(other.state()).isEqualTo(State.RECIPIENT_OTHER);
    assertThat(other.toString()).doesNotContain("bob@");
  }

  @Test
  void aBadgeThatNamesNobodyIsNotSomebodys() {
    String did = "did:key:" + ISSUER.multibase();
    String badge = ISSUER.sign(badge(did).build(), did + "#" + ISSUER.multibase()).toString();
    assertThat(verifying.verify(badge, "ada@school.example").state())
        .isEqualTo(State.RECIPIENT_UNKNOWN);
    assertThat(State.RECIPIENT_UNKNOWN.tone()).isNotEqualTo(State.Tone.GOOD);
  }

  private static JsonObject awardedTo(String issuer, String hash) {
    JsonObject badge = badge(issuer).build();
    JsonObject subject =
        Json.createObjectBuilder(badge.getJsonObject("credentialSubject"))
            .add(
                "identifier",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("type", "IdentityObject")
                            .add("hashed", true)
                            .add("identityHash", hash)
                            .add("identityType", "emailAddress")
                            .add("salt", "pepper")))
            .build();
    return Json.createObjectBuilder(badge).add("credentialSubject", subject).build();
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  // what is shown ----------------------------------------------------------------------------

  @Test
  void showsNothingThatLoadsOrRunsAnything() {
    String did = "did:key:" + ISSUER.multibase();
    JsonObject badge = badge(did).build();
    JsonObject subject = badge.getJsonObject("credentialSubject");
    JsonObject achievement =
        Json.createObjectBuilder(subject.getJsonObject("achievement"))
            .add("name", "Weld\u202Eing")
            .add(
                "image",
                Json.createObjectBuilder()
                    .add("id", "https://tracker.example/pixel.png")
                    .add("type", "Image"))
            .build();
    JsonObject whole =
        Json.createObjectBuilder(badge)
            .add(
                "credentialSubject",
                Json.createObjectBuilder(subject).add("achievement", achievement))
            .build();
    Verdict verdict = verify(ISSUER.sign(whole, did + "#" + ISSUER.multibase()));
    assertThat(shown(verdict).picture()).isEmpty();
    assertThat(shown(verdict).name()).isEqualTo("Welding");
    assertThat(web.asked).isEmpty();
  }

  private static ShownBadge shown(Verdict verdict) {
    return Objects.requireNonNull(verdict.badge());
  }
}
