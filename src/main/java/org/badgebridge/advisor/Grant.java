package org.badgebridge.advisor;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.credential.disclosure.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * What one learner lets one advisor see until a moment. Its id stands in the link of the advisor,
 * and is no secret: only a code that is sent to the advisor's mailbox opens it.
 *
 * @param advisor the name, as the learner wrote it
 * @param email the mailbox that proves the advisor
 * @param purpose what for, in the learner's words
 * @param language of the message to the advisor
 * @param endedAt when the learner ended it; null if they did not
 * @param toldAt when the advisor was written to; null if not yet
 * @param refusedAt when the mail server took nothing for the address; null if it did
 */
public record Grant(
    UUID id,
    UUID personId,
    String advisor,
    String email,
    String purpose,
    Locale language,
    Badges badges,
    Set<Look> looks,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable Instant toldAt,
    @Nullable Instant refusedAt) {

  /** Which badges are seen. */
  public enum Badges {
    /** All, also those that come later; not those that their owner put out of sight. */
    ALL,
    CHOSEN,
    NONE
  }

  /** Where it stands. */
  public enum State {
    OPEN,
    EXPIRED,
    ENDED
  }

  /** Takes a copy of the looks. */
  public Grant {
    looks = Set.copyOf(looks);
  }

  /** Where it stands at a moment. */
  public State state(Instant now) {
    if (endedAt != null) {
      return State.ENDED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }

  /** Whether something is seen. */
  public boolean shows(Look look) {
    return looks.contains(look);
  }

  /** How much of each badge is seen. */
  Disclosure disclosure() {
    return Look.disclosure(looks);
  }
}
