package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What advisors are still to be told of: one message for each grant. */
@ApplicationScoped
public class Invitations {

  private final Grants grants;
  private final LearnerName names;
  private final Clock clock;

  @Inject
  public Invitations(Grants grants, LearnerName names, Clock clock) {
    this.grants = grants;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A message to an advisor. What for the learner asks is not in it: nobody sends words of their
   * own to strangers by our mail.
   *
   * @param path of the grant's page
   * @param learner who asks; empty if their school withholds the name
   */
  public record Invitation(
      String email, Locale language, String learner, Instant until, String path) {}

  /** The message of a grant, unless it was sent, or is not to be any more. */
  @Transactional
  public Optional<Invitation> owed(UUID grantId) {
    return grants
        .find(grantId)
        .filter(each -> each.toldAt() == null && each.refusedAt() == null)
        .filter(each -> each.state(clock.instant()) == Grant.State.OPEN)
        .map(
            each ->
                new Invitation(
                    each.email(),
                    each.language(),
                    names.of(each.personId()),
                    each.expiresAt(),
                    AdvisingPage.ADDRESS + "/" + each.id()));
  }

  /**
   * Notes how it went, for the learner to see.
   *
   * @param taken false if the mail server takes nothing for that address
   */
  @Transactional
  public void settle(UUID grantId, boolean taken) {
    grants.told(grantId, taken);
  }
}
