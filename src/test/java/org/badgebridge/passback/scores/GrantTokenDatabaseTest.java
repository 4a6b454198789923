package org.badgebridge.passback.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.badgebridge.database.Sql;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.UsedOnce;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantTokenDatabaseTest {

  private static final PublicOrigin ORIGIN = new PublicOrigin("http://127.0.0.1:1");
  private static final RSAKey KEY = key("k1", 2048);
  private static final RSAKey OTHER = key("k1", 2048);
  private static final String SCORE = AgsScope.SCORE.uri();

  private static RSAKey key(String id, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String published(RSAKey key) {
    return new JWKSet(key).toString(true);
  }

  private static final class Bench {

    final ConnectorDesk desk;
    final Connector connector;
    final GrantToken grantToken;
    final ScoreTokens tokens;
    final ConnectorFaults faults;

    Bench(OpenDatabase database, Map<String, String> settings) {
      desk = new ConnectorDesk(database, "scores", settings, null);
      connector = desk.connector;
      Sql sql = new Sql(database.dataSource());
      tokens = new ScoreTokens(ConnectorDesk.SEALER, desk.clock);
      faults = new ConnectorFaults(sql, desk.clock);
      grantToken =
          new GrantToken(
              desk.connectors,
              new ClientAssertions(
                  new ClientKeys(new Outbound(ORIGIN)),
                  new UsedOnce(sql, desk.clock),
                  ORIGIN,
                  desk.clock),
              tokens,
              faults);
    }

    JWTClaimsSet.Builder claims() {
      Date now = Date.from(desk.clock.instant());
      return new JWTClaimsSet.Builder()
          .issuer(connector.id().toString())
          .subject(connector.id().toString())
          .audience(ScoresKind.tokenAddress(ORIGIN, connector))
          .issueTime(now)
          .expirationTime(Date.from(desk.clock.instant().plusSeconds(300)))
          .jwtID(UUID.randomUUID().toString());
    }

    GrantToken.Granted grant(String assertion, String scope) {
      return grantToken.grant(connector.id(), form(assertion, scope));
    }

    void refuses(JWTClaimsSet.Builder claims, String why) throws JOSEException {
      refuses(signed(claims.build(), KEY), why);
    }

    void refuses(String assertion, String why) {
      assertThatThrownBy(() -> grant(assertion, SCORE))
          .isInstanceOfSatisfying(
              TokenRefused.class,
              refused -> {
                assertThat(refused.error()).isEqualTo("invalid_client");
                assertThat(refused.description()).contains(why);
              });
    }
  }

  private static String form(String assertion, String scope) {
    return "grant_type=client_credentials&client_assertion_type="
        + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
        + assertion
        + "&scope="
        + URLEncoder.encode(scope, StandardCharsets.UTF_8);
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesATokenForKnownScopesOnceForEachAssertion(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var bench = new Bench(database, Map.of("keys", published(KEY)));
      String assertion = signed(bench.claims().build(), KEY);
      GrantToken.Granted granted =
          bench.grant(assertion, SCORE + " https://example.org/other " + AgsScope.LINEITEM.uri());
      assertThat(granted.scopes()).containsExactlyInAnyOrder(AgsScope.SCORE, AgsScope.LINEITEM);
      assertThat(bench.tokens.open(granted.token(), bench.connector))
          .contains(Set.of(AgsScope.SCORE, AgsScope.LINEITEM));
      bench.refuses(assertion, "used before");
      assertThatThrownBy(() -> bench.grant(signed(bench.claims().build(), KEY), "openid"))
          .isInstanceOfSatisfying(
              TokenRefused.class, e -> assertThat(e.error()).isEqualTo("invalid_scope"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesAssertionsThatDoNotHold(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var bench = new Bench(database, Map.of("keys", published(KEY)));
      var now = bench.desk.clock.instant();
      String me = bench.connector.id().toString();
      bench.refuses(bench.claims().issuer("x"), "iss and sub");
      bench.refuses(bench.claims().subject("x"), "iss and sub");
      bench.refuses(bench.claims().audience("https://elsewhere.example"), "");
      bench.refuses(bench.claims().expirationTime(Date.from(now.minusSeconds(61))), "");
      bench.refuses(bench.claims().expirationTime(null), "exp");
      bench.refuses(
          bench.claims().expirationTime(Date.from(now.plus(Duration.ofHours(2)))), "hour");
      bench.refuses(bench.claims().issueTime(Date.from(now.plusSeconds(120))), "future");
      bench.refuses(bench.claims().notBeforeTime(Date.from(now.plusSeconds(120))), "");
      bench.refuses(bench.claims().jwtID(null), "jti");
      bench.refuses(signed(bench.claims().build(), OTHER), "");
      bench.refuses(new PlainJWT(bench.claims().build()).serialize(), "");
      bench.refuses("nonsense", "");
      bench.refuses("", "");
      SignedJWT symmetric =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
              bench.claims().build());
      symmetric.sign(new MACSigner(published(KEY).getBytes(StandardCharsets.UTF_8)));
      bench.refuses(symmetric.serialize(), "");
      assertThat(bench.faults.of(bench.connector.id()))
          .isNotEmpty()
          .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("scores-client"));
      String fine = signed(bench.claims().build(), KEY);
      for (String form :
          new String[] {
            form(fine, SCORE).replace("client_credentials", "password"),
            form(fine, SCORE).replace("jwt-bearer", "saml2-bearer"),
            form(fine, SCORE) + "&client_id=x",
            form(fine, SCORE) + "&client_assertion=" + fine
          }) {
        assertThatThrownBy(() -> bench.grantToken.grant(bench.connector.id(), form))
            .isInstanceOf(TokenRefused.class);
      }
      assertThat(
              bench
                  .grantToken
                  .grant(bench.connector.id(), form(fine, SCORE) + "&client_id=" + me)
                  .scopes())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aConnectorThatIsOffOrOfAnotherKindIsUnknown(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var bench = new Bench(database, Map.of("keys", published(KEY)));
      database.execute("update connector set active = false");
      bench.refuses(bench.claims(), "unknown or switched off");
      database.execute("update connector set active = true, source = 'xapi'");
      bench.refuses(bench.claims(), "unknown or switched off");
    }
  }

  @Test
  void fetchesKeysWhereTheyArePublished() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jwks",
        exchange -> {
          fetched.incrementAndGet();
          byte[] body = published(KEY).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (var database = TestDatabase.H2.open()) {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
      var bench = new Bench(database, Map.of("address", address));
      bench.grant(signed(bench.claims().build(), KEY), SCORE);
      bench.grant(signed(bench.claims().build(), KEY), SCORE);
      assertThat(fetched.get()).isOne();
      for (int i = 0; i < 10; i++) {
        bench.refuses(signed(bench.claims().build(), key("unknown", 2048)), "");
      }
      assertThat(fetched.get()).isLessThanOrEqualTo(3);
      server.stop(0);
      var unreachable = new Bench(database, Map.of("address", address + "/gone"));
      unreachable.refuses(signed(unreachable.claims().build(), KEY), "cannot be fetched");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aTokenIsForOneConnectorAnHourAndItsKeys() throws Exception {
    try (var database = TestDatabase.H2.open()) {
      var bench = new Bench(database, Map.of("keys", published(KEY)));
      var other = new Bench(database, Map.of("keys", published(KEY)));
      String token = bench.tokens.make(bench.connector, Set.of(AgsScope.SCORE));
      assertThat(bench.tokens.open(token, bench.connector)).isPresent();
      assertThat(bench.tokens.open(token, other.connector)).isEmpty();
      assertThat(bench.tokens.open(token.substring(1), bench.connector)).isEmpty();
      database.execute(
          "update connector set settings = '{\"keys\":\"{}\"}' where id = ?", bench.connector.id());
      assertThat(bench.tokens.open(token, bench.desk.connectors.get(bench.connector.id())))
          .isEmpty();
      bench.desk.clock.advance(ScoreTokens.LIFE);
      assertThat(bench.tokens.open(token, bench.connector)).isEmpty();
    }
  }

  @Test
  void takesOnlySetsOfPublicKeysThatMaySign() {
    assertThat(ClientKeys.fits(published(KEY))).isTrue();
    assertThat(ClientKeys.fits(new JWKSet(KEY).toString(false))).isFalse();
    assertThat(ClientKeys.fits("{\"keys\":[]}")).isFalse();
    assertThat(ClientKeys.fits(published(key("weak", 1024)))).isFalse();
    assertThat(ClientKeys.fits("{\"kty\":\"RSA\"}")).isFalse();
    assertThat(ClientKeys.fits("")).isFalse();
  }
}
