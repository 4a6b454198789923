package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformKeysTest {

  private final HandClock clock = new HandClock();
  private final NotedTroubles troubles = new NotedTroubles();
  private final PlatformKeys keys =
      new PlatformKeys(new Outbound(new PublicOrigin("http://127.0.0.1:1")), troubles, clock);
  private FakePlatform lms;
  private Platform platform;

  @BeforeEach
  void start() throws IOException {
    lms = new FakePlatform();
    platform = lms.platform();
  }

  @AfterEach
  void stop() {
    lms.close();
  }

  @Test
  void fetchesKnownKeysOnce() throws Exception {
    RSAKey key = FakePlatform.key("a");
    lms.publishes(key);

    RSAPublicKey found = keys.key(platform, "a");

    assertThat(found.getModulus()).isEqualTo(key.toRSAPublicKey().getModulus());
    assertThat(keys.key(platform, "a")).isSameAs(found);
    assertThat(lms.requestsTo("/jwks")).isEqualTo(1);
  }

  @Test
  void fetchesAtMostTwiceForAThousandUnknownKeys() throws Exception {
    lms.publishes(FakePlatform.key("a"));
    keys.key(platform, "a");

    for (int i = 0; i < 1000; i++) {
      String kid = "unknown-" + i;
      assertThatThrownBy(() -> keys.key(platform, kid)).isInstanceOf(UnknownKey.class);
      clock.advance(Duration.ofMillis(10));
    }

    assertThat(lms.requestsTo("/jwks")).isLessThanOrEqualTo(2);
    assertThat(keys.key(platform, "a")).isNotNull();
  }

  @Test
  void followsARotationAtOnceAndForgetsTheOldKey() throws Exception {
    lms.publishes(FakePlatform.key("a"));
    keys.key(platform, "a");
    lms.publishes(FakePlatform.key("b"));

    assertThat(keys.key(platform, "b")).isNotNull();
    assertThatThrownBy(() -> keys.key(platform, "a")).isInstanceOf(UnknownKey.class);
  }

  @Test
  void goesOnWithKnownKeysWhileTheAddressIsDown() throws Exception {
    lms.publishes(FakePlatform.key("a"));
    keys.key(platform, "a");
    lms.answers("/jwks", new FakePlatform.Reply(503, "down"));
    clock.advance(Duration.ofHours(2));

    assertThat(keys.key(platform, "a")).isNotNull();
    assertThat(troubles.present).containsKey("keys");

    lms.publishes(FakePlatform.key("a"));
    clock.advance(Duration.ofMinutes(2));
    assertThat(keys.key(platform, "a")).isNotNull();
    assertThat(troubles.present).isEmpty();
  }

  @Test
  void givesUpKeysThatCouldNotBeRenewedForTwoDays() throws Exception {
    lms.publishes(FakePlatform.key("a"));
    keys.key(platform, "a");
    lms.answers("/jwks", new FakePlatform.Reply(503, "down"));
    clock.advance(Duration.ofHours(49));

    assertThatThrownBy(() -> keys.key(platform, "a")).isInstanceOf(UnknownKey.class);
  }

  @Test
  void readsAgainWhenTheKeysAreNoLongerFresh() throws Exception {
    lms.publishes(Map.of("Cache-Control", "public, max-age=600"), FakePlatform.key("a"));
    keys.key(platform, "a");

    clock.advance(Duration.ofMinutes(9));
    keys.key(platform, "a");
    assertThat(lms.requestsTo("/jwks")).isEqualTo(1);

    clock.advance(Duration.ofMinutes(2));
    keys.key(platform, "a");
    assertThat(lms.requestsTo("/jwks")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-|3600",
        "max-age=600|600",
        "public, max-age=999999999|86400",
        "max-age=0|60",
        "no-store|60",
        "s-maxage=5|3600",
        "nonsense|3600"
      })
  void boundsWhatThePlatformSaysOfFreshness(String cacheControl, long seconds) {
    assertThat(KeyRetriever.freshness(cacheControl)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void refusesKeysThatAreNoStrongRsaSigningKeys() throws Exception {
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).keyID("oct").generate();
    RSAKey small = new RSAKeyGenerator(1024, true).keyID("small").generate();
    RSAKey forEncryption =
        new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
    lms.answers(
        "/jwks",
        new FakePlatform.Reply(
            200,
            "{\"keys\":["
                + String.join(
                    ",", secret.toJSONString(), small.toJSONString(), forEncryption.toJSONString())
                + "]}"));

    for (JWK each : new JWK[] {secret, small, forEncryption}) {
      assertThatThrownBy(() -> keys.key(platform, each.getKeyID())).isInstanceOf(UnknownKey.class);
    }
  }

  @Test
  void ignoresAnOverlongSet() throws Exception {
    String many =
        "{\"keys\":[" + "{\"kty\":\"RSA\",\"n\":\"x\"},".repeat(5000) + "{\"kty\":\"oct\"}]}";
    lms.answers("/jwks", new FakePlatform.Reply(200, many));

    assertThatThrownBy(() -> keys.key(platform, "a")).isInstanceOf(UnknownKey.class);
    assertThat(troubles.present).containsKey("keys");
  }

  @Test
  void ignoresWhatIsNoKeySet() {
    lms.answers("/jwks", new FakePlatform.Reply(200, "<html>please sign in</html>"));

    assertThatThrownBy(() -> keys.key(platform, "a")).isInstanceOf(UnknownKey.class);
  }
}
