package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.FakeWeb;
import org.badgebridge.verification.StrangeIssuer;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of endorsements, schemas and newer copies, beside what other verifiers say. */
class BesideBadgeVerifiersIT {

  private static final String NOWHERE = "http://127.0.0.1:9";
  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final StrangeIssuer ENDORSER = new StrangeIssuer();
  private static final String BADGE = StrangeIssuer.HOST + "/badges/1";

  private static Verifiers verifiers;

  @BeforeAll
  static void install() throws Exception {
    verifiers = Verifiers.install();
  }

  @Test
  void othersSayTheSameOfAnEndorsementAlone() throws Exception {
    JsonObject good = endorsed(BADGE);
    String changed = good.toString().replace("We trust this.", "We adore this.");
    assertThat(holds(badge().add("endorsement", Json.createArrayBuilder().add(good)))).isTrue();
    assertThat(verifiers.run("verify-di.mjs", good.toString(), NOWHERE).valid()).isTrue();
    JsonObject altered = json(changed);
    assertThat(holds(badge().add("endorsement", Json.createArrayBuilder().add(altered)))).isFalse();
    assertThat(verifiers.run("verify-di.mjs", changed, NOWHERE).valid()).isFalse();
  }

  @Test
  void aBadgeWithEndorsementsAndANewerCopyIsABadgeForAll() throws Exception {
    JsonObject service =
        Json.createObjectBuilder()
            .add("id", "https://fresh.example/1")
            .add("type", "1EdTechCredentialRefresh")
            .build();
    JsonObject badge =
        signed(
            badge()
                .add("endorsement", Json.createArrayBuilder().add(endorsed(BADGE)))
                .add("refreshService", service));
    Verdict ours = verify(badge);
    assertThat(ours.state()).as(ours.checks().toString()).isEqualTo(State.VALID);
    Verifiers.Verdict others = verifiers.run("verify-all.mjs", badge.toString(), NOWHERE);
    assertThat(others.valid()).as(others.text()).isTrue();
  }

  /** They sign {@code endorsementJwt} by the vocabulary of June 2026; so do we, and check it. */
  @Test
  void endorsementsAsTokensAreSignedByOthersAsWeReadThem() throws Exception {
    JsonObject theirs = json(verifiers.issueEndorsedByTokens("eve@home.example"));
    Verdict ours = verify(theirs);
    assertThat(ours.state()).as(ours.checks().toString()).isEqualTo(State.VALID);
    assertThat(ours.endorsements()).extracting(each -> each.holds()).containsExactly(true, false);
    assertThat(ours.endorsements().get(1).result().key())
        .isEqualTo("verification.signature.failed");

    JsonObject mine = signed(badge().add("endorsementJwt", theirs.get("endorsementJwt")));
    for (JsonObject each : List.of(theirs, mine)) {
      String token = each.getJsonArray("endorsementJwt").getString(0);
      String other = each.toString().replace(token, token.substring(0, token.length() - 4));
      Verifiers.Verdict said = verifiers.run("verify-di.mjs", each.toString(), NOWHERE);
      assertThat(said.valid()).as(said.text()).isTrue();
      assertThat(verifiers.run("verify-di.mjs", other, NOWHERE).valid()).isFalse();
      assertThat(verify(json(other)).state()).isEqualTo(State.INVALID);
    }
  }

  /**
   * They may differ in the verdict: a later edition of the schema may allow what this one forbids.
   */
  @Test
  void othersFindThatABadgeDiffersFromItsSchemaWhereWeDo() throws Exception {
    for (String type : new String[] {"Badge", "Nonsense"}) {
      JsonObject plain = badge().build();
      JsonObject subject = plain.getJsonObject("credentialSubject");
      JsonObject achievement =
          Json.createObjectBuilder(subject.getJsonObject("achievement"))
              .add("achievementType", type)
              .build();
      JsonObject badge =
          signed(
              Json.createObjectBuilder(plain)
                  .add(
                      "credentialSubject",
                      Json.createObjectBuilder(subject).add("achievement", achievement)));
      Outcome ours =
          verify(badge).checks().stream()
              .filter(each -> each.probe() == Probe.SCHEMA)
              .findFirst()
              .orElseThrow()
              .outcome();
      boolean good = type.equals("Badge");
      assertThat(ours).isEqualTo(good ? Outcome.PASSED : Outcome.WARNING);
      Verifiers.Verdict others = verifiers.run("verify-schema.mjs", badge.toString(), NOWHERE);
      assertThat(others.valid()).as(others.text()).isEqualTo(good);
    }
  }

  private static JsonObjectBuilder badge() {
    JsonObjectBuilder schema =
        Json.createObjectBuilder()
            .add(
                "id",
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/json-ld/"
                    + "ob_v3p0_achievementcredential_schema.json")
            .add("type", "1EdTechJsonSchemaValidator2019");
    return StrangeIssuer.badge("did:key:" + ISSUER.multibase())
        .add("credentialSchema", Json.createArrayBuilder().add(schema));
  }

  private static JsonObject signed(JsonObjectBuilder badge) {
    return ISSUER.sign(badge.build(), method(ISSUER));
  }

  private static JsonObject endorsed(String about) {
    String did = "did:key:" + ENDORSER.multibase();
    return ENDORSER.sign(StrangeIssuer.endorsement(did, about).build(), method(ENDORSER));
  }

  private static String method(StrangeIssuer issuer) {
    return "did:key:" + issuer.multibase() + "#" + issuer.multibase();
  }

  private static boolean holds(JsonObjectBuilder badge) {
    return verify(signed(badge)).endorsements().get(0).holds();
  }

  private static Verdict verify(JsonObject badge) {
    return new VerifyBadge(new FakeWeb(), new PublicOrigin(CredentialDesk.BASE), Clock.systemUTC())
        .verify(badge.toString(), "");
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
