package org.badgebridge.insight.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hides groups of fewer than {@link Rate#FEWEST} learners, and as many others as it takes that the
 * hidden ones cannot be told from the sum of all: never one alone, never fewer learners than that
 * together.
 */
final class SmallGroups {

  private SmallGroups() {}

  static List<Group> hidden(List<Group> groups) {
    List<Group> hidden = new ArrayList<>(groups.stream().filter(SmallGroups::isSmall).toList());
    if (hidden.isEmpty()) {
      return groups;
    }
    List<Group> others =
        groups.stream()
            .filter(each -> !each.none() && !isSmall(each))
            .sorted(Comparator.comparingLong(Group::learners))
            .toList();
    for (Group next : others) {
      if (hidden.size() > 1 && together(hidden) >= Rate.FEWEST) {
        break;
      }
      hidden.add(next);
    }
    return groups.stream().map(each -> hidden.contains(each) ? each.hide() : each).toList();
  }

  private static boolean isSmall(Group group) {
    return !group.none() && group.learners() < Rate.FEWEST;
  }

  private static long together(List<Group> hidden) {
    return hidden.stream().mapToLong(Group::learners).sum();
  }
}
