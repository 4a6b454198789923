package org.badgebridge.passback.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.oauth.OAuth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignedMessageTest {

  private static final UUID KEY = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
  private static final String SECRET = "s3cret/with+odd=signs~";
  private static final String URL = "https://badges.example.org/passback/outcomes/" + KEY;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String BODY = "<a>é</a>";

  private final OAuthSigner signer = new OAuthSigner(KEY.toString(), SECRET);

  private static SignedMessage check(String header, String url, @Nullable String query) {
    return SignedMessage.check(
        new SignedMessage.Arrived(
            url, header, query, List.of(), BODY.getBytes(StandardCharsets.UTF_8)),
        KEY,
        SECRET,
        NOW);
  }

  private static void refuses(String code, String header) {
    assertThatThrownBy(() -> check(header, URL, null))
        .as(header)
        .isInstanceOfSatisfying(
            OutcomeRefused.class, e -> assertThat(e.code()).isEqualTo("outcomes-" + code));
  }

  @Test
  void takesWhatIsSignedAsTheStandardSays() {
    SignedMessage signed = check(signer.header(URL, BODY, NOW.getEpochSecond() - 299), URL, null);
    assertThat(signed.timestamp()).isEqualTo(NOW.minusSeconds(299));
    assertThat(signed.nonce()).hasSize(36);
  }

  /** Recorded from the outcome service of ims-lti 3.0.2 (Node), word for word. */
  @Test
  void takesWhatAnotherLibrarySigned() throws IOException {
    String header =
        "OAuth realm=\"\","
            + "oauth_version=\"1.0\","
            + "oauth_nonce=\"d21e980b-dd7b-4791-b28e-b2eec81e7f40\","
            + "oauth_timestamp=\"1795963231\","
            + "oauth_consumer_key=\"0f0e0d0c-0b0a-4908-8706-050403020100\","
            + "oauth_body_hash=\"9hyPcixbnXKCfaWSdX07Q7fc%2B5s%3D\","
            + "oauth_signature_method=\"HMAC-SHA1\","
            + "oauth_signature=\"sQIPGf82uUEI0Bybor0uj12X5rw%3D\"";
    byte[] body;
    try (InputStream recorded = SignedMessageTest.class.getResourceAsStream("ims-lti.xml")) {
      body = Objects.requireNonNull(recorded).readAllBytes();
    }
    SignedMessage signed =
        SignedMessage.check(
            new SignedMessage.Arrived(URL, header, null, List.of(), body),
            KEY,
            "plain_secret-7",
            Instant.ofEpochSecond(1795963231L));
    assertThat(signed.nonce()).isEqualTo("d21e980b-dd7b-4791-b28e-b2eec81e7f40");
    assertThat(PoxReader.read(body).value()).isEqualTo(0.92);
    assertThat(PoxReader.read(body).sourcedId()).isEqualTo("101/quiz/7");
  }

  @Test
  void theQueryIsSignedToo() {
    Map<String, String> oauth = signer.parameters(NOW.getEpochSecond());
    oauth.put("oauth_body_hash", OAuthSigner.hash(BODY));
    String header = signer.header(URL, oauth, Map.of("a", "b c"));
    assertThatCode(() -> check(header, URL, "a=b+c")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(header, URL, "a=other")).isInstanceOf(OutcomeRefused.class);
    assertThatThrownBy(() -> check(header, URL, null)).isInstanceOf(OutcomeRefused.class);
  }

  @Test
  void aFormIsSignedInPlaceOfABody() {
    Map<String, String> oauth = signer.parameters(NOW.getEpochSecond());
    String header = signer.header(URL, oauth, Map.of("user", "ä/1"));
    assertThatCode(
            () ->
                SignedMessage.check(
                    new SignedMessage.Arrived(
                        URL, header, null, OAuth.decodeForm("user=%C3%A4%2F1"), null),
                    KEY,
                    SECRET,
                    NOW))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesEveryOtherSignature() {
    long now = NOW.getEpochSecond();
    String good = signer.header(URL, BODY, now);
    refuses("signature", good.replace("OAuth ", "Bearer "));
    refuses("signature", "");
    refuses("signature", "OAuth");
    refuses("signature", good + ", oauth_nonce=\"2\"");
    refuses("signature", good.replaceAll("oauth_signature=\"...", "oauth_signature=\"abc"));
    refuses("signature", good.replaceAll(", oauth_signature=\"[^\"]+\"", ""));
    refuses("signature", good.replaceAll("oauth_nonce=\"...", "oauth_nonce=\"%zz"));
    refuses("signature", new OAuthSigner(KEY.toString(), "other").header(URL, BODY, now));
    refuses("signature", new OAuthSigner("other", SECRET).header(URL, BODY, now));
    refuses("signature", signer.header(URL + "/", BODY, now));
    refuses("signature", signer.header(URL.replace("https", "http"), BODY, now));
    refuses("body-hash", signer.header(URL, BODY + " ", now));
    refuses("body-hash", signer.header(URL, signer.parameters(now), Map.of()));
    for (Map.Entry<String, String> each :
        Map.of(
                "oauth_signature_method", "PLAINTEXT",
                "oauth_version", "2.0")
            .entrySet()) {
      Map<String, String> oauth = signer.parameters(now);
      oauth.put("oauth_body_hash", OAuthSigner.hash(BODY));
      oauth.put(each.getKey(), each.getValue());
      refuses("method", signer.header(URL, oauth, Map.of()));
    }
    Map<String, String> nameless = signer.parameters(now);
    nameless.put("oauth_body_hash", OAuthSigner.hash(BODY));
    nameless.put("oauth_nonce", "");
    refuses("signature", signer.header(URL, nameless, Map.of()));
  }

  @Test
  void refusesOtherTimes() {
    for (long off : new long[] {-301, 301, -NOW.getEpochSecond()}) {
      refuses("clock", signer.header(URL, BODY, NOW.getEpochSecond() + off));
    }
    Map<String, String> oauth = signer.parameters(0);
    oauth.put("oauth_body_hash", OAuthSigner.hash(BODY));
    for (String wrong : List.of("", "-1", "1e9", "now", "99999999999999999999")) {
      oauth.put("oauth_timestamp", wrong);
      refuses("clock", signer.header(URL, oauth, Map.of()));
    }
  }
}
