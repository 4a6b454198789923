package org.badgebridge.pathway;

import java.util.List;
import java.util.UUID;

/**
 * How far a person is on a path.
 *
 * @param end the badge at its end
 * @param name of it, for the reader; alt what its drawing says
 * @param held whether the person holds it already
 * @param ordered whether its steps are taken one after the other
 */
public record PathView(
    UUID end, String name, String alt, boolean held, boolean ordered, List<Step> steps) {

  /** How many steps are taken. */
  public long taken() {
    return steps.stream().filter(Step::taken).count();
  }

  /**
   * One step.
   *
   * @param title for people; empty if it has none
   * @param needed how many of the badges it takes
   * @param next whether it is one to take now
   */
  public record Step(
      String title, int needed, boolean taken, boolean next, List<Station> stations) {

    /** How many more badges it takes. */
    public long missing() {
      return Math.max(0, needed - stations.stream().filter(Station::held).count());
    }
  }

  /** One badge of a step. */
  public record Station(UUID badge, String name, boolean held) {}
}
