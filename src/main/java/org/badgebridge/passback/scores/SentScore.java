package org.badgebridge.passback.scores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score as it is posted (LTI Assignment and Grade Services 2.0 §3.4).
 *
 * @param userId the platform's id of the user
 * @param timestamp when the score changed at the sender
 * @param scoreGiven zero or more, also above the maximum (extra credit); null: there is no score
 * @param scoreMaximum above zero; null only with no score
 */
record SentScore(
    String userId,
    Instant timestamp,
    Activity activityProgress,
    Grading gradingProgress,
    @Nullable Double scoreGiven,
    @Nullable Double scoreMaximum,
    @Nullable String comment,
    @Nullable String scoringUserId) {

  private static final int NAME = 255;
  private static final int COMMENT = 10_000;

  /** How far the user is (§3.4.7). */
  enum Activity {
    Initialized,
    Started,
    InProgress,
    Submitted,
    Completed
  }

  /** How far the grading is (§3.4.8): only what is fully graded is a final score. */
  enum Grading {
    FullyGraded,
    Pending,
    PendingManual,
    Failed,
    NotReady
  }

  /**
   * What a message says.
   *
   * @throws org.badgebridge.problem.ProblemException MALFORMED with the member that is wrong
   */
  static SentScore of(AgsJson json) {
    String user = json.text("userId", NAME);
    // "timestamp": ISO 8601 with a zone and sub-second precision (§3.4.5)
    Instant timestamp = json.moment("timestamp", true);
    if (timestamp == null) {
      throw AgsJson.wrong("timestamp", "missing");
    }
    Double given = json.number("scoreGiven");
    if (given != null && given < 0) {
      throw AgsJson.wrong("scoreGiven", "not-below-zero");
    }
    Double maximum = json.number("scoreMaximum");
    if (maximum != null && maximum <= 0) {
      throw AgsJson.wrong("scoreMaximum", "above-zero");
    }
    // "scoreMaximum … MUST be present if scoreGiven is present" (§3.4.4)
    if (given != null && maximum == null) {
      throw AgsJson.wrong("scoreMaximum", "missing");
    }
    String comment = json.prose("comment");
    if (comment != null && comment.length() > COMMENT) {
      throw AgsJson.wrong("comment", "text");
    }
    return new SentScore(
        user,
        timestamp,
        one(json, "activityProgress", Activity.class),
        one(json, "gradingProgress", Grading.class),
        given,
        maximum,
        comment == null ? null : comment.replace("\0", ""),
        json.optionalText("scoringUserId", NAME));
  }

  boolean isFinal() {
    return gradingProgress == Grading.FullyGraded && scoreGiven != null;
  }

  /** The words of the specification, in its own spelling. */
  private static <E extends Enum<E>> E one(AgsJson json, String field, Class<E> type) {
    String text = json.text(field, 20);
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    throw AgsJson.wrong(field, "progress");
  }
}
