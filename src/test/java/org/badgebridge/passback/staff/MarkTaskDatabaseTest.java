package org.badgebridge.passback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnDesk;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkTaskDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ticksOffTakesBackAndTicksOffAgain(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID stranger = desk.own.course.user("Stranger", false);

      assertThat(desk.say(Map.of(ada, Result.COMPLETED, stranger, Result.COMPLETED)))
          .containsExactly(ada);
      assertThat(desk.say(Map.of(ada, Result.COMPLETED))).isEmpty();
      assertThat(desk.only(ada).undone()).isFalse();
      assertThat(desk.only(ada).source()).isEqualTo("staff");
      assertThat(desk.takeBack(ada)).containsExactly(ada);
      assertThat(desk.takeBack(ada)).isEmpty();
      assertThat(desk.only(ada).undone()).isTrue();
      desk.say(Map.of(ada, Result.COMPLETED)); // the clock stands still
      assertThat(desk.only(ada).undone()).isFalse();

      assertThat(desk.own.audited("task.said")).isEqualTo(2);
      assertThat(desk.own.audited("task.taken-back")).isOne();
      assertThat(desk.own.heard.events).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aScoreIsKeptWhenItIsTakenBack(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      desk.say(Map.of(ada, new Result(Fact.Kind.SCORED, 8.0, 10.0)));
      desk.say(Map.of(ada, new Result(Fact.Kind.SCORED, 6.0, 10.0)));
      assertThat(desk.only(ada).percent()).isEqualTo(60.0);
      desk.takeBack(ada);
      assertThat(desk.only(ada).percent()).isEqualTo(60.0);
      assertThat(desk.only(ada).undone()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyWhoTickTheSameLearnerMakeOneFact(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID bo = desk.own.course.learner("Bo");
      List<List<UUID>> all =
          Race.of(8, () -> desk.say(Map.of(ada, Result.COMPLETED, bo, Result.COMPLETED)));
      assertThat(all.stream().mapToInt(List::size).sum()).isEqualTo(2);
      assertThat(database.count("select count(*) from passback")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theTaskIsOneOfTheCourseAndHasATitleOfItsOwn(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      InCourse where =
          new InCourse(desk.own.course.institution, UUID.randomUUID(), desk.own.lecturer().actor());
      assertThatThrownBy(() -> desk.own.in(room -> desk.mark(room).say(where, desk.task, Map.of())))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
      for (String title : List.of("", "POSTER", "x".repeat(201))) {
        assertThatThrownBy(
                () ->
                    desk.own.in(
                        room ->
                            room.activities().make(desk.own.lecturer(), Activity.Kind.TASK, title)))
            .isInstanceOf(InvalidFields.class);
      }
    }
  }

  /** One task of a course. */
  private static final class Desk {

    final OwnDesk own;
    final UUID task;

    Desk(OpenDatabase database) {
      own = new OwnDesk(database);
      task =
          own.in(room -> room.activities().make(own.lecturer(), Activity.Kind.TASK, "Poster")).id();
    }

    List<UUID> say(Map<UUID, Result> results) {
      return own.in(room -> mark(room).say(own.lecturer(), task, results));
    }

    List<UUID> takeBack(UUID... learners) {
      return own.in(room -> mark(room).takeBack(own.lecturer(), task, List.of(learners)));
    }

    EvidenceItem only(UUID learner) {
      List<EvidenceItem> found = own.evidence(task, learner);
      assertThat(found).hasSize(1);
      return found.get(0);
    }

    MarkTask mark(OwnDesk.Room room) {
      return new MarkTask(room.activities(), room.facts(), room.learners(), room.audit());
    }
  }
}
