package org.badgebridge.credential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a badge says, apart from any format: the one model from which every rendition is written.
 *
 * @param earner the person, by an id that is opaque and the same in all their badges
 * @param awardedAt when it was earned; whole seconds
 * @param validFrom when this document begins to hold: the version mark of a re-issue; whole seconds
 * @param validUntil when the badge ends; null if it does not
 */
record OpenBadge(
    UUID id,
    Instant awardedAt,
    Instant validFrom,
    @Nullable Instant validUntil,
    Issuing issuer,
    UUID earner,
    Achievement achievement,
    List<Proof> proofs,
    Said said,
    StatusEntry status) {

  /** Who issues it. */
  record Issuing(UUID id, String name, @Nullable String url, @Nullable String email) {}

  /**
   * What was earned.
   *
   * @param document the Open Badges 3.0 achievement as {@code AchievementDocument} writes it
   */
  record Achievement(UUID badgeClassId, String name, Map<String, Object> document) {}

  /**
   * What people said about this award.
   *
   * @param narrative what the learner did, in Markdown
   * @param evidence where it can be seen
   */
  record Said(@Nullable String narrative, @Nullable Evidence evidence, @Nullable Grade grade) {}

  /** Open Badges 3.0 §B.1.7. */
  record Evidence(@Nullable String url, @Nullable String name, @Nullable String description) {}

  /**
   * How well it was done.
   *
   * @param name what a grade is called in the badge's language
   * @param value as the grade scale of the badge class writes it, or in words
   */
  record Grade(String name, String value) {}

  /**
   * One score that counted.
   *
   * @param activity its name in the course
   * @param percent from 0 to 100
   */
  record Proof(String activity, double percent) {}
}
