package org.badgebridge.passback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Series and tasks of a course, renamed and removed by its lecturer. */
class OwnActivitiesDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anotherTitleIsKeptUnlessTheCourseHasItAlready(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new OwnDesk(database);
      Activity essay = made(desk, "Esay");
      made(desk, "Talk");

      rename(desk, essay, " Essay ");
      rename(desk, essay, "Essay");
      assertThat(titles(desk)).containsExactly("Essay", "Talk");
      assertThatThrownBy(() -> rename(desk, essay, "talk")).isInstanceOf(InvalidFields.class);
      assertThatThrownBy(() -> rename(desk, essay, " ")).isInstanceOf(InvalidFields.class);
      assertThat(titles(desk)).containsExactly("Essay", "Talk");
      assertThat(database.count("select count(*) from audit_entry where action = 'task.renamed'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyWhatNothingIsKnownOfCanBeRemoved(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new OwnDesk(database);
      Activity mistake = made(desk, "Mistake");
      Activity talk = made(desk, "Talk");
      UUID ada = desk.course.learner("Ada");
      desk.course.evidence(talk.id(), ada, "COMPLETED", null, null);

      remove(desk, mistake);
      assertThatThrownBy(() -> remove(desk, talk))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));

      assertThat(titles(desk)).containsExactly("Talk");
      assertThat(removals(database)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anotherCourseHasNoneOfThem(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new OwnDesk(database);
      UUID foreign = made(new OwnDesk(database), "Talk").id();
      assertThatThrownBy(
              () -> desk.in(room -> room.activities().require(foreign, desk.course.course)))
          .isInstanceOf(ProblemException.class);
    }
  }

  private static long removals(OpenDatabase database) {
    return database.count("select count(*) from audit_entry where action = 'task.removed'");
  }

  private static Activity made(OwnDesk desk, String title) {
    return desk.in(room -> room.activities().make(desk.lecturer(), Activity.Kind.TASK, title));
  }

  private static void rename(OwnDesk desk, Activity own, String title) {
    desk.in(
        room -> {
          Activity now = room.activities().require(own.id(), own.courseId());
          room.activities().rename(desk.lecturer(), now, title);
          return now;
        });
  }

  private static void remove(OwnDesk desk, Activity own) {
    desk.in(
        room -> {
          room.activities().remove(desk.lecturer(), own);
          return own;
        });
  }

  private static List<String> titles(OwnDesk desk) {
    return desk.in(
        room ->
            room.activities().of(desk.course.course, Activity.Kind.TASK).stream()
                .map(Activity::title)
                .toList());
  }
}
