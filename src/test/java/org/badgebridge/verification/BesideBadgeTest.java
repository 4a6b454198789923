package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.verification.StrangeIssuer.DID;
import static org.badgebridge.verification.StrangeIssuer.DID_ADDRESS;
import static org.badgebridge.verification.StrangeIssuer.HOST;
import static org.badgebridge.verification.StrangeIssuer.badge;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Endorsement.About;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a badge's schema, endorsements and newer copies; none of it decides. */
class BesideBadgeTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/";
  private static final String LISTS = SCHEMA + "json/ob_v3p0_achievementcredential_schema.json";
  private static final String SINGLES =
      SCHEMA + "json-ld/ob_v3p0_achievementcredential_schema.json";
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

  private static JsonObject signed(JsonObjectBuilder badge) {
    return ISSUER.sign(badge.build(), DID + "#" + ISSUER.multibase());
  }

  /** A proof as a list, as the schema wants it; the signature is the same. */
  private static JsonObject listed(JsonObject signed) {
    return Json.createObjectBuilder(signed)
        .add("proof", Json.createArrayBuilder().add(signed.getJsonObject("proof")))
        .build();
  }

  private static JsonArrayBuilder named(String schema) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("id", schema)
                .add("type", "1EdTechJsonSchemaValidator2019"));
  }

  private Verdict verify(Object badge) {
    return verifying.verify(badge.toString(), "");
  }

  private static Check says(Verdict verdict, Probe probe, Outcome outcome, String key) {
    Check check =
        verdict.checks().stream()
            .filter(each -> each.probe() == probe)
            .findFirst()
            .orElseThrow(() -> new AssertionError(probe + " was not looked at"));
    assertThat(check.outcome()).as(check.toString()).isEqualTo(outcome);
    assertThat(check.key()).as(check.toString()).isEqualTo("verification." + key);
    return check;
  }

  @Test
  void whatABadgeDoesNotNameIsNotSpokenOf() {
    Verdict verdict = verify(signed(badge(DID)));
    assertThat(verdict.checks()).noneMatch(each -> each.probe().isBeside());
    assertThat(verdict.endorsements()).isEmpty();
  }

  @Test
  void aBadgeFitsTheSchemaThatItNames() {
    Verdict verdict = verify(listed(signed(badge(DID).add("credentialSchema", named(LISTS)))));
    says(verdict, Probe.SCHEMA, Outcome.PASSED, "schema.passed");
    assertThat(verdict.state()).isEqualTo(State.VALID);
  }

  @Test
  void aBadgeOfOursFitsTheSchemaInBothForms() throws IOException {
    for (String file : new String[] {"badge.json", "badge.jwt"}) {
      String golden = Files.readString(Path.of("src/test/resources/golden", file));
      says(verify(golden), Probe.SCHEMA, Outcome.PASSED, "schema.passed");
    }
  }

  @Test
  void oneValueForAListIsFineOnlyWhereTheSchemaSaysSo() {
    JsonObject strict = signed(badge(DID).add("credentialSchema", named(LISTS)));
    says(verify(strict), Probe.SCHEMA, Outcome.WARNING, "schema.singles");
    JsonObject loose = signed(badge(DID).add("credentialSchema", named(SINGLES)));
    says(verify(loose), Probe.SCHEMA, Outcome.PASSED, "schema.passed");
    String compact = loose.toString().replace("[\"AchievementSubject\"]", "\"AchievementSubject\"");
    assertThat(compact).isNotEqualTo(loose.toString());
    says(verify(compact), Probe.SCHEMA, Outcome.PASSED, "schema.passed");
  }

  @Test
  void aBadgeThatDiffersFromItsSchemaIsTellingWhere() {
    JsonObject badge = badge(DID).add("credentialSchema", named(SINGLES)).build();
    JsonObject subject = badge.getJsonObject("credentialSubject");
    JsonObject achievement =
        Json.createObjectBuilder(subject.getJsonObject("achievement"))
            .add("achievementType", "Nonsense")
            .build();
    Verdict verdict =
        verify(
            signed(
                Json.createObjectBuilder(badge)
                    .add(
                        "credentialSubject",
                        Json.createObjectBuilder(subject).add("achievement", achievement))));
    Check check = says(verdict, Probe.SCHEMA, Outcome.WARNING, "schema.differs");
    assertThat(check.arguments().get(0)).isEqualTo("credentialSubject/achievement/achievementType");
    assertThat(verdict.state()).isEqualTo(State.VALID);
  }

  @Test
  void anotherSchemaIsNotFetchedAndNeverGreen() {
    String other = "https://schemas.example/own.json";
    JsonArrayBuilder two = named(SINGLES);
    two.add(Json.createObjectBuilder().add("id", other).add("type", "JsonSchema"));
    Verdict verdict = verify(signed(badge(DID).add("credentialSchema", two)));
    says(verdict, Probe.SCHEMA, Outcome.UNKNOWN, "schema.other");
    assertThat(verdict.state()).isEqualTo(State.VALID);
    assertThat(web.asked).doesNotContain(other);
  }

  @Test
  void aNewerCopyIsNamedAndNotFetched() {
    String address = "https://fresh.example/badges/1";
    JsonObjectBuilder badge =
        badge(DID)
            .add(
                "refreshService",
                Json.createObjectBuilder()
                    .add("id", address)
                    .add("type", "1EdTechCredentialRefresh"));
    Verdict verdict = verify(signed(badge));
    Check check = says(verdict, Probe.REFRESH, Outcome.WARNING, "refresh.not-fetched");
    assertThat(check.arguments()).containsExactly("fresh.example");
    assertThat(web.asked).doesNotContain(address);
    assertThat(verdict.state()).isEqualTo(State.VALID);
  }

  private static JsonObjectBuilder endorsement(String about) {
    return StrangeIssuer.endorsement(COUNCIL, about);
  }

  private static JsonObject endorsed(JsonObjectBuilder endorsement) {
    return ENDORSER.sign(endorsement.build(), COUNCIL + "#" + ENDORSER.multibase());
  }

  private static JsonObject with(JsonValue... endorsements) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    Stream.of(endorsements).forEach(all::add);
    return signed(badge(DID).add("endorsement", all));
  }

  private static Endorsement only(Verdict verdict) {
    assertThat(verdict.endorsements()).hasSize(1);
    return verdict.endorsements().get(0);
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        Arguments.of(BADGE, About.BADGE),
        Arguments.of(ACHIEVEMENT, About.ACHIEVEMENT),
        Arguments.of(DID, About.ISSUER));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anEndorsementIsVerifiedLikeACredentialOfItsOwn(String id, About about) {
    Verdict verdict = verify(with(endorsed(endorsement(id))));
    assertThat(verdict.state()).as(verdict.checks().toString()).isEqualTo(State.VALID);
    says(verdict, Probe.ENDORSEMENTS, Outcome.PASSED, "endorsements.passed");
    Endorsement shown = only(verdict);
    assertThat(shown.about()).isEqualTo(about);
    assertThat(shown.name()).isEqualTo("Endorsed by the council");
    assertThat(shown.endorser()).isEqualTo("Council of Examples");
    assertThat(shown.domain()).isEqualTo("council.example");
    assertThat(shown.comment()).isEqualTo("We trust this.");
    assertThat(shown.outcome()).isEqualTo(Outcome.PASSED);
  }

  static Stream<Arguments> notHolding() {
    return Stream.of(
        bad("about another badge", e -> endorsed(endorsement(BADGE + "2")), "endorsement.of-other"),
        bad(
            "of another who signs in the council's name",
            e -> ISSUER.sign(endorsement(BADGE).build(), DID + "#" + ISSUER.multibase()),
            "key.other"),
        bad("unsigned", e -> endorsement(BADGE).build(), "signature.none"),
        bad(
            "over",
            e -> endorsed(endorsement(BADGE).add("validUntil", "2026-02-01T00:00:00Z")),
            "time.over"),
        bad(
            "signed for another purpose",
            e ->
                ENDORSER.sign(
                    endorsement(BADGE).build(),
                    COUNCIL + "#" + ENDORSER.multibase(),
                    "authentication"),
            "signature.purpose"),
        bad("changed", BesideBadgeTest::altered, "signature.failed"),
        bad("a badge", e -> signed(badge(DID)), "endorsement.none"));
  }

  private static Arguments bad(String what, UnaryOperator<JsonObject> made, String key) {
    return Arguments.of(what, made, key);
  }

  private static JsonObject altered(JsonObject good) {
    return StrangeIssuer.json(good.toString().replace("We trust this.", "We adore this."));
  }

  /** The issuer signs whatever it writes into its badge; the endorser did not. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("notHolding")
  void oneThatDoesNotHoldProvesNothingAndLeavesTheBadgeAlone(
      String what, UnaryOperator<JsonObject> made, String key) {
    Verdict verdict = verify(with(made.apply(endorsed(endorsement(BADGE)))));
    Endorsement shown = only(verdict);
    assertThat(shown.outcome()).as(shown.toString()).isEqualTo(Outcome.FAILED);
    assertThat(shown.result().key()).isEqualTo("verification." + key);
    if (!what.equals("a badge")) { // which speaks of the badge a second time
      assertThat(verdict.state()).as(verdict.checks().toString()).isEqualTo(State.VALID);
    }
    says(verdict, Probe.ENDORSEMENTS, Outcome.WARNING, "endorsements.false");
  }

  @Test
  void anEndorserWhoDoesNotAnswerIsNeitherAYesNorANo() {
    web.forget(COUNCIL_AT);
    Verdict verdict = verify(with(endorsed(endorsement(BADGE))));
    assertThat(only(verdict).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(only(verdict).result().key()).isEqualTo("verification.source.unreachable");
    says(verdict, Probe.ENDORSEMENTS, Outcome.UNKNOWN, "endorsements.unknown");
    assertThat(verdict.state()).isEqualTo(State.VALID);
  }

  @Test
  void aRevokedEndorsementDoesNotHold() {
    String list = "https://council.example/status/1";
    JsonObject bits = StrangeIssuer.list(list, COUNCIL, "revocation", 131_072, 5).build();
    web.serve(list, ENDORSER.sign(bits, COUNCIL + "#" + ENDORSER.multibase()));
    for (int index : new int[] {4, 5}) {
      JsonObject entry = StrangeIssuer.entry(list, "revocation", index).build();
      Verdict verdict = verify(with(endorsed(endorsement(BADGE).add("credentialStatus", entry))));
      assertThat(only(verdict).holds()).isEqualTo(index == 4);
    }
  }

  @Test
  void onlyAFewAreLookedAt() {
    JsonObject one = endorsed(endorsement(BADGE));
    Verdict verdict = verify(with(one, one, one, one, one, one, one));
    assertThat(verdict.endorsements()).hasSize(5);
    says(verdict, Probe.ENDORSEMENTS, Outcome.UNKNOWN, "endorsements.too-many");
  }

  @Test
  void oneInTheAchievementIsAboutTheAchievement() {
    JsonObject badge = badge(DID).build();
    JsonObject subject = badge.getJsonObject("credentialSubject");
    for (String about : new String[] {ACHIEVEMENT, BADGE}) {
      JsonObjectBuilder achievement =
          Json.createObjectBuilder(subject.getJsonObject("achievement"))
              .add("endorsement", Json.createArrayBuilder().add(endorsed(endorsement(about))));
      Verdict verdict =
          verify(
              signed(
                  Json.createObjectBuilder(badge)
                      .add(
                          "credentialSubject",
                          Json.createObjectBuilder(subject).add("achievement", achievement))));
      assertThat(only(verdict).holds()).isEqualTo(about.equals(ACHIEVEMENT));
    }
  }

  /** What is said of the badge in an endorsement would keep the signature and hide from readers. */
  @Test
  void nothingOfTheBadgeHidesInAnEndorsement() {
    JsonObject ended =
        signed(
            badge(DID)
                .add("validUntil", "2026-02-01T00:00:00Z")
                .add("endorsement", Json.createArrayBuilder().add(endorsed(endorsement(BADGE)))));
    assertThat(verify(ended).state()).isEqualTo(State.EXPIRED);
    String end = "\"validUntil\":\"2026-02-01T00:00:00Z\",";
    String hidden =
        ended
            .toString()
            .replace(end, "")
            .replace("\"endorsementComment\"", end + "\"endorsementComment\"");
    Verdict verdict = verify(hidden);
    says(verdict, Probe.FORM, Outcome.FAILED, "form.twice");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
  }

  @Test
  void countsAreSaidInWords() {
    Telling telling = Telling.in(Locale.ENGLISH, new Words());
    Verdict one = verify(with(endorsed(endorsement(BADGE))));
    assertThat(telling.said(says(one, Probe.ENDORSEMENTS, Outcome.PASSED, "endorsements.passed")))
        .isEqualTo("It is endorsed by somebody, and that holds.");
    JsonObject bad = altered(endorsed(endorsement(BADGE)));
    Verdict two = verify(with(endorsed(endorsement(BADGE)), bad));
    assertThat(telling.said(says(two, Probe.ENDORSEMENTS, Outcome.WARNING, "endorsements.false")))
        .startsWith("Of its 2 endorsements one holds.");
  }
}
