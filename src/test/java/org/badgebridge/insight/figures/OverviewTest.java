package org.badgebridge.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverviewTest {

  @Test
  void theBusiestCoursesComeFirstAndTheirPlaceTellsNothingOfHiddenOnes() {
    Overview overview =
        new Overview(
            Filter.all(UUID.randomUUID()),
            course("all", 39, false),
            List.of(),
            List.of(
                course("few", 7, false),
                course("hidden", 30, true),
                course("many", 20, false),
                course("hidden, too", 2, true)),
            List.of(),
            List.of(),
            RequestFigures.of(Map.of(), 0));

    assertThat(overview.busiest(3)).extracting(Group::key).containsExactly("many", "few", "hidden");
    assertThat(overview.busiest(9)).hasSize(4);
  }

  private static Group course(String key, long offers, boolean hidden) {
    return new Group(key, key, null, Figures.of(Map.of(Count.OFFERED, offers)), offers, hidden);
  }
}
