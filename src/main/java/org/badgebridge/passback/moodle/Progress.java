package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one learner is with one activity, or with the course as a whole.
 *
 * @param completed whether it is complete by the settings of the activity
 * @param passed whether it is complete with a grade to pass
 * @param at when that changed last, or null
 */
record Progress(boolean completed, boolean passed, @Nullable Instant at) {

  /** {@code COMPLETION_COMPLETE} and {@code COMPLETION_COMPLETE_PASS}. */
  private static final Set<Integer> COMPLETE = Set.of(1, 2);

  private static final int PASS = 2;

  /**
   * Reads a status of {@code core_completion_get_activities_completion_status}. Whether failing
   * (states 3 and 4) is complete depends on the activity, which {@code isoverallcomplete} knows.
   */
  static Progress of(JsonNode status) {
    int state = status.path("state").asInt();
    JsonNode overall = status.path("isoverallcomplete");
    boolean completed = overall.isBoolean() ? overall.asBoolean() : COMPLETE.contains(state);
    return new Progress(completed, state == PASS, Times.epoch(status.path("timecompleted")));
  }

  /**
   * Reads a {@code completionstatus} of {@code core_completion_get_course_completion_status}. The
   * course was completed with the last of its criteria.
   */
  static Progress ofCourse(JsonNode status) {
    Instant last = null;
    for (JsonNode each : status.path("completions")) {
      Instant at = Times.epoch(each.path("timecompleted"));
      if (at != null && (last == null || at.isAfter(last))) {
        last = at;
      }
    }
    return new Progress(status.path("completed").asBoolean(false), false, last);
  }
}
