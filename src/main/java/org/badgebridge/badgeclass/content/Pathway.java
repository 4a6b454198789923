package org.badgebridge.badgeclass.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A badge that is earned by badges: every step must be taken, and each step says how many of its
 * badges it takes.
 *
 * @param ordered whether the steps are taken one after the other: a badge held early counts when
 *     its step's turn has come
 * @param steps in order
 */
public record Pathway(boolean ordered, List<Step> steps) {

  /** Most steps, and most badges of a step: a path that fits on a page. */
  public static final int MOST = 20;

  /** What is missing is empty. */
  public Pathway(boolean ordered, @Nullable List<Step> steps) {
    this.ordered = ordered;
    this.steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** Every badge class on the path, in order. */
  public Set<UUID> badges() {
    return steps.stream()
        .flatMap(step -> step.badges().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * One step.
   *
   * @param title what the step is about; may be empty
   * @param needed how many of the badges it takes: 1 for any, all of them for all
   * @param badges ids of badge classes, without doubles
   */
  public record Step(String title, int needed, List<UUID> badges) {

    /** Cleans the title; what is missing is empty. */
    public Step(@Nullable String title, int needed, @Nullable List<UUID> badges) {
      this.title = PlainText.optionalLine(title);
      this.badges = badges == null ? List.of() : badges.stream().distinct().toList();
      this.needed = needed;
    }
  }
}
