package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.LmsUser;

/** Whether a learner can be reached by mail at all. */
@ApplicationScoped
public class Standing {

  private final MailStops stops;
  private final Undeliverable undeliverable;

  @Inject
  public Standing(MailStops stops, Undeliverable undeliverable) {
    this.stops = stops;
    this.undeliverable = undeliverable;
  }

  /** What keeps mail from a learner. */
  public enum Obstacle {
    /** Their LMS tells no address. */
    NO_ADDRESS,
    /** They want no mail. */
    OPTED_OUT,
    /** Nothing reaches the address. */
    UNDELIVERABLE
  }

  /** What keeps mail from this learner; empty if nothing does. */
  Optional<Obstacle> obstacle(LmsUser learner) {
    String email = learner.profile().email();
    if (email == null || email.isBlank()) {
      return Optional.of(Obstacle.NO_ADDRESS);
    }
    if (stops.stopped(learner.id())) {
      return Optional.of(Obstacle.OPTED_OUT);
    }
    return undeliverable.why(EmailAddress.digest(email)).map(why -> Obstacle.UNDELIVERABLE);
  }
}
