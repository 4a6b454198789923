package org.badgebridge.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;

/** A wallet with a key, and our side of the proof that it makes. */
final class WalletDesk {

  static final JOSEObjectType TYPE = new JOSEObjectType("openid4vci-proof+jwt");

  final IssuerAddresses addresses = new IssuerAddresses(new PublicOrigin(CredentialDesk.BASE));
  final Nonces nonces;
  final HolderProof proofs;
  final ECKey key;
  private final KeyPair pair = pair();
  private final Clock clock;

  WalletDesk(Clock clock) {
    this.clock = clock;
    String secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    Sealer sealer =
        new Sealer(new SecretsKey(new PublicOrigin(CredentialDesk.BASE), Optional.of(secret)));
    nonces = new Nonces(sealer, clock);
    proofs = new HolderProof(nonces, addresses, clock);
    key = key(Curve.P_256);
  }

  static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).jwk(key.toPublicJWK());
  }

  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .audience(addresses.issuer())
        .issueTime(Date.from(clock.instant()))
        .claim("nonce", nonces.make());
  }

  String sign(JWSHeader header, JWTClaimsSet claims, ECKey with) {
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(with));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  /** The same with the wallet's key of Ed25519. */
  String signEd25519(JWSHeader header, JWTClaimsSet claims) {
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(jwt.getSigningInput());
      return new String(jwt.getSigningInput(), StandardCharsets.US_ASCII)
          + "."
          + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half of the key of Ed25519. */
  OctetKeyPair ed25519() {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
