package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open Badges 2.0 of strangers: only what the issuer serves counts. */
class VerifyHostedTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String HOST = "https://old.example";
  private static final String ID = HOST + "/assertions/1";
  private static final String BADGE = HOST + "/badges/1";
  private static final String ISSUER = HOST + "/issuer";
  private static final String LD = "application/ld+json";

  private final FakeWeb web = new FakeWeb();
  private final VerifyBadge verifying =
      new VerifyBadge(
          web, new PublicOrigin("https://badges.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  private static String assertion(String more) {
    return "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\""
        + ID
        + "\",\"type\":\"Assertion\","
        + "\"recipient\":{\"type\":\"email\",\"hashed\":true,\"salt\":\"s\",\"identity\":"
        + "\"sha256$f9fd5a2d79e1de63e4d1cd1fbc5b2db72a0f7f6d29ba9f3a44a3e92a6b9f5cf9\"},"
        + "\"badge\":\""
        + BADGE
        + "\",\"verification\":{\"type\":\"hosted\"},"
        + "\"issuedOn\":\"2026-01-01T00:00:00Z\""
        + more
        + "}";
  }

  private static String badgeClass(String issuer) {
    return "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\""
        + BADGE
        + "\",\"type\":\"BadgeClass\","
        + "\"name\":\"Knots\",\"description\":\"Ties knots.\",\"criteria\":{\"narrative\":\"Tie.\"},"
        + "\"image\":\""
        + HOST
        + "/1.png\",\"issuer\":"
        + issuer
        + "}";
  }

  private static String issuer(String id, String more) {
    return "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\""
        + id
        + "\",\"type\":\"Issuer\","
        + "\"name\":\"Scouts\",\"url\":\""
        + HOST
        + "\",\"email\":\"a@old.example\""
        + more
        + "}";
  }

  @BeforeEach
  void publish() {
    web.serve(ID, 200, LD, assertion(""))
        .serve(BADGE, 200, LD, badgeClass("\"" + ISSUER + "\""))
        .serve(ISSUER, 200, LD, issuer(ISSUER, ""));
  }

  private static Check check(Verdict verdict, Probe probe) {
    return verdict.checks().stream()
        .filter(each -> each.probe() == probe)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void acceptsWhatIsServedByAddressOrAsItWasBrought() {
    Verdict verdict = verifying.verify(ID, "");
    assertThat(verdict.state()).isEqualTo(State.VALID);
    assertThat(shown(verdict).name()).isEqualTo("Knots");
    assertThat(shown(verdict).domain()).isEqualTo("old.example");
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.VALID);
    assertThat(web.asked).doesNotContain(HOST + "/1.png");
  }

  @Test
  void showsWhatIsServedAndSaysThatTheCopyDiffers() {
    Verdict verdict = verifying.verify(assertion(",\"narrative\":\"Best of all.\""), "");
    assertThat(check(verdict, Probe.HOSTED).key()).isEqualTo("verification.hosted.differs");
    assertThat(verdict.document()).doesNotContain("Best of all");
  }

  @Test
  void knowsWhatIsGone() {
    web.serve(
        ID, 410, LD, "{\"id\":\"" + ID + "\",\"revoked\":true,\"revocationReason\":\"Left\"}");
    Verdict gone = verifying.verify(assertion(""), "");
    assertThat(gone.state()).isEqualTo(State.REVOKED);
    assertThat(check(gone, Probe.REVOCATION).arguments()).containsExactly("Left");
    web.serve(ID, 200, LD, assertion(",\"revoked\":true"));
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.REVOKED);
    web.serve(ID, 404, LD, "");
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.INVALID);
    web.forget(ID);
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void knowsItsEnd() {
    web.serve(ID, 200, LD, assertion(",\"expires\":\"2026-06-01T00:00:00Z\""));
    assertThat(verifying.verify(ID, "").state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void refusesAHostThatMayNotSpeakForTheIssuer() {
    String real = "https://university.example/issuer";
    web.serve(BADGE, 200, LD, badgeClass("\"" + real + "\""))
        .serve(real, 200, LD, issuer(real, ""));
    Verdict verdict = verifying.verify(ID, "");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
    assertThat(check(verdict, Probe.SCOPE).outcome()).isEqualTo(Outcome.FAILED);

    String allows = ",\"verification\":{\"allowedOrigins\":[\"old.example\"]}";
    web.serve(BADGE, 200, LD, badgeClass(issuer(real, allows)));
    assertThat(verifying.verify(ID, "").state()).isEqualTo(State.INVALID);

    web.serve(real, 200, LD, issuer(real, allows));
    assertThat(verifying.verify(ID, "").state()).isEqualTo(State.VALID);
  }

  @Test
  void refusesAWebPageAndAnotherBadgeAtThatAddress() {
    web.serve(ID, 200, "text/html", assertion(""));
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.INVALID);
    web.serve(ID, 200, LD, assertion("").replace("assertions/1", "assertions/2"));
    assertThat(verifying.verify(assertion(""), "").state()).isEqualTo(State.INVALID);
  }

  @Test
  void comparesTheRecipient() {
    JsonObject assertion = StrangeIssuer.json(assertion(""));
    assertThat(assertion.getJsonObject("recipient").getString("identity")).startsWith("sha256$");
    assertThat(verifying.verify(ID, "nobody@old.example").state()).isEqualTo(State.RECIPIENT_OTHER);
  }

  private static ShownBadge shown(Verdict verdict) {
    return Objects.requireNonNull(verdict.badge());
  }
}
