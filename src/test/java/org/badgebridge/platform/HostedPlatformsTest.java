package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Platforms that a vendor runs for many schools: issuer and keys are shared, the pages are not. */
class HostedPlatformsTest {

  private static final String CANVAS =
      """
      {"issuer": "https://canvas.instructure.com",
       "authorization_endpoint": "https://sso.canvaslms.com/api/lti/authorize_redirect",
       "token_endpoint": "https://sso.canvaslms.com/login/oauth2/token",
       "jwks_uri": "https://sso.canvaslms.com/api/lti/security/jwks",
       "registration_endpoint": "https://school.instructure.com/api/lti/registrations",
       "https://purl.imsglobal.org/spec/lti-platform-configuration":
         {"product_family_code": "canvas"}}
      """;

  private final RegistrationCheck check =
      new RegistrationCheck(new PublicOrigin("https://badges.example.org"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://school.instructure.com/api/lti/security/openid-configuration",
        "https://canvas.instructure.com/api/lti/security/openid-configuration",
        "https://sso.canvaslms.com/api/lti/security/openid-configuration"
      })
  void canvasRegistersFromAnyOfItsHosts(String from) {
    PlatformConfiguration found = PlatformConfiguration.parse(CANVAS, URI.create(from), check);

    assertThat(found.issuer()).isEqualTo("https://canvas.instructure.com");
    assertThat(found.tokenEndpoint()).isEqualTo("https://sso.canvaslms.com/login/oauth2/token");
    assertThat(Product.ofFamily(found.productFamily())).isEqualTo(Product.CANVAS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/openid-configuration",
        "https://instructure.com.evil.example/openid-configuration",
        "https://evilinstructure.com/openid-configuration",
        "https://school.brightspace.com/openid-configuration"
      })
  void nobodyElseRegistersAsCanvas(String from) {
    assertThatThrownBy(() -> PlatformConfiguration.parse(CANVAS, URI.create(from), check))
        .isInstanceOf(RegistrationFailed.class);
  }

  @Test
  void hostedCanvasIsServedAndFramedAtEverySchoolsAddress() {
    Platform canvas = canvas();

    assertThat(Neighbours.of(canvas)).isEmpty();
    assertThat(canvas.serves(URI.create("https://school.instructure.com/api/lti/courses/1")))
        .isTrue();
    assertThat(canvas.serves(URI.create("https://school.beta.instructure.com/api"))).isTrue();
    assertThat(canvas.origins())
        .contains(
            "https://sso.canvaslms.com",
            "https://canvas.instructure.com",
            "https://*.instructure.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://instructure.com.evil.example/api",
        "https://evilinstructure.com/api",
        "http://school.instructure.com/api",
        "https://user@school.instructure.com/api",
        "https://canvas.school.example/api"
      })
  void noTokenGoesToWhoOnlyLooksLikeCanvas(String address) {
    assertThat(canvas().serves(URI.create(address))).isFalse();
  }

  @Test
  void aSchoolsOwnNameForCanvasMustBeAllowedByAnAdministrator() {
    Platform own =
        platform(
            Product.CANVAS,
            "https://canvas.instructure.com",
            "https://sso.canvaslms.com",
            null,
            List.of("Canvas.School.example"));

    assertThat(own.serves(URI.create("https://canvas.school.example/api"))).isTrue();
    assertThat(own.origins()).contains("https://canvas.school.example");
  }

  @Test
  void aSelfHostedCanvasIsOnlyAtItsOwnAddress() {
    Platform own =
        platform(
            Product.CANVAS,
            "https://canvas.instructure.com", // what self-hosted ones send unless configured
            "https://canvas.school.example",
            null,
            List.of());

    assertThat(own.serves(URI.create("https://canvas.school.example/api"))).isTrue();
    assertThat(own.serves(URI.create("https://other.instructure.com/api"))).isFalse();
    assertThat(own.origins()).noneMatch(origin -> origin.contains("*"));
  }

  /** The tenant is the deployment there; each waits for approval ({@link Deployments}). */
  @Test
  void blackboardHasOneRegistrationForTheAddressesOfAllItsSchools() {
    Platform blackboard =
        platform(
            Product.BLACKBOARD,
            "https://blackboard.com",
            "https://developer.blackboard.com/api/v1/gateway",
            null,
            List.of("learn.school.example"));

    assertThat(Neighbours.of(blackboard)).isEmpty();
    for (String school : List.of("one.blackboard.com", "two.blackboard.com")) {
      assertThat(blackboard.serves(URI.create("https://" + school + "/learn/api"))).isTrue();
    }
    assertThat(blackboard.serves(URI.create("https://learn.school.example/learn/api"))).isTrue();
    assertThat(blackboard.serves(URI.create("https://learn.other.example/learn/api"))).isFalse();
    assertThat(blackboard.origins())
        .contains("https://*.blackboard.com", "https://learn.school.example");
  }

  @Test
  void brightspaceSignsInAtAHostOfTheVendor() {
    String configuration =
        """
        {"issuer": "https://school.brightspace.com",
         "authorization_endpoint": "https://school.brightspace.com/d2l/lti/authenticate",
         "token_endpoint": "https://auth.brightspace.com/core/connect/token",
         "jwks_uri": "https://school.brightspace.com/d2l/.well-known/jwks",
         "registration_endpoint": "https://school.brightspace.com/d2l/api/lti/registration",
         "authorization_server": "https://api.brightspace.com/auth/token",
         "https://purl.imsglobal.org/spec/lti-platform-configuration":
           {"product_family_code": "desire2learn"}}
        """;
    PlatformConfiguration found =
        PlatformConfiguration.parse(
            configuration,
            URI.create("https://school.brightspace.com/d2l/.well-known/openid-configuration"),
            check);

    assertThat(found.audience()).isEqualTo("https://api.brightspace.com/auth/token");
    assertThat(Product.ofFamily(found.productFamily())).isEqualTo(Product.BRIGHTSPACE);
  }

  /** Not refused, because it is usual; but an administrator sees it before approving. */
  @Test
  void showsTheVendorsHostsOfASchoolWithItsOwnName() {
    Platform own =
        platform(
            Product.BRIGHTSPACE,
            "https://learn.school.example",
            "https://learn.school.example/d2l/lti",
            "https://auth.brightspace.com/core/connect/token",
            List.of());

    assertThat(Neighbours.of(own))
        .containsExactly("https://auth.brightspace.com/core/connect/token");
  }

  private static Platform canvas() {
    return platform(
        Product.CANVAS,
        "https://canvas.instructure.com",
        "https://sso.canvaslms.com",
        null,
        List.of());
  }

  private static Platform platform(
      Product product, String issuer, String base, @Nullable String token, List<String> hosts) {
    return new Platform(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new Registration(
            "School",
            product,
            issuer,
            "10000000000001",
            base + "/authorize",
            token == null ? base + "/token" : token,
            null,
            base + "/jwks",
            hosts,
            List.of()),
        RegistrationState.ACTIVE,
        Platform.Origin.TYPED,
        Instant.EPOCH);
  }
}
