package org.badgebridge.award;

import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or a rule, wants to give to one learner.
 *
 * @param sandbox whether it counts for nothing; awards of test users never count, whatever is said
 *     here
 * @param courseId where it was earned; the lecturers of this course may decide about it
 * @param reasonJson a JSON object that says why, kept for ever
 * @param needsApproval whether a lecturer must approve before the learner sees it
 */
public record Offer(
    UUID institutionId,
    UUID badgeClassId,
    UUID lmsUserId,
    boolean sandbox,
    Origin origin,
    @Nullable UUID courseId,
    @Nullable UUID attachmentId,
    @Nullable UUID ruleId,
    String reasonJson,
    boolean needsApproval,
    Actor actor) {

  /** Through which door an award came. */
  public enum Origin {
    RULE,
    STAFF,
    LAUNCH,
    CSV,
    API
  }
}
