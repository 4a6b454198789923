package org.badgebridge.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

  @Test
  void showsAllWhereNoneIsSmall() {
    assertThat(hidden(5, 8, 0)).isEmpty();
  }

  @Test
  void hidesASmallOneAndTheNextSoThatTheSumDoesNotGiveItAway() {
    assertThat(hidden(100, 3, 9, 20)).containsExactly("3", "9");
  }

  @Test
  void hidesSmallOnesAloneOnceTheyAreEnoughTogether() {
    assertThat(hidden(100, 3, 2)).containsExactly("3", "2");
  }

  @Test
  void hidesOneMoreWhereSmallOnesAreTooFewTogether() {
    assertThat(hidden(100, 1, 2, 40)).containsExactly("1", "2", "40");
  }

  @Test
  void leavesEmptyOnesOut() {
    assertThat(hidden(0, 0, 4)).containsExactly("4");
  }

  private static List<String> hidden(long... learners) {
    List<Group> groups =
        LongStream.of(learners)
            .mapToObj(
                each ->
                    new Group(
                        String.valueOf(each),
                        "",
                        null,
                        Figures.of(Map.of(Count.MET, each)),
                        each,
                        false))
            .toList();
    return SmallGroups.hidden(groups).stream().filter(Group::hidden).map(Group::key).toList();
  }
}
