package org.badgebridge.deeplinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.ActivityCatalogue;
import org.badgebridge.passback.ActivityChoices;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseActivitiesDatabaseTest {

  /** A platform that tells of a quiz and of a page without completion, or does not answer. */
  private static final class Platform implements ActivityCatalogue {

    boolean connected = true;
    boolean silent;

    @Override
    public boolean covers(Course course) {
      return connected;
    }

    @Override
    public List<Offered> offered(Course course) {
      if (silent) {
        throw new ExternalUnavailable("closed for the night", null, null);
      }
      return List.of(
          new Offered(Activity.Kind.COURSE, "course", "Logic", "course", true),
          new Offered(Activity.Kind.MODULE, "98", "News", "forum", false),
          new Offered(Activity.Kind.MODULE, "99", "Quiz", "quiz", true));
    }
  }

  private static final class Desk {

    final Platform platform = new Platform();
    final Activities activities;
    final Course course;
    final CourseActivities there;

    Desk(OpenDatabase database) {
      var sample = new SampleCourse(database);
      var sql = new Sql(database.dataSource());
      activities = new Activities(sql, Clock.systemUTC());
      course = new Courses(sql).find(sample.course).orElseThrow();
      there = new CourseActivities(new ActivityChoices(List.of(platform)), activities);
    }

    List<String> titles() {
      return there.of(course).choices().stream().map(CourseActivities.Choice::title).toList();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsChosenBecomesKnownOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      Wish wish = wish(Wish.Evidence.ACTIVITY_DONE, "MODULE/99");
      assertThat(desk.there.known(desk.course, wish)).isEmpty();
      var chosen = desk.there.chosen(desk.course, wish);
      assertThat(desk.there.chosen(desk.course, wish)).isEqualTo(chosen);
      assertThat(desk.there.known(desk.course, wish)).contains(chosen);
      assertThat(desk.activities.of(desk.course.id()))
          .singleElement()
          .returns("Quiz", Activity::title)
          .satisfies(each -> assertThat(CourseActivities.value(each)).contains("MODULE/99"));
      assertThat(desk.titles()).containsExactly("Logic", "News", "Quiz");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhyAnActivityCannotBeChosen(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      refuses("gone", () -> desk.there.chosen(desk.course, done("MODULE/97")));
      refuses("gone", () -> desk.there.chosen(desk.course, done("TASK/1")));
      refuses("untracked", () -> desk.there.chosen(desk.course, done("MODULE/98")));
      desk.there.chosen(desk.course, wish(Wish.Evidence.ACTIVITY_GRADE, "MODULE/98"));
      refuses("untracked", () -> desk.there.chosen(desk.course, done("MODULE/98")));
      desk.platform.silent = true;
      refuses("silent", () -> desk.there.chosen(desk.course, done("MODULE/99")));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsKnownCanBeChosenWhileThePlatformIsSilent(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      var quiz = desk.there.chosen(desk.course, done("MODULE/99"));
      desk.activities.known(desk.course.id(), Activity.Kind.TASK, "t", "Present");
      desk.platform.silent = true;
      assertThat(desk.there.of(desk.course).silent()).isTrue();
      assertThat(desk.titles()).containsExactly("Quiz");
      assertThat(desk.there.chosen(desk.course, done("MODULE/99"))).isEqualTo(quiz);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersNothingWhereNothingIsConnectedOrKnown(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      desk.platform.connected = false;
      assertThat(desk.there.possible(desk.course)).isFalse();
      assertThat(desk.there.of(desk.course))
          .isEqualTo(new CourseActivities.Found(List.of(), false));
      desk.activities.known(desk.course.id(), Activity.Kind.TASK, "t", "Present");
      assertThat(desk.there.possible(desk.course)).isFalse();
      desk.activities.known(desk.course.id(), Activity.Kind.MODULE, "97", "Essay");
      assertThat(desk.there.possible(desk.course)).isTrue();
    }
  }

  private static void refuses(String why, ThrowingCallable choosing) {
    assertThatThrownBy(choosing)
        .asInstanceOf(type(InvalidFields.class))
        .satisfies(
            invalid ->
                assertThat(invalid.faults())
                    .containsExactly(
                        FieldFault.of("activity", "deeplinking.fault.activity." + why)));
  }

  private static Wish done(String activity) {
    return wish(Wish.Evidence.ACTIVITY_DONE, activity);
  }

  private static Wish wish(Wish.Evidence evidence, String activity) {
    return new Wish(evidence, 60, AwardRule.Mode.AUTOMATIC, false, activity);
  }
}
