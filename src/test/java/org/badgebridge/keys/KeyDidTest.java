package org.badgebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the did:key method, and keys that are none. */
class KeyDidTest {

  private static final String ED25519 = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
  private static final String P_256 = "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

  @Test
  void readsAKeyOfEd25519() {
    OctetKeyPair key = (OctetKeyPair) KeyDid.of(ED25519).key();
    assertThat(key.getX()).hasToString("O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik");
  }

  @Test
  void readsAKeyOfP256() {
    ECKey key = (ECKey) KeyDid.of(P_256).key();
    assertThat(key.getX()).hasToString("fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI");
    assertThat(key.getY()).hasToString("hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU");
  }

  @Test
  void oneKeyHasOneThumbprintHoweverItIsWritten() {
    KeyDid key = KeyDid.of(ED25519 + "#" + ED25519.substring("did:key:".length()));
    KeyDid bare = KeyDid.of(key.key());
    String wordy = "{\"use\":\"sig\"," + key.key().toJSONString().substring(1);
    KeyDid other = KeyDid.of("did:jwk:" + Base64URL.encode(wordy) + "#0");
    assertThat(key.did()).isEqualTo(ED25519);
    assertThat(bare.did()).startsWith("did:jwk:").isNotEqualTo(other.did());
    assertThat(key.thumbprint())
        .isEqualTo(bare.thumbprint())
        .isEqualTo(other.thumbprint())
        .isNotEqualTo(KeyDid.of(P_256).thumbprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did:web:example.org",
        "did:key:",
        "did:key:z",
        "did:key:z6Mk",
        "did:key:z0OIl",
        "did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F",
        "did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9",
        "did:jwk:",
        "did:jwk:e30",
        "did:jwk:bm9uZQ",
        ED25519 + "#0",
        P_256 + "#" + ED25519
      })
  void refuses(String did) {
    assertThatThrownBy(() -> KeyDid.of(did)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void refusesALongOneBeforeReadingIt() {
    assertThatThrownBy(() -> KeyDid.of("did:key:z" + "2".repeat(200_000)))
        .isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> KeyDid.of("did:jwk:" + "A".repeat(200_000)))
        .isInstanceOf(KeyRefused.class);
  }

  /** Every point of small order in every way to write it, as libsodium lists them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void noKeyIsOneForWhichAnybodyCanSign(String raw) {
    assertThat(Ed25519.key(HexFormat.of().parseHex(raw))).isEmpty();
  }

  @Test
  void aPointThatIsNotOnTheCurveIsNoKey() {
    byte[] point = HexFormat.of().parseHex("02" + "00".repeat(31) + "01");
    assertThat(P256.key(point)).isEmpty();
    byte[] beyond = HexFormat.of().parseHex("02" + "ff".repeat(32));
    assertThat(P256.key(beyond)).isEmpty();
    assertThat(P256.key(new byte[33])).isEmpty();
  }
}
