package org.badgebridge.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.badgebridge.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID4VCI 1.0, Appendix F.1 and F.4: what a proof must be. */
class HolderProofTest {

  private static final MovableClock CLOCK = new MovableClock();
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final WalletDesk WALLET = new WalletDesk(CLOCK);

  /** Of the examples of did:key. */
  private static final String P_256 = "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

  private static final String X25519 = "did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F";
  private static final ECKey STRANGER = WalletDesk.key(Curve.P_256);

  @Test
  void namesTheKeyInTheHeaderAsADid() {
    String did = did(WALLET.header(), WALLET.claims());
    assertThat(did).startsWith("did:jwk:");
    assertThat(new Base64URL(did.substring("did:jwk:".length())).decodeToString())
        .contains(WALLET.key.getX().toString(), "P-256")
        .doesNotContain("\"d\"");
  }

  @Test
  void takesTheDidThatTheWalletNamesItself() {
    String did = "did:jwk:" + Base64URL.encode(WALLET.key.toPublicJWK().toJSONString());
    assertThat(did(named(did + "#0"), WALLET.claims())).isEqualTo(did);
  }

  @Test
  void takesAKeyOfEd25519InEachOfItsNames() {
    String jwk = "did:jwk:" + Base64URL.encode(WALLET.ed25519().toJSONString());
    String key = didKey(WALLET.ed25519());
    for (JWSAlgorithm each : List.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519)) {
      assertThat(signed(edDsa(each).jwk(WALLET.ed25519()))).startsWith("did:jwk:");
      assertThat(signed(edDsa(each).keyID(jwk + "#0"))).isEqualTo(jwk);
      assertThat(signed(edDsa(each).keyID(key + "#" + key.substring("did:key:".length()))))
          .isEqualTo(key);
    }
  }

  static Stream<Arguments> refusedEd25519() {
    OctetKeyPair key = WALLET.ed25519();
    String did = didKey(key);
    String stranger = didKey(new WalletDesk(CLOCK).ed25519());
    byte[] nothing = new byte[32];
    return Stream.of(
        Arguments.of("a stranger's key", edDsa().jwk(new WalletDesk(CLOCK).ed25519())),
        Arguments.of("a stranger's did:key", edDsa().keyID(whole(stranger))),
        Arguments.of("another key of the DID", edDsa().keyID(did + "#" + whole(stranger))),
        Arguments.of("a fragment of nothing", edDsa().keyID(did + "#")),
        Arguments.of("two names", edDsa().jwk(key).keyID(whole(did))),
        Arguments.of("a key for another algorithm", edDsa().jwk(of(key, JWSAlgorithm.ES256))),
        Arguments.of("a key that encrypts", edDsa().jwk(encrypting(key))),
        Arguments.of("a key of P-256", edDsa().jwk(WALLET.key.toPublicJWK())),
        Arguments.of("a key of P-256 in a did:key", edDsa().keyID(P_256)),
        Arguments.of("another curve", edDsa().jwk(x(Curve.X25519, key.getDecodedX()))),
        Arguments.of("a did:key of X25519", edDsa().keyID(X25519)),
        Arguments.of("a key for which anybody signs", edDsa().jwk(x(Curve.Ed25519, nothing))),
        Arguments.of("a short key", edDsa().jwk(x(Curve.Ed25519, new byte[31]))),
        Arguments.of("a DID whose document must be fetched", edDsa().keyID("did:web:a.example#0")),
        Arguments.of("a DID of another base", edDsa().keyID(did.replace(":z", ":m") + "#0")),
        Arguments.of("a did:jwk with the secret", edDsa().keyID(secret())),
        Arguments.of("what it calls critical", edDsa().jwk(key).criticalParams(Set.of("exp"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedEd25519")
  void refusesOfEd25519(String what, JWSHeader.Builder header) {
    assertThatThrownBy(() -> signed(header))
        .isInstanceOfSatisfying(
            WalletRefused.class, refused -> assertThat(refused.error()).isEqualTo("invalid_proof"));
  }

  @Test
  void refusesASignatureThatWasTouchedOrIsOfTheOtherKind() {
    String good =
        WALLET.signEd25519(edDsa().jwk(WALLET.ed25519()).build(), WALLET.claims().build());
    assertThat(WALLET.proofs.holder(good).did()).startsWith("did:jwk:");
    char other = good.charAt(good.length() - 10) == 'A' ? 'B' : 'A';
    String touched =
        good.substring(0, good.length() - 10) + other + good.substring(good.length() - 9);
    JWSHeader es256 =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(WalletDesk.TYPE)
            .jwk(WALLET.ed25519())
            .build();
    JWSHeader header = edDsa().jwk(WALLET.ed25519()).build();
    String withoutOne = good.substring(0, good.lastIndexOf('.') + 1);
    for (String each :
        List.of(
            touched,
            withoutOne,
            withoutOne + "A".repeat(86),
            WALLET.signEd25519(es256, WALLET.claims().build()),
            unsignedWithSecret(header))) {
      assertThatThrownBy(() -> WALLET.proofs.holder(each))
          .isInstanceOfSatisfying(
              WalletRefused.class,
              refused -> assertThat(refused.error()).isEqualTo("invalid_proof"));
    }
  }

  /** The proof of one who sends the secret along. */
  private static String unsignedWithSecret(JWSHeader header) {
    String json = header.toString().replace("\"kty\"", "\"d\":\"" + "A".repeat(43) + "\",\"kty\"");
    String good = WALLET.signEd25519(header, WALLET.claims().build());
    return Base64URL.encode(json) + good.substring(good.indexOf('.'));
  }

  private static String signed(JWSHeader.Builder header) {
    return WALLET.proofs.holder(WALLET.signEd25519(header.build(), WALLET.claims().build())).did();
  }

  private static JWSHeader.Builder edDsa() {
    return edDsa(JWSAlgorithm.EdDSA);
  }

  private static JWSHeader.Builder edDsa(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(WalletDesk.TYPE);
  }

  private static OctetKeyPair x(Curve curve, byte[] x) {
    return new OctetKeyPair.Builder(curve, Base64URL.encode(x)).build();
  }

  private static OctetKeyPair of(OctetKeyPair key, JWSAlgorithm algorithm) {
    return new OctetKeyPair.Builder(key.getCurve(), key.getX()).algorithm(algorithm).build();
  }

  private static OctetKeyPair encrypting(OctetKeyPair key) {
    return new OctetKeyPair.Builder(key.getCurve(), key.getX()).keyUse(KeyUse.ENCRYPTION).build();
  }

  private static String secret() {
    OctetKeyPair key = WALLET.ed25519();
    OctetKeyPair whole =
        new OctetKeyPair.Builder(key.getCurve(), key.getX()).d(Base64URL.encode("d")).build();
    return "did:jwk:" + Base64URL.encode(whole.toJSONString()) + "#0";
  }

  private static String didKey(OctetKeyPair key) {
    byte[] multikey = new byte[34];
    multikey[0] = (byte) 0xed;
    multikey[1] = 1;
    System.arraycopy(key.getDecodedX(), 0, multikey, 2, 32);
    return "did:key:" + Multibase.BASE_58_BTC.encode(multikey);
  }

  private static String whole(String did) {
    return did + "#" + did.substring("did:key:".length());
  }

  static Stream<Arguments> refused() {
    String did = "did:jwk:" + Base64URL.encode(WALLET.key.toPublicJWK().toJSONString());
    String secret = "did:jwk:" + Base64URL.encode(WALLET.key.toJSONString());
    return Stream.of(
        Arguments.of("another type", WALLET.header().type(JOSEObjectType.JWT), WALLET.claims()),
        Arguments.of("no type", WALLET.header().type(null), WALLET.claims()),
        Arguments.of("no key", WALLET.header().jwk(null), WALLET.claims()),
        Arguments.of("two keys", WALLET.header().keyID(did + "#0"), WALLET.claims()),
        Arguments.of("a stranger's key", header(STRANGER), WALLET.claims()),
        Arguments.of("another kind of DID", named("did:web:example.org#0"), WALLET.claims()),
        Arguments.of("another key of the DID", named(did + "#1"), WALLET.claims()),
        Arguments.of("a DID that is none", named("did:jwk:e30#0"), WALLET.claims()),
        Arguments.of("a private key", named(secret + "#0"), WALLET.claims()),
        Arguments.of("another curve", header(WalletDesk.key(Curve.P_384)), WALLET.claims()),
        Arguments.of("no audience", WALLET.header(), WALLET.claims().audience((String) null)),
        Arguments.of("another audience", WALLET.header(), WALLET.claims().audience("https://x")),
        Arguments.of("no time", WALLET.header(), WALLET.claims().issueTime(null)),
        Arguments.of("an old one", WALLET.header(), at(NOW.minus(Duration.ofMinutes(11)))),
        Arguments.of("one of tomorrow", WALLET.header(), at(NOW.plus(Duration.ofMinutes(2)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses(String what, JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
    assertThatThrownBy(() -> did(header, claims))
        .isInstanceOfSatisfying(
            WalletRefused.class, refused -> assertThat(refused.error()).isEqualTo("invalid_proof"));
  }

  @Test
  void refusesWhatIsNotSigned() {
    PlainJWT plain = new PlainJWT(WALLET.claims().build());
    for (String each : new String[] {plain.serialize(), "", "a.b.c", "{}", "ey.ey.ey"}) {
      assertThatThrownBy(() -> WALLET.proofs.holder(each))
          .isInstanceOfSatisfying(
              WalletRefused.class,
              refused -> assertThat(refused.error()).isEqualTo("invalid_proof"));
    }
  }

  @Test
  void refusesANonceThatIsNotOursOrTooOldByItsOwnName() {
    String old = WALLET.nonces.make();
    CLOCK.advance(Nonces.LASTS);
    try {
      for (Object each : new Object[] {old, "made-up", 7}) {
        assertThatThrownBy(() -> did(WALLET.header(), WALLET.claims().claim("nonce", each)))
            .isInstanceOfSatisfying(
                WalletRefused.class,
                refused -> assertThat(refused.error()).isEqualTo("invalid_nonce"));
      }
    } finally {
      CLOCK.advance(Nonces.LASTS.negated());
    }
  }

  private static String did(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
    return WALLET.proofs.holder(WALLET.sign(header.build(), claims.build(), WALLET.key)).did();
  }

  private static JWSHeader.Builder named(String kid) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(WalletDesk.TYPE).keyID(kid);
  }

  private static JWSHeader.Builder header(ECKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(WalletDesk.TYPE).jwk(key.toPublicJWK());
  }

  private static JWTClaimsSet.Builder at(Instant moment) {
    return WALLET.claims().issueTime(Date.from(moment));
  }
}
