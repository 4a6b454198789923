package org.badgebridge.award.request;

import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a learner asks for.
 *
 * @param courseId the course in which they ask; null for none
 * @param said why they ask, and their evidence; a grade does not count
 */
public record Wish(UUID badgeClassId, UUID lmsUserId, @Nullable UUID courseId, AwardDetails said) {

  /** Takes no grade: nobody grades themselves. */
  public Wish {
    said = ungraded(said);
  }

  static AwardDetails ungraded(AwardDetails said) {
    return new AwardDetails(
        said.narrative(),
        said.evidenceUrl(),
        said.evidenceName(),
        said.evidenceDescription(),
        null);
  }
}
