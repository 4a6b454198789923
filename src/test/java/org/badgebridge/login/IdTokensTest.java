package org.badgebridge.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.login.OpenIdProvider.ProviderMetadata;
import org.badgebridge.platform.UnknownKey;
import org.badgebridge.testing.MovableClock;
import org.junit.jupiter.api.Test;

class IdTokensTest {

  private static final String NONCE = "the nonce";
  private static final RSAKey KEY = key("k1");
  private static final URI AT = URI.create("https://login.example/x");
  private static final OpenIdProvider PROVIDER =
      new OpenIdProvider(
          UUID.randomUUID(),
          "Account",
          "https://login.example",
          "us",
          true,
          new ProviderMetadata(AT, AT, AT, false, false),
          1);

  private final MovableClock clock = new MovableClock();
  private final IdTokens tokens = new IdTokens(IdTokensTest::published, clock);

  @Test
  void takesATokenOfTheProviderForThisLogin() {
    assertThat(tokens.check(signed(claims().build(), KEY), PROVIDER, NONCE).getSubject())
        .isEqualTo("ada");
  }

  @Test
  void refusesOneThatNobodyOrAStrangerSigned() throws JOSEException {
    refused(Why.CLAIMS, new PlainJWT(claims().build()).serialize());
    refused(Why.SIGNATURE, signed(claims().build(), key("k1")));
    refused(Why.SIGNATURE, signed(claims().build(), key("k2")));
    SignedJWT hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    hmac.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
    refused(Why.SIGNATURE, hmac.serialize());
    SignedJWT pss =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("k1").build(), claims().build());
    pss.sign(new RSASSASigner(KEY));
    refused(Why.SIGNATURE, pss.serialize());
    SignedJWT nameless = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims().build());
    nameless.sign(new RSASSASigner(KEY));
    refused(Why.SIGNATURE, nameless.serialize());
  }

  @Test
  void refusesOneThatWasChanged() {
    String[] parts = signed(claims().build(), KEY).split("\\.", -1);
    String other = signed(claims().subject("bob").build(), KEY).split("\\.", -1)[1];
    refused(Why.SIGNATURE, parts[0] + "." + other + "." + parts[2]);
    refused(Why.CLAIMS, "");
    refused(Why.CLAIMS, "a.b");
    refused(Why.SIGNATURE, "a".repeat(70_000));
  }

  @Test
  void refusesOneFromOrForSomebodyElse() {
    refused(Why.ISSUER, signed(claims().issuer("https://login.example/").build(), KEY));
    refused(Why.ISSUER, signed(claims().issuer(null).build(), KEY));
    refused(Why.AUDIENCE, signed(claims().audience("them").build(), KEY));
    refused(Why.AUDIENCE, signed(claims().audience(List.of("us", "them")).build(), KEY));
    refused(Why.AUDIENCE, signed(claims().audience(List.of()).build(), KEY));
    refused(Why.AUDIENCE, signed(claims().claim("azp", "them").build(), KEY));
  }

  @Test
  void refusesOneOfAnotherLogin() {
    refused(Why.NONCE, signed(claims().claim("nonce", "another").build(), KEY));
    refused(Why.NONCE, signed(claims().claim("nonce", null).build(), KEY));
    refused(Why.CLAIMS, signed(claims().claim("nonce", List.of(NONCE)).build(), KEY));
  }

  @Test
  void refusesOneOfAnotherTime() {
    refused(Why.TIME, signed(claims().expirationTime(at(-61)).build(), KEY));
    refused(Why.TIME, signed(claims().issueTime(at(61)).build(), KEY));
    refused(Why.TIME, signed(claims().issueTime(at(-601)).build(), KEY));
    refused(Why.CLAIMS, signed(claims().expirationTime(null).build(), KEY));
    refused(Why.CLAIMS, signed(claims().issueTime(null).build(), KEY));
    clock.advance(Duration.ofMinutes(5));
    assertThat(tokens.check(signed(claims().build(), KEY), PROVIDER, NONCE)).isNotNull();
  }

  @Test
  void refusesOneAboutNobody() {
    refused(Why.CLAIMS, signed(claims().subject(null).build(), KEY));
    refused(Why.CLAIMS, signed(claims().subject(" ").build(), KEY));
    refused(Why.CLAIMS, signed(claims().subject("x".repeat(256)).build(), KEY));
  }

  private void refused(Why why, String token) {
    assertThatThrownBy(() -> tokens.check(token, PROVIDER, NONCE))
        .isInstanceOfSatisfying(LoginRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://login.example")
        .audience("us")
        .subject("ada")
        .issueTime(at(0))
        .expirationTime(at(300))
        .claim("nonce", NONCE);
  }

  private Date at(int seconds) {
    Instant moment = clock.instant().plusSeconds(seconds);
    return Date.from(moment);
  }

  private static RSAPublicKey published(String address, String kid) {
    try {
      if (kid.equals("k1")) {
        return KEY.toRSAPublicKey();
      }
      throw new UnknownKey(kid);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey key(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
