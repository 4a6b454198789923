package org.badgebridge.insight.figures;

import java.util.Comparator;
import java.util.List;

/**
 * All figures of a filter, from one look at the tables.
 *
 * @param total everything together; hidden if there are too few learners
 * @param classes by name, those without awards too
 * @param courses by title, only those with awards
 * @param origins through which door, only those with awards
 * @param months by the month of the offer, the earliest first; the key is its first day
 * @param requests what learners asked for, by the day on which they did first
 */
public record Overview(
    Filter filter,
    Group total,
    List<Group> classes,
    List<Group> courses,
    List<Group> origins,
    List<Group> months,
    RequestFigures requests) {

  /** The courses with the most offers; those that are hidden come last, whatever they have. */
  public List<Group> busiest(int most) {
    return courses.stream()
        .sorted(
            Comparator.comparing(Group::hidden)
                .thenComparing(
                    each -> each.hidden() ? 0 : Measure.OFFERED.count(each.figures()),
                    Comparator.reverseOrder()))
        .limit(most)
        .toList();
  }

  /** The same with nothing to be seen. */
  Overview hide() {
    return new Overview(
        filter,
        total.hide(),
        hidden(classes),
        hidden(courses),
        hidden(origins),
        hidden(months),
        requests.hide());
  }

  private static List<Group> hidden(List<Group> groups) {
    return groups.stream().map(each -> each.none() ? each : each.hide()).toList();
  }
}
