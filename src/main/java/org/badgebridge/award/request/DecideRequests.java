package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;

/**
 * One word about many requests. Each is a transaction of its own: what cannot be decided so is left
 * as it is and hinders none of the others, and nobody waits long for a learner.
 */
@ApplicationScoped
public class DecideRequests {

  private final RequestsAtHand atHand;
  private final ApproveRequest approveRequest;
  private final DecideRequest decideRequest;

  @Inject
  public DecideRequests(
      RequestsAtHand atHand, ApproveRequest approveRequest, DecideRequest decideRequest) {
    this.atHand = atHand;
    this.approveRequest = approveRequest;
    this.decideRequest = decideRequest;
  }

  /** What can be said about many at once. */
  public enum Word {
    APPROVE,
    DENY,
    RETURN
  }

  /**
   * What became of it.
   *
   * @param done how many were decided by it
   * @param left how many were not: decided before, or the badge class asks for more
   */
  public record Done(int done, int left) {}

  /**
   * Decides about each.
   *
   * @param words said to the learners; for an approval they do not count
   * @throws ProblemException NOT_FOUND or FORBIDDEN if one of them may not be decided, before any
   *     is
   * @throws InvalidFields without a reason where one is needed
   */
  public Done decide(Word word, Collection<UUID> ids, String words, Reach reach, Actor by) {
    List<UUID> each = ids.stream().distinct().toList();
    atHand.requireAll(each, reach, by);
    return switch (word) {
      case APPROVE ->
          count(each, id -> approveRequest.approve(id, AwardDetails.NONE, reach, by), true);
      case DENY -> count(each, id -> decideRequest.deny(id, words, reach, by), false);
      case RETURN -> count(each, id -> decideRequest.giveBack(id, words, reach, by), false);
    };
  }

  private static Done count(List<UUID> ids, Predicate<UUID> decision, boolean lenient) {
    int done = 0;
    for (UUID id : ids) {
      try {
        done += decision.test(id) ? 1 : 0;
      } catch (InvalidFields e) {
        if (!lenient) {
          throw e; // the words, which are the same for all
        }
      } catch (ProblemException e) {
        // somebody else was faster, or an award is under way
      }
    }
    return new Done(done, ids.size() - done);
  }
}
