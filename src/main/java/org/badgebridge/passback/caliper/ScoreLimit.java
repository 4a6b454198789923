package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Which scores are believed. The maximum that comes along is not always that of the assignment:
 * Canvas' own documentation shows 5 of 1. A score far above its maximum would meet every rule, so
 * it counts only as far as the administrator says that extra credit goes.
 *
 * @param percent of the maximum; 100 or more
 */
record ScoreLimit(int percent) {

  private static final Pattern PERCENT = Pattern.compile("[1-9]\\d{2,3}");

  static boolean fits(String text) {
    return text.isEmpty() || PERCENT.matcher(text).matches();
  }

  static ScoreLimit of(String text) {
    return new ScoreLimit(text.isEmpty() ? 100 : Integer.parseInt(text));
  }

  /** Whether both are numbers, and the score can be one of that maximum. */
  boolean believes(JsonNode score, JsonNode maximum) {
    if (!score.isNumber() || !maximum.isNumber()) {
      return false;
    }
    double most = maximum.doubleValue();
    double reached = score.doubleValue();
    return Double.isFinite(most)
        && most > 0
        && Double.isFinite(reached)
        && reached >= 0
        && reached <= most * percent / 100;
  }
}
