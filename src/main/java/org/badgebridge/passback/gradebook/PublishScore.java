package org.badgebridge.passback.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a score into a line item of ours, timed so that the platform takes it as the newest. */
@ApplicationScoped
public class PublishScore {

  private final Gradebook gradebook;
  private final ScoreTimes times;

  @Inject
  public PublishScore(Gradebook gradebook, ScoreTimes times) {
    this.gradebook = gradebook;
    this.times = times;
  }

  /**
   * Sends one score. Never within a transaction; sending it again after a crash does no harm.
   *
   * @param userId the platform's {@code sub}
   * @param comment shown to the learner, or null
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses for good
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  public Publication publish(
      UUID platformId,
      String lineItemUrl,
      String userId,
      double given,
      double maximum,
      @Nullable String comment) {
    Score score = new Score(userId, given, maximum, times.next(lineItemUrl, userId), comment);
    return gradebook.publish(platformId, lineItemUrl, score);
  }

  /**
   * Takes a learner's score out again, as a score without a value; under the same terms.
   *
   * @param userId the platform's {@code sub}
   */
  public Publication clear(UUID platformId, String lineItemUrl, String userId) {
    return gradebook.clear(platformId, lineItemUrl, userId, times.next(lineItemUrl, userId));
  }
}
