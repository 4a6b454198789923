package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.way.PersonAddresses;

/** Whether a learner can be reached by mail at all. */
@ApplicationScoped
public class Standing {

  private final MailStops stops;
  private final Undeliverable undeliverable;
  private final PersonAddresses addresses;

  @Inject
  public Standing(MailStops stops, Undeliverable undeliverable, PersonAddresses addresses) {
    this.stops = stops;
    this.undeliverable = undeliverable;
    this.addresses = addresses;
  }

  /** What keeps mail from a learner. */
  public enum Obstacle {
    /** Their LMS tells no address, and they chose none. */
    NO_ADDRESS,
    /** They want no mail. */
    OPTED_OUT,
    /** Nothing reaches the address. */
    UNDELIVERABLE
  }

  /** Where mail for this learner goes. */
  Optional<String> mailbox(LmsUser learner) {
    return addresses.mailbox(learner);
  }

  /** What keeps mail from this learner; empty if nothing does. */
  Optional<Obstacle> obstacle(LmsUser learner) {
    Optional<String> mailbox = mailbox(learner);
    if (mailbox.isEmpty()) {
      return Optional.of(Obstacle.NO_ADDRESS);
    }
    if (stops.stopped(learner.id())) {
      return Optional.of(Obstacle.OPTED_OUT);
    }
    return undeliverable.why(EmailAddress.digest(mailbox.get())).map(why -> Obstacle.UNDELIVERABLE);
  }
}
