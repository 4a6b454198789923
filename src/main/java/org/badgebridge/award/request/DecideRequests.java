package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One word about one request or many. Of many each is a transaction of its own: what cannot be
 * decided so is left as it is and hinders none of the others, and nobody waits long for a learner.
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

  /** What can be said about a request. */
  public enum Word {
    APPROVE,
    RETURN,
    DENY,
    REOPEN;

    /**
     * The word of that name.
     *
     * @throws ProblemException MALFORMED if there is none
     */
    public static Word named(@Nullable String name) {
      for (Word each : values()) {
        if (each.name().equals(name)) {
          return each;
        }
      }
      throw new ProblemException(ProblemType.MALFORMED, "problem.malformed.detail");
    }

    /** The last part of its message keys. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What became of it.
   *
   * @param done how many were decided by it
   * @param left how many were not: decided before, or the badge class asks for more
   */
  public record Done(Word word, int done, int left) {}

  /**
   * Decides about one.
   *
   * @param form what is said with it
   * @throws ProblemException as {@link ApproveRequest} and {@link DecideRequest} say
   */
  public Done one(Word word, UUID id, DecisionForm form, Reach reach, Actor by) {
    boolean changed =
        switch (word) {
          case APPROVE -> approveRequest.approve(id, form.said(), reach, by);
          case RETURN -> decideRequest.giveBack(id, form.words(), reach, by);
          case DENY -> decideRequest.deny(id, form.words(), reach, by);
          case REOPEN -> decideRequest.reopen(id, reach, by);
        };
    return new Done(word, changed ? 1 : 0, changed ? 0 : 1);
  }

  /**
   * Decides about each that is ticked.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN if one of them may not be decided, before any
   *     is
   * @throws InvalidFields without a reason where one is needed
   */
  public Done ticked(Word word, DecisionForm form, Reach reach, Actor by) {
    atHand.requireAll(form.ticked(), reach, by);
    int done = 0;
    for (UUID id : form.ticked()) {
      try {
        done += one(word, id, form.ungraded(), reach, by).done();
      } catch (InvalidFields e) {
        if (word != Word.APPROVE) {
          throw e; // the words, which are the same for all
        }
      } catch (ProblemException e) {
        // somebody else was faster, or an award is under way: it is left as it is
      }
    }
    return new Done(word, done, form.ticked().size() - done);
  }
}
