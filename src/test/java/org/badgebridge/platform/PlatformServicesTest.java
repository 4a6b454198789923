package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.platform.FakePlatform.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformServicesTest {

  private static final String NRPS =
      "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

  private final HandClock clock = new HandClock();
  private final NotedTroubles troubles = new NotedTroubles();
  private FakePlatform lms;
  private RSAKey toolKey;
  private Platform platform;
  private PlatformServices services;

  @BeforeEach
  void start() throws Exception {
    lms = new FakePlatform();
    toolKey = FakePlatform.key("tool-1");
    use(lms.registration());
    lms.answers("/token", token("t1", NRPS));
    lms.answers("/members", new Reply(200, "{}", Map.of("Link", "<next>")));
  }

  @AfterEach
  void stop() {
    lms.close();
  }

  @Test
  void sendsTheTokenAndGivesTheAnswer() {
    ServiceAnswer answer = services.call(platform.id(), members());

    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.header("link")).isEqualTo("<next>");
    assertThat(lms.last("/members").header("Authorization")).isEqualTo("Bearer t1");
  }

  @Test
  void asksForATokenWithASignedAssertion() throws Exception {
    services.call(platform.id(), members());

    String form = lms.last("/token").body();
    assertThat(form)
        .contains("grant_type=client_credentials", "client_assertion_type=")
        .contains("scope=https");
    SignedJWT assertion = assertion(form);
    assertThat(assertion.verify(new RSASSAVerifier(toolKey.toRSAPublicKey()))).isTrue();
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("tool-1");
    assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("client-1");
    assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("client-1");
    assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(lms.at("/token"));
    assertThat(assertion.getJWTClaimsSet().getIssueTime())
        .isEqualTo(Date.from(clock.instant().minusSeconds(5)));
    assertThat(assertion.getJWTClaimsSet().getExpirationTime()).isAfter(clock.instant());
    assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
    assertThat(
            assertion
                .getJWTClaimsSet()
                .getStringClaim("https://purl.imsglobal.org/spec/lti/claim/deployment_id"))
        .isEqualTo("1");
  }

  @Test
  void namesTheAudienceOfTheRegistration() throws Exception {
    Registration usual = lms.registration();
    use(
        new Registration(
            usual.name(),
            usual.product(),
            usual.issuer(),
            usual.clientId(),
            usual.authLoginUrl(),
            usual.authTokenUrl(),
            "https://api.brightspace.com/auth/token",
            usual.keySetUrl(),
            List.of(),
            List.of()));

    services.call(platform.id(), members());

    assertThat(assertion(lms.last("/token").body()).getJWTClaimsSet().getAudience())
        .containsExactly("https://api.brightspace.com/auth/token");
  }

  @Test
  void keepsATokenUntilAMinuteBeforeItsEnd() {
    services.call(platform.id(), members());
    clock.advance(Duration.ofSeconds(3539));
    services.call(platform.id(), members());
    assertThat(lms.requestsTo("/token")).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    services.call(platform.id(), members());
    assertThat(lms.requestsTo("/token")).isEqualTo(2);
  }

  @Test
  void getsANewTokenOnceWhenTheOldOneIsRefused() {
    lms.answers("/members", new Reply(401, ""));

    assertThatThrownBy(() -> services.call(platform.id(), members()))
        .isInstanceOf(ExternalRefusal.class);

    assertThat(lms.requestsTo("/token")).isEqualTo(2);
    assertThat(lms.requestsTo("/members")).isEqualTo(2);
    assertThat(troubles.present).containsKey("roster");
  }

  @Test
  void refusesATokenThatAllowsLess() {
    lms.answers("/token", token("t1", "https://purl.imsglobal.org/spec/lti-ags/scope/score"));

    assertThatThrownBy(() -> services.call(platform.id(), members()))
        .isInstanceOf(ExternalRefusal.class)
        .hasMessageContaining("grants less");
    assertThat(troubles.present).containsKey("token");
  }

  @Test
  void takesATokenWhoseScopeIsUnsaid() {
    lms.answers("/token", token("t1", null));

    assertThat(services.call(platform.id(), members()).status()).isEqualTo(200);
  }

  @Test
  void namesTheErrorOfTheTokenEndpoint() {
    lms.answers("/token", new Reply(400, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> services.call(platform.id(), members()))
        .isInstanceOf(ExternalRefusal.class)
        .hasMessageContaining("invalid_client");
  }

  @Test
  void triesLaterWhenTheTokenEndpointTalksNonsense() {
    lms.answers("/token", new Reply(200, "<html>maintenance</html>"));

    assertThatThrownBy(() -> services.call(platform.id(), members()))
        .isInstanceOf(ExternalUnavailable.class);
    assertThat(troubles.present).containsKeys("token", "roster");
  }

  @Test
  void sendsNothingToAHostThatIsNotThePlatforms() {
    for (String foreign :
        List.of(
            "https://evil.example.org/members",
            "http://127.0.0.1:1/members",
            "https://127.0.0.1@evil.example.org/")) {
      ServiceCall call = new ServiceCall("GET", URI.create(foreign), NRPS, null, null, null);
      assertThatThrownBy(() -> services.call(platform.id(), call))
          .isInstanceOf(ExternalRefusal.class);
    }
    assertThat(lms.seen).isEmpty();
  }

  @Test
  void clearsATroubleWhenTheServiceAnswersAgain() {
    lms.answers("/members", new Reply(503, ""));
    assertThatThrownBy(() -> services.call(platform.id(), members()))
        .isInstanceOf(ExternalUnavailable.class);
    assertThat(troubles.present).containsKey("roster");

    lms.answers("/members", new Reply(200, "{}"));
    services.call(platform.id(), members());
    assertThat(troubles.present).isEmpty();
  }

  private ServiceCall members() {
    return new ServiceCall("GET", URI.create(lms.at("/members")), NRPS, "*/*", null, null);
  }

  private void use(Registration registration) {
    platform =
        new Platform(
            UUID.randomUUID(),
            UUID.randomUUID(),
            registration,
            RegistrationState.ACTIVE,
            Platform.Origin.TYPED,
            clock.instant());
    Outbound outbound = new Outbound(new PublicOrigin("http://127.0.0.1:1"));
    services =
        new PlatformServices(
            directory(), new AccessTokens(outbound, () -> toolKey, clock), outbound, troubles);
  }

  private PlatformDirectory directory() {
    Deployment deployment =
        new Deployment(
            UUID.randomUUID(), platform.id(), "1", RegistrationState.ACTIVE, clock.instant());
    PlatformSnapshot.Content content =
        new PlatformSnapshot.Content(
            Map.of(platform.id(), platform),
            Map.of(platform.issuer(), List.of(platform)),
            Map.of(platform.id(), Map.of("1", deployment)));
    return new PlatformDirectory(() -> content, clock);
  }

  private static SignedJWT assertion(String form) throws java.text.ParseException {
    Matcher found = Pattern.compile("client_assertion=([^&]+)").matcher(form);
    assertThat(found.find()).isTrue();
    return SignedJWT.parse(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
  }

  private static Reply token(String token, @Nullable String scope) {
    return new Reply(
        200,
        "{\"access_token\":\""
            + token
            + "\",\"token_type\":\"Bearer\",\"expires_in\":3600"
            + (scope == null ? "" : ",\"scope\":\"" + scope + "\"")
            + "}");
  }
}
