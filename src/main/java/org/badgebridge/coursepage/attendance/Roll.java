package org.badgebridge.coursepage.attendance;

import java.util.List;
import java.util.UUID;

/**
 * Learners to tick, with what is known of each.
 *
 * @param base the address whose parts {@code /learners} and {@code /more} give more of it
 * @param words that are searched
 * @param picked who is ticked and stays in sight
 * @param next the key of the next page; empty on the last
 */
public record Roll(
    String base, String words, List<Row> picked, List<Row> found, String next, boolean none) {

  /**
   * One learner.
   *
   * @param states what is said of them, in words
   * @param good whether it counts
   */
  public record Row(UUID id, String name, List<String> states, boolean good) {}
}
