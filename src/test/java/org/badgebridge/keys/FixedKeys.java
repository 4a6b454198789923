package org.badgebridge.keys;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Keys that everybody knows, for documents whose signatures must always be the same. */
public final class FixedKeys {

  /** Key pair of the W3C test vectors for {@code eddsa-rdfc-2022}; PKCS 8 as in RFC 8410 §7. */
  private static final String ED25519 =
      "302e020100300506032b657004220420"
          + "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";

  private static final String MULTIBASE = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
  private static final Path RS256 = Path.of("src/test/resources/golden/rs256-test-key.json");

  private FixedKeys() {}

  /** Gives them to an issuer that has none. */
  public static void give(UUID issuerId, EntityManager em, Sealer sealer, Instant now)
      throws IOException, ParseException {
    SigningKeys keys = new SigningKeys(em);
    keys.add(
        new SigningKey(
            SigningKey.Purpose.ISSUER,
            SigningKey.Algorithm.ED25519,
            issuerId,
            MULTIBASE,
            MULTIBASE,
            HexFormat.of().parseHex(ED25519),
            sealer,
            now));
    RSAKey known = RSAKey.parse(Files.readString(RS256));
    RSAKey named = new RSAKey.Builder(known).keyID("rs256-test-key").build();
    keys.add(Rs256.store(named, SigningKey.Purpose.ISSUER, issuerId, sealer, now));
  }
}
