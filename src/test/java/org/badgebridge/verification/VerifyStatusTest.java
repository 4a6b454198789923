package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.verification.StrangeIssuer.DID;
import static org.badgebridge.verification.StrangeIssuer.DID_ADDRESS;
import static org.badgebridge.verification.StrangeIssuer.HOST;
import static org.badgebridge.verification.StrangeIssuer.badge;
import static org.badgebridge.verification.StrangeIssuer.entry;
import static org.badgebridge.verification.StrangeIssuer.list;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

/** Revocation and suspension of strangers' badges, and lists that cannot be believed. */
class VerifyStatusTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final int FEWEST = 131_072;
  private static final String LIST = HOST + "/status/1";
  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final String METHOD = DID + "#" + ISSUER.multibase();

  private final FakeWeb web = new FakeWeb();
  private final VerifyBadge verifying =
      new VerifyBadge(
          web, new PublicOrigin("https://badges.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void publish() {
    web.serve(DID_ADDRESS, ISSUER.document(DID));
  }

  private Verdict with(JsonObjectBuilder... entries) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (JsonObjectBuilder entry : entries) {
      all.add(entry);
    }
    JsonObject badge = badge(DID).add("credentialStatus", all).build();
    return verifying.verify(ISSUER.sign(badge, METHOD).toString(), "");
  }

  private void serve(JsonObjectBuilder list) {
    web.serve(LIST, ISSUER.sign(list.build(), METHOD));
  }

  private static void unknown(Verdict verdict, String key) {
    Check check =
        verdict.checks().stream()
            .filter(each -> each.probe() == Probe.REVOCATION)
            .findFirst()
            .orElseThrow();
    assertThat(check.outcome()).as(check.toString()).isEqualTo(Outcome.UNKNOWN);
    assertThat(check.key()).isEqualTo("verification." + key);
    assertThat(verdict.state()).isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"0,REVOKED", "1,VALID", "7,VALID", "131071,VALID"})
  void readsTheBitFromTheLeft(int index, State state) {
    serve(list(LIST, DID, "revocation", FEWEST, 0));
    assertThat(with(entry(LIST, "revocation", index)).state()).isEqualTo(state);
  }

  @Test
  void knowsRevokedFromSuspended() {
    serve(list(LIST, DID, "suspension", FEWEST, 9));
    assertThat(with(entry(LIST, "suspension", 9)).state()).isEqualTo(State.SUSPENDED);
    assertThat(with(entry(LIST, "suspension", 8)).state()).isEqualTo(State.VALID);
    unknown(with(entry(LIST, "revocation", 9)), "status.purpose");
  }

  @Test
  void readsFarIntoALongList() {
    serve(list(LIST, DID, "revocation", 8 * FEWEST, 1_000_003));
    assertThat(with(entry(LIST, "revocation", 1_000_003)).state()).isEqualTo(State.REVOKED);
    assertThat(with(entry(LIST, "revocation", 1_000_004)).state()).isEqualTo(State.VALID);
    unknown(with(entry(LIST, "revocation", 8 * FEWEST)), "status.range");
  }

  @Test
  void believesNoListThatIsNotTheIssuers() {
    unknown(with(entry(LIST, "revocation", 5)), "source.unreachable");
    web.serve(LIST, 404, "text/plain", "");
    unknown(with(entry(LIST, "revocation", 5)), "source.missing");
    web.serve(LIST, list(LIST, DID, "revocation", FEWEST, 0).build());
    unknown(with(entry(LIST, "revocation", 5)), "status.unsigned");
    StrangeIssuer other = new StrangeIssuer();
    web.serve(LIST, other.sign(list(LIST, DID, "revocation", FEWEST, 0).build(), METHOD));
    unknown(with(entry(LIST, "revocation", 5)), "status.unsigned");
    String did = "did:key:" + other.multibase();
    JsonObject theirs = list(LIST, did, "revocation", FEWEST, 0).build();
    web.serve(LIST, other.sign(theirs, did + "#" + other.multibase()));
    unknown(with(entry(LIST, "revocation", 5)), "status.other-issuer");
    serve(list(HOST + "/status/2", DID, "revocation", FEWEST, 0));
    unknown(with(entry(LIST, "revocation", 5)), "status.other-list");
  }

  @Test
  void believesNoListThatIsShortOrOver() {
    serve(list(LIST, DID, "revocation", FEWEST / 2, 0));
    unknown(with(entry(LIST, "revocation", 5)), "status.short");
    serve(list(LIST, DID, "revocation", FEWEST, 0).add("validUntil", "2026-05-31T00:00:00Z"));
    unknown(with(entry(LIST, "revocation", 5)), "status.over");
    serve(list(LIST, DID, "revocation", FEWEST, 0).add("validFrom", "2026-07-01T00:00:00Z"));
    unknown(with(entry(LIST, "revocation", 5)), "status.over");
  }

  @Test
  void readsAListOfIds() {
    JsonObjectBuilder entry =
        Json.createObjectBuilder().add("id", LIST).add("type", "1EdTechRevocationList");
    String begin = "{\"id\":\"" + LIST + "\",\"issuer\":\"" + DID + "\",\"revokedCredential\":[";
    web.serve(LIST, begin + "]}");
    assertThat(with(entry).state()).isEqualTo(State.VALID);
    web.serve(
        LIST, begin + "{\"id\":\"" + HOST + "/badges/1\",\"revocationReason\":\"A mistake\"}]}");
    entry = Json.createObjectBuilder().add("id", LIST).add("type", "1EdTechRevocationList");
    Verdict revoked = with(entry);
    assertThat(revoked.state()).isEqualTo(State.REVOKED);
    assertThat(revoked.checks().toString()).contains("A mistake");
  }

  @Test
  void saysNothingOfAStatusThatItDoesNotKnow() {
    JsonObjectBuilder entry =
        Json.createObjectBuilder().add("id", LIST + "#1").add("type", "1EdTechCredentialRefresh");
    unknown(with(entry), "status.unsupported");
  }

  @Test
  void unpacksNoBomb() {
    JsonObject list =
        Json.createObjectBuilder(list(LIST, DID, "revocation", FEWEST, 0).build())
            .add(
                "credentialSubject",
                Json.createObjectBuilder()
                    .add("id", LIST + "#list")
                    .add("type", "BitstringStatusList")
                    .add("statusPurpose", "revocation")
                    .add("encodedList", StrangeIssuer.packed(new byte[200 << 20])))
            .build();
    web.serve(LIST, ISSUER.sign(list, METHOD));
    long before = System.nanoTime();
    assertThat(with(entry(LIST, "revocation", 5)).state()).isEqualTo(State.VALID);
    unknown(with(entry(LIST, "revocation", 999_999_999)), "status.no-list");
    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
  }
}
