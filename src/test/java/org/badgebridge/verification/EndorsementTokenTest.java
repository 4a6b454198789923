package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.badgebridge.verification.StrangeIssuer.DID;
import static org.badgebridge.verification.StrangeIssuer.DID_ADDRESS;
import static org.badgebridge.verification.StrangeIssuer.HOST;
import static org.badgebridge.verification.StrangeIssuer.badge;
import static org.badgebridge.verification.StrangeIssuer.claims;
import static org.badgebridge.verification.StrangeIssuer.endorsement;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Endorsement.About;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Endorsements that are tokens ({@code endorsementJwt}), in badges of both forms. */
class EndorsementTokenTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String BADGE = HOST + "/badges/1";
  private static final String ACHIEVEMENT = HOST + "/achievements/1";
  private static final String COUNCIL = "did:web:council.example";
  private static final String COUNCIL_AT = "https://council.example/.well-known/did.json";
  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final StrangeIssuer ENDORSER = new StrangeIssuer();

  private final FakeWeb web =
      new FakeWeb()
          .serve(DID_ADDRESS, ISSUER.document(DID))
          .serve(COUNCIL_AT, ENDORSER.document(COUNCIL));
  private final VerifyBadge verifying =
      new VerifyBadge(
          web, new PublicOrigin("https://badges.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  private static JWSHeader header(JWSAlgorithm algorithm, String key) {
    return new JWSHeader.Builder(algorithm).keyID(key).build();
  }

  private static String token(StrangeIssuer signer, String key, JsonObjectBuilder claims) {
    return signer.token(header(JWSAlgorithm.RS256, key), claims.build());
  }

  /** What the council says of it, signed by the council. */
  private static String endorsed(String about) {
    return token(ENDORSER, COUNCIL + "#rsa", claims(endorsement(COUNCIL, about).build()));
  }

  private static JsonArrayBuilder tokens(String... tokens) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    Stream.of(tokens).forEach(all::add);
    return all;
  }

  private static JsonObject with(String... tokens) {
    return badge(DID).add("endorsementJwt", tokens(tokens)).build();
  }

  private static String embedded(JsonObject badge) {
    return ISSUER.sign(badge, DID + "#" + ISSUER.multibase()).toString();
  }

  /** Signed inside, and as a token. */
  private static Stream<String> bothForms(JsonObject badge) {
    return Stream.of(embedded(badge), token(ISSUER, DID + "#rsa", claims(badge)));
  }

  private Verdict verify(String badge) {
    Verdict verdict = verifying.verify(badge, "");
    assertThat(verdict.state()).as(verdict.checks().toString()).isEqualTo(State.VALID);
    return verdict;
  }

  private static Endorsement only(Verdict verdict) {
    assertThat(verdict.endorsements()).hasSize(1);
    return verdict.endorsements().get(0);
  }

  private static void sums(Verdict verdict, Outcome outcome, String key) {
    assertThat(verdict.checks())
        .filteredOn(each -> each.probe() == Probe.ENDORSEMENTS)
        .extracting(Check::outcome, Check::key)
        .containsExactly(tuple(outcome, "verification." + key));
  }

  @Test
  void isVerifiedLikeACredentialOfItsOwn() {
    bothForms(with(endorsed(BADGE)))
        .forEach(
            badge -> {
              Verdict verdict = verify(badge);
              sums(verdict, Outcome.PASSED, "endorsements.passed");
              Endorsement shown = only(verdict);
              assertThat(shown.about()).isEqualTo(About.BADGE);
              assertThat(shown.endorser()).isEqualTo("Council of Examples");
              assertThat(shown.domain()).isEqualTo("council.example");
              assertThat(shown.comment()).isEqualTo("We trust this.");
              assertThat(shown.outcome()).isEqualTo(Outcome.PASSED);
              assertThat(web.asked).contains(COUNCIL_AT);
            });
  }

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("achievement", ACHIEVEMENT, About.ACHIEVEMENT),
        Arguments.of("issuer", DID, About.ISSUER));
  }

  @ParameterizedTest
  @MethodSource("places")
  void isFoundInTheAchievementAndTheIssuerToo(String place, String id, About about) {
    for (String each : new String[] {id, BADGE}) {
      bothForms(inside(place, endorsed(each)))
          .forEach(
              badge -> {
                Endorsement shown = only(verify(badge));
                assertThat(shown.holds()).as(place + " " + each).isEqualTo(each.equals(id));
                assertThat(shown.about()).isEqualTo(each.equals(id) ? about : null);
              });
    }
  }

  private static JsonObject inside(String place, String token) {
    JsonObject badge = badge(DID).build();
    JsonObject subject = badge.getJsonObject("credentialSubject");
    boolean issuer = place.equals("issuer");
    JsonObject whole = issuer ? badge.getJsonObject(place) : subject.getJsonObject(place);
    JsonObject endorsed =
        Json.createObjectBuilder(whole).add("endorsementJwt", tokens(token)).build();
    return issuer
        ? Json.createObjectBuilder(badge).add(place, endorsed).build()
        : Json.createObjectBuilder(badge)
            .add("credentialSubject", Json.createObjectBuilder(subject).add(place, endorsed))
            .build();
  }

  @Test
  void mayBeSignedInEachOfOurWays() {
    JsonObject said = claims(endorsement(COUNCIL, BADGE).build()).build();
    JsonObject ed =
        Json.createObjectBuilder().add("alg", "EdDSA").add("kid", COUNCIL + "#ed").build();
    String own = "did:jwk:" + StrangeIssuer.base64(ENDORSER.ec.toPublicJWK().toJSONString());
    for (String each :
        new String[] {
          ENDORSER.token(header(JWSAlgorithm.ES256, COUNCIL + "#ec"), said),
          ENDORSER.edToken(ed, said),
          ENDORSER.token(
              header(JWSAlgorithm.ES256, own + "#0"),
              claims(endorsement(own, BADGE).build()).build())
        }) {
      assertThat(only(verify(embedded(with(each)))).holds()).isTrue();
    }
  }

  private static Arguments bad(String what, String key, Supplier<String> token) {
    return Arguments.of(what, key, token);
  }

  private static JsonObject council() {
    return endorsement(COUNCIL, BADGE).build();
  }

  private static String altered(String token) {
    String[] parts = token.split("\\.", -1);
    String said = claims(council()).build().toString().replace("We trust", "We adore");
    return parts[0] + "." + StrangeIssuer.base64(said) + "." + parts[2];
  }

  static Stream<Arguments> notHolding() {
    String rsa = COUNCIL + "#rsa";
    return Stream.of(
        bad("changed", "signature.failed", () -> altered(endorsed(BADGE))),
        bad("of a stranger", "signature.failed", () -> token(ISSUER, rsa, claims(council()))),
        bad("by another's key", "key.other", () -> token(ISSUER, DID + "#rsa", claims(council()))),
        bad(
            "by a key that is not listed",
            "key.not-listed",
            () -> token(ENDORSER, COUNCIL + "#old", claims(council()))),
        bad(
            "by a key that came along",
            "key.stranger",
            () ->
                ISSUER.token(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(ISSUER.rsa.toPublicJWK()).build(),
                    claims(council()).build())),
        bad("about another badge", "endorsement.of-other", () -> endorsed(BADGE + "2")),
        bad(
            "over",
            "time.over",
            () ->
                token(
                    ENDORSER,
                    rsa,
                    claims(
                            endorsement(COUNCIL, BADGE)
                                .add("validUntil", "2026-02-01T00:00:00Z")
                                .build())
                        .add("exp", Instant.parse("2026-02-01T00:00:00Z").getEpochSecond()))),
        bad(
            "not yet",
            "time.not-yet",
            () ->
                token(
                    ENDORSER,
                    rsa,
                    claims(
                        Json.createObjectBuilder(council())
                            .add("validFrom", "2027-01-01T00:00:00Z")
                            .build()))),
        bad(
            "with other claims",
            "claims.differ",
            () -> token(ENDORSER, rsa, claims(council()).add("sub", BADGE + "2"))),
        bad(
            "signed by nobody",
            "signature.algorithm",
            () ->
                StrangeIssuer.base64("{\"alg\":\"none\"}")
                    + "."
                    + StrangeIssuer.base64(claims(council()).build().toString())
                    + "."),
        bad(
            "a badge",
            "endorsement.none",
            () -> token(ISSUER, DID + "#rsa", claims(badge(DID).build()))),
        bad("no token", "file.no-json", () -> "We trust this."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notHolding")
  void oneThatDoesNotHoldSaysWhyAndLeavesTheBadgeAlone(
      String what, String key, Supplier<String> token) {
    bothForms(with(token.get()))
        .forEach(
            badge -> {
              Verdict verdict = verify(badge);
              Endorsement shown = only(verdict);
              assertThat(shown.result().key()).isEqualTo("verification." + key);
              assertThat(shown.outcome()).as(shown.toString()).isEqualTo(Outcome.FAILED);
              sums(verdict, Outcome.WARNING, "endorsements.false");
            });
  }

  static Stream<Arguments> notKnown() {
    return Stream.of(
        bad(
            "of an endorser who does not answer",
            "source.unreachable",
            () ->
                token(
                    ENDORSER,
                    "did:web:silent.example#rsa",
                    claims(endorsement("did:web:silent.example", BADGE).build()))),
        bad(
            "of an endorser whose identifiers we do not look up",
            "key.unsupported",
            () ->
                token(
                    ENDORSER,
                    "did:ion:abc#rsa",
                    claims(endorsement("did:ion:abc", BADGE).build()))),
        bad(
            "by an algorithm that we do not know",
            "format.unsupported",
            () ->
                ENDORSER.edToken(
                    Json.createObjectBuilder()
                        .add("alg", "ES512")
                        .add("kid", COUNCIL + "#ed")
                        .build(),
                    claims(council()).build())),
        bad(
            "of the older data model",
            "format.unsupported",
            () ->
                token(
                    ENDORSER,
                    COUNCIL + "#rsa",
                    claims(council()).add("vc", Json.createObjectBuilder()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notKnown")
  void oneThatCannotBeCheckedIsNeverGreen(String what, String key, Supplier<String> token) {
    bothForms(with(token.get(), endorsed(BADGE)))
        .forEach(
            badge -> {
              Verdict verdict = verify(badge);
              Endorsement shown = verdict.endorsements().get(0);
              assertThat(shown.result().key()).isEqualTo("verification." + key);
              assertThat(shown.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(shown.holds()).isFalse();
              assertThat(verdict.endorsements().get(1).holds()).isTrue();
              sums(verdict, Outcome.UNKNOWN, "endorsements.unknown");
            });
  }

  @Test
  void whatIsAddedToASignedBadgeBreaksIt() {
    String signed = embedded(badge(DID).build());
    String added = signed.replaceFirst("\\{", "{\"endorsementJwt\":[\"" + endorsed(BADGE) + "\"],");
    assertThat(verifying.verify(added, "").state()).isEqualTo(State.INVALID);
    String exchanged = embedded(with(endorsed(BADGE))).replace(endorsed(BADGE), endorsed(DID));
    assertThat(verifying.verify(exchanged, "").state()).isEqualTo(State.INVALID);
  }

  @Test
  void aRevokedOneDoesNotHold() {
    String list = "https://council.example/status/1";
    JsonObject bits = StrangeIssuer.list(list, COUNCIL, "revocation", 131_072, 5).build();
    web.serve(list, ENDORSER.sign(bits, COUNCIL + "#" + ENDORSER.multibase()));
    for (int index : new int[] {4, 5}) {
      JsonObject said =
          endorsement(COUNCIL, BADGE)
              .add("credentialStatus", StrangeIssuer.entry(list, "revocation", index))
              .build();
      String token = token(ENDORSER, COUNCIL + "#rsa", claims(said));
      assertThat(only(verify(embedded(with(token)))).holds()).isEqualTo(index == 4);
    }
  }

  @Test
  void bothKindsCountTogether() {
    JsonObject inside = ENDORSER.sign(council(), COUNCIL + "#" + ENDORSER.multibase());
    JsonObject badge =
        Json.createObjectBuilder(with(endorsed(BADGE), altered(endorsed(BADGE))))
            .add("endorsement", Json.createArrayBuilder().add(inside))
            .build();
    Verdict verdict = verify(embedded(badge));
    assertThat(verdict.endorsements())
        .extracting(Endorsement::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
    sums(verdict, Outcome.WARNING, "endorsements.false");
  }
}
