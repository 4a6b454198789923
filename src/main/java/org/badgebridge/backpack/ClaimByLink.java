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
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
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

  private final ClaimLinks links;
  private final Awards awards;
  private final LmsUsers lmsUsers;

  @Inject
  public ClaimByLink(ClaimLinks links, Awards awards, LmsUsers lmsUsers) {
    this.links = links;
    this.awards = awards;
    this.lmsUsers = lmsUsers;
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

  /** Whether we made this link, whatever it is worth now. */
  public boolean knows(String token) {
    return links.read(token).isPresent();
  }

  /**
   * What a link opens now.
   *
   * @param visitor whose backpack is open in this browser; null if none is
   * @return empty if it is used, or not worth anything any more
   * @throws ProblemException FORBIDDEN if it is somebody else's
   */
  public Optional<Opened> open(String token, @Nullable UUID visitor) {
    Optional<ClaimLinks.Named> named = links.read(token);
    Optional<DirectAward> award = named.map(ClaimLinks.Named::awardId).flatMap(awards::find);
    Optional<LmsUser> learner = award.map(DirectAward::lmsUserId).flatMap(lmsUsers::find);
    if (learner.isEmpty() || !OPEN.contains(award.orElseThrow().state())) {
      return Optional.empty();
    }
    if (!named.orElseThrow().wasSentTo(learner.get().profile().email())) {
      return Optional.empty();
    }
    if (visitor != null && !visitor.equals(learner.get().personId())) {
      throw new ProblemException(ProblemType.FORBIDDEN, "backpack.link-of-another");
    }
    return Optional.of(new Opened(award.get().id(), learner.get()));
  }
}
