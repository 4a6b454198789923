package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.ClaimLinks;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What a claim link opens: one award, as long as it is open and the link was sent to its learner's
 * present address. It opens nothing else of the learner's, because mail is forwarded.
 */
@ApplicationScoped
public class ClaimByLink {

  private static final Set<AwardState> OPEN = EnumSet.of(AwardState.OFFERED, AwardState.DECLINED);

  private final Awards awards;
  private final LmsUsers lmsUsers;
  private final PersonAddresses addresses;

  @Inject
  public ClaimByLink(Awards awards, LmsUsers lmsUsers, PersonAddresses addresses) {
    this.awards = awards;
    this.lmsUsers = lmsUsers;
    this.addresses = addresses;
  }

  /** An award and whose it is. */
  public record Opened(UUID awardId, LmsUser learner) {

    public UUID personId() {
      return learner.personId();
    }

    /** For the audit trail. */
    public Actor actor() {
      return new Actor(Actor.Kind.LEARNER, personId(), "claim link");
    }
  }

  /**
   * What a link opens now.
   *
   * @param link as we made it
   * @param visitor whose backpack is open in this browser; null if none is
   * @return empty if it is used, or not worth anything any more
   * @throws ProblemException FORBIDDEN if it is somebody else's
   */
  public Optional<Opened> open(ClaimLinks.Named link, @Nullable UUID visitor) {
    Optional<Opened> opened =
        awards
            .find(link.awardId())
            .filter(award -> OPEN.contains(award.state()))
            .flatMap(award -> lmsUsers.find(award.lmsUserId()))
            .filter(learner -> wasSentTo(learner, link))
            .map(learner -> new Opened(link.awardId(), learner));
    if (visitor != null && opened.filter(each -> !visitor.equals(each.personId())).isPresent()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "backpack.link-of-another");
    }
    return opened;
  }

  private boolean wasSentTo(LmsUser learner, ClaimLinks.Named link) {
    return link.wasSentTo(learner.profile().email())
        || addresses.mailbox(learner).filter(link::wasSentTo).isPresent();
  }
}
