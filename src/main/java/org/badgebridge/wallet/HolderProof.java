package org.badgebridge.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.badgebridge.keys.Ed25519;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.keys.KeyRefused;

/**
 * Checks that a wallet holds the key to which it wants a badge bound (OpenID4VCI 1.0, Appendix
 * F.1), and names the key as a DID.
 */
@ApplicationScoped
class HolderProof {

  /** How a wallet may sign; the last two are one (RFC 9864 §2.2). */
  static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

  /** How it may name its key. */
  static final List<String> BINDINGS = List.of("did:key", "did:jwk", "jwk");

  private static final JOSEObjectType TYPE = new JOSEObjectType("openid4vci-proof+jwt");
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final Nonces nonces;
  private final IssuerAddresses addresses;
  private final Clock clock;

  @Inject
  HolderProof(Nonces nonces, IssuerAddresses addresses, Clock clock) {
    this.nonces = nonces;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * The holder's key, by its DID.
   *
   * @throws WalletRefused {@code invalid_proof}, or {@code invalid_nonce} if only the nonce is
   *     wrong or too old
   */
  KeyDid holder(String proof) {
    try {
      SignedJWT jwt = SignedJWT.parse(proof);
      KeyDid holder = named(jwt.getHeader());
      if (!isSigned(jwt, holder.key())) {
        throw wrong("the signature is not of the key in the header");
      }
      check(jwt.getJWTClaimsSet());
      return holder;
    } catch (KeyRefused e) {
      throw wrong(e.reason());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw wrong("not a proof of " + TYPE + " signed with one of " + ALGORITHMS);
    }
  }

  private static KeyDid named(JWSHeader header) {
    if (!TYPE.equals(header.getType()) || !ALGORITHMS.contains(header.getAlgorithm())) {
      throw wrong("typ must be " + TYPE + " and alg one of " + ALGORITHMS);
    }
    if (header.getCriticalParams() != null) {
      throw wrong("crit names what is not known here");
    }
    boolean chain = header.getX509CertChain() != null && !header.getX509CertChain().isEmpty();
    // "kid … MUST NOT be present if jwk or x5c is present" (F.1), and so on
    long keys =
        Stream.of(header.getKeyID() != null, header.getJWK() != null, chain)
            .filter(each -> each)
            .count();
    if (keys != 1 || chain) {
      throw wrong("the header must name one key, as jwk, or as kid with did:key or did:jwk");
    }
    return header.getJWK() == null ? KeyDid.of(header.getKeyID()) : KeyDid.of(header.getJWK());
  }

  /** Whether the key made the signature: the algorithm must be the one of such a key. */
  private static boolean isSigned(SignedJWT jwt, JWK key) throws JOSEException {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
      throw wrong("the key says that it is for " + key.getAlgorithm());
    }
    if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
      throw wrong("the key says that it is for no signatures");
    }
    if (key instanceof ECKey ec) {
      return algorithm.equals(JWSAlgorithm.ES256) && jwt.verify(new ECDSAVerifier(ec));
    }
    return !algorithm.equals(JWSAlgorithm.ES256)
        && key instanceof OctetKeyPair pair
        && Ed25519.key(pair.getDecodedX()).map(each -> verifies(jwt, each)).orElse(false);
  }

  /** Nimbus leaves this curve to a library that we do not have; the JDK knows it. */
  private static boolean verifies(SignedJWT jwt, PublicKey key) {
    return Ed25519.verifies(key, jwt.getSigningInput(), jwt.getSignature().decode());
  }

  private void check(JWTClaimsSet claims) {
    if (!claims.getAudience().contains(addresses.issuer())) {
      throw wrong("aud must be " + addresses.issuer());
    }
    Instant now = clock.instant();
    Date issued = claims.getIssueTime();
    if (issued == null
        || issued.toInstant().isBefore(now.minus(OLDEST))
        || issued.toInstant().isAfter(now.plus(AHEAD))) {
      throw wrong("iat must be the present time");
    }
    if (!(claims.getClaim("nonce") instanceof String nonce) || !nonces.good(nonce)) {
      throw new WalletRefused("invalid_nonce", "ask " + addresses.nonce() + " for a new nonce");
    }
  }

  private static WalletRefused wrong(String description) {
    return new WalletRefused("invalid_proof", description);
  }
}
