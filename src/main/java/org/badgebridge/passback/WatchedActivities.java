package org.badgebridge.passback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which activities matter: those that a rule of an attachment reads which is on, or a draft that a
 * lecturer is trying out. The room of the rules answers; several rooms may.
 */
public interface WatchedActivities {

  /**
   * Watched activities to look at now: those without a row in {@code source_poll}, and those with
   * one whose {@code next_at} has come.
   */
  List<Watched> due(Instant now, int limit);

  /** All watched activities of one course, due or not. */
  List<Watched> ofCourse(UUID courseId);

  /** One activity, if it is watched. */
  Optional<Watched> find(UUID activityId);

  /**
   * One watched activity.
   *
   * @param restrictionConfirmed whether a lecturer confirmed that its placement is restricted in
   *     the LMS; true if any attachment's lecturer who shows the badge there did
   * @param asksCompletion whether any rule asks if it is done
   * @param asksScore whether any rule asks for its score
   */
  record Watched(
      UUID activityId, boolean restrictionConfirmed, boolean asksCompletion, boolean asksScore) {

    Watched or(Watched other) {
      return new Watched(
          activityId,
          restrictionConfirmed || other.restrictionConfirmed,
          asksCompletion || other.asksCompletion,
          asksScore || other.asksScore);
    }
  }
}
