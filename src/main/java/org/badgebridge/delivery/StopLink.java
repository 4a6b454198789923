package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The address at which a learner stops our mail: it names them sealed, and needs no sign-in. */
@ApplicationScoped
public class StopLink {

  private static final String PURPOSE = "mail-stop";
  private static final int UUID_BYTES = 16;

  private final Sealer sealer;
  private final PublicOrigin origin;

  @Inject
  public StopLink(Sealer sealer, PublicOrigin origin) {
    this.sealer = sealer;
    this.origin = origin;
  }

  /** The address for a learner. */
  String to(UUID lmsUserId) {
    byte[] plain =
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(lmsUserId.getMostSignificantBits())
            .putLong(lmsUserId.getLeastSignificantBits())
            .array();
    return origin.at("/mail/stop/" + sealer.sealToText(plain, PURPOSE));
  }

  /**
   * The learner whom an address names.
   *
   * @throws ProblemException NOT_FOUND for anything that we did not seal
   */
  UUID learner(String token) {
    try {
      ByteBuffer plain = ByteBuffer.wrap(sealer.openText(token, PURPOSE));
      return new UUID(plain.getLong(), plain.getLong());
    } catch (SealBroken e) {
      throw new ProblemException(e, ProblemType.NOT_FOUND, "delivery.stop.unknown");
    }
  }
}
