package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which learners claim from outside the LMS. One names, sealed, an award and the
 * e-mail address that it was sent to; it proves that its bearer reads that mailbox, and is worth
 * nothing once the award is not open any more or the learner has another address.
 */
@ApplicationScoped
public class ClaimLinks {

  private static final String PURPOSE = "claim-link";
  private static final int ID_BYTES = 16;
  private static final int DIGEST_BYTES = 16;

  private final Sealer sealer;
  private final PublicOrigin origin;

  @Inject
  public ClaimLinks(Sealer sealer, PublicOrigin origin) {
    this.sealer = sealer;
    this.origin = origin;
  }

  /** What a link names. */
  public static final class Named {

    private final UUID awardId;
    private final byte[] address;

    private Named(UUID awardId, byte[] address) {
      this.awardId = awardId;
      this.address = address;
    }

    public UUID awardId() {
      return awardId;
    }

    /** Whether the link was sent to this address. */
    public boolean wasSentTo(@Nullable String email) {
      return email != null && MessageDigest.isEqual(address, digest(email));
    }
  }

  /**
   * The address at which an award is claimed.
   *
   * @param email where the link is sent to
   */
  public String to(UUID awardId, String email) {
    byte[] plain =
        ByteBuffer.allocate(ID_BYTES + DIGEST_BYTES)
            .putLong(awardId.getMostSignificantBits())
            .putLong(awardId.getLeastSignificantBits())
            .put(digest(email))
            .array();
    byte[] sealed = sealer.seal(plain, PURPOSE);
    return origin.at("/claim/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  /** What the last part of such an address names; empty for anything that we did not seal. */
  public Optional<Named> read(String token) {
    try {
      ByteBuffer plain =
          ByteBuffer.wrap(sealer.open(Base64.getUrlDecoder().decode(token), PURPOSE));
      UUID awardId = new UUID(plain.getLong(), plain.getLong());
      byte[] address = new byte[DIGEST_BYTES];
      plain.get(address);
      return Optional.of(new Named(awardId, address));
    } catch (SealBroken | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String email) {
    String same = email.strip().toLowerCase(Locale.ROOT);
    return Arrays.copyOf(Digests.sha256(same.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
  }
}
