package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.badgebridge.rule.RuleTree.AllOf;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchingDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anActivityIsWatchedForWhatRulesAskOfIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID quiz = course.activity("RESOURCE_LINK", "Quiz");
      UUID essay = course.activity("RESOURCE_LINK", "Essay");
      UUID byGrades =
          attach(
              database,
              course,
              new AllOf(List.of(new ScoreAtLeast(quiz, 60), new ScoreAtLeast(essay, 60))));
      assertThat(watched(database, quiz)).isEqualTo(new Watched(quiz, false, false, true));

      attach(database, course, new Completed(quiz));
      assertThat(watched(database, quiz)).isEqualTo(new Watched(quiz, false, true, true));
      assertThat(watched(database, essay)).isEqualTo(new Watched(essay, false, false, true));

      database.transaction(
          em ->
              new RuleDesk(em)
                  .change.change(
                      byGrades,
                      course.course,
                      new Completed(essay),
                      AwardRule.Manner.of(AwardRule.Mode.AUTOMATIC),
                      RuleDesk.lecturer(course.lecturer)));
      assertThat(watched(database, quiz)).isEqualTo(new Watched(quiz, false, true, false));
      assertThat(watched(database, essay)).isEqualTo(new Watched(essay, false, true, false));
    }
  }

  private static Watched watched(OpenDatabase database, UUID activity) {
    return database.compute(em -> new RuleDesk(em).watching.find(activity).orElseThrow());
  }

  private static UUID attach(OpenDatabase database, SampleCourse course, RuleTree tree) {
    UUID badgeClass = course.badgeClass();
    return database.compute(
        em ->
            new RuleDesk(em)
                .attach
                .attach(
                    course.course,
                    badgeClass,
                    tree,
                    AwardRule.Mode.AUTOMATIC,
                    RuleDesk.lecturer(course.lecturer))
                .id());
  }
}
