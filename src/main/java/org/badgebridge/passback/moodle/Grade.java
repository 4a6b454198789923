package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one learner has in one grade item, as {@code gradereport_user_get_grade_items} tells it.
 *
 * @param score above the lowest grade there is; null when there is no grade
 * @param maximum from the lowest to the highest grade, above zero
 * @param at when it was given, or null
 * @param hidden whether the learner does not see it yet
 */
record Grade(@Nullable Double score, double maximum, @Nullable Instant at, boolean hidden) {

  /** Reads an item; null if it is none that could be judged. */
  static @Nullable Grade of(JsonNode item) {
    double least = item.path("grademin").asDouble(0);
    double most = item.path("grademax").asDouble(0);
    JsonNode raw = item.path("graderaw");
    @Nullable Double score = raw.isNumber() ? raw.asDouble() - least : null;
    double maximum = most - least;
    if (!Double.isFinite(maximum) || maximum <= 0 || (score != null && !Double.isFinite(score))) {
      return null;
    }
    return new Grade(
        score,
        maximum,
        Times.epoch(item.path("gradedategraded")),
        item.path("gradeishidden").asBoolean(false));
  }
}
