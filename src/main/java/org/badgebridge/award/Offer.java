package org.badgebridge.award;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or a rule, wants to give to one learner.
 *
 * @param institutionId of the badge class
 * @param reasonJson a JSON object that says why, kept for ever
 * @param sandbox whether it counts for nothing; awards of test users never count, whatever is said
 *     here
 * @param again whether a learner who had it before, and has it no more, gets it anew: only people
 *     decide that
 * @param earned since when what it is given for was done: where a badge class can be renewed, a
 *     holder gets it anew for what was done late enough; null if the offer renews nothing
 */
public record Offer(
    UUID institutionId,
    UUID badgeClassId,
    UUID lmsUserId,
    Provenance provenance,
    String reasonJson,
    AwardDetails details,
    Moment moment,
    boolean sandbox,
    boolean again,
    @Nullable Instant earned,
    Actor actor) {

  /** A reason that says nothing. */
  public static final String NO_REASON = "{}";

  /**
   * A rule's offer: nothing is said about it but its reason.
   *
   * @param earned since when the rule is met by what was done alone; null if it asks for no deed
   */
  public static Offer byRule(
      UUID institutionId,
      UUID badgeClassId,
      UUID lmsUserId,
      Provenance provenance,
      String reasonJson,
      Moment moment,
      @Nullable Instant earned,
      Actor rule) {
    return new Offer(
        institutionId,
        badgeClassId,
        lmsUserId,
        provenance,
        reasonJson,
        AwardDetails.NONE,
        moment,
        false,
        false,
        earned,
        rule);
  }

  /** The same at another moment. */
  Offer at(Moment other) {
    return with(provenance, other);
  }

  /** The same as the next edition of an award that is held. */
  Offer renewing(DirectAward held) {
    return with(provenance.replacing(held.id()), moment);
  }

  private Offer with(Provenance from, Moment when) {
    return new Offer(
        institutionId,
        badgeClassId,
        lmsUserId,
        from,
        reasonJson,
        details,
        when,
        sandbox,
        again,
        earned,
        actor);
  }

  /**
   * When the learner can claim it.
   *
   * @param from for {@link When#LATER}
   */
  public record Moment(When when, @Nullable Instant from) {

    public static final Moment NOW = new Moment(When.NOW, null);
    public static final Moment ON_APPROVAL = new Moment(When.ON_APPROVAL, null);

    /** That moment; at once if there is none, or if it has passed. */
    public static Moment from(@Nullable Instant time, Instant now) {
      return time == null || !time.isAfter(now) ? NOW : new Moment(When.LATER, time);
    }

    /** The kinds of moments. */
    public enum When {
      NOW,
      /** Once a lecturer or staff approved it. */
      ON_APPROVAL,
      /** From a moment in the future on. */
      LATER
    }
  }
}
