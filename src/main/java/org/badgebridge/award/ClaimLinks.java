package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.EmailAddress;
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

  private final Sealer sealer;
  private final PublicOrigin origin;

  @Inject
  public ClaimLinks(Sealer sealer, PublicOrigin origin) {
    this.sealer = sealer;
    this.origin = origin;
  }

  /**
   * What a link names.
   *
   * @param addressDigest of the address that it was sent to
   */
  public record Named(UUID awardId, String addressDigest) {

    /** Whether the link was sent to this address. */
    public boolean wasSentTo(@Nullable String email) {
      return email != null && addressDigest.equals(EmailAddress.digest(email));
    }
  }

  /**
   * The address at which an award is claimed.
   *
   * @param email where the link is sent to
   */
  public String to(UUID awardId, String email) {
    byte[] digest = EmailAddress.digest(email).getBytes(StandardCharsets.US_ASCII);
    byte[] plain =
        ByteBuffer.allocate(ID_BYTES + digest.length)
            .putLong(awardId.getMostSignificantBits())
            .putLong(awardId.getLeastSignificantBits())
            .put(digest)
            .array();
    return origin.at("/claim/" + sealer.sealToText(plain, PURPOSE));
  }

  /** What the last part of such an address names; empty for anything that we did not seal. */
  public Optional<Named> read(String token) {
    try {
      ByteBuffer plain = ByteBuffer.wrap(sealer.openText(token, PURPOSE));
      UUID awardId = new UUID(plain.getLong(), plain.getLong());
      return Optional.of(new Named(awardId, StandardCharsets.US_ASCII.decode(plain).toString()));
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }
}
