package org.badgebridge.passback.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.passback.connector.ConnectorKind.Trial;
import org.badgebridge.testing.FakeServices.Reply;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoodleKindDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhichSiteItIsAndThatAllIsAllowed(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isTrue();
      assertThat(trial.seen().get(0)).contains("4.5.6").contains(desk.moodle.server.at(""));
      assertThat(trial.seen()).contains("✓ " + MoodleServices.GRADES);
      assertThat(desk.moodle.server.asked)
          .singleElement()
          .satisfies(asked -> assertThat(asked.target()).doesNotContain(MoodleOnPaper.TOKEN));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesEachFunctionThatIsMissing(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.moodle.functions.remove(MoodleServices.CONTENTS);
      desk.moodle.functions.remove(MoodleServices.GRADES);
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isFalse();
      assertThat(said(trial)).contains(MoodleServices.CONTENTS + ", " + MoodleServices.GRADES);
      assertThat(trial.seen())
          .contains("✗ " + MoodleServices.GRADES, "✓ " + MoodleServices.COMPLETION);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsAWrongTokenAWrongAddressAndAClosedProtocolApart(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database, "wrong")) {
      assertThat(desk.kind.test(desk.connectors.connector).key())
          .isEqualTo("passback.fault.moodle-token");
    }
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      for (var each :
          List.of(
              List.of("403", "passback.moodle.test.rest-off"),
              List.of("404", "passback.moodle.test.address"),
              List.of("303", "passback.moodle.test.address"),
              List.of("502", "passback.moodle.test.unavailable"))) {
        desk.moodle.instead.put(
            MoodleServices.SITE_INFO, () -> Reply.status(Integer.parseInt(each.get(0))));
        Trial trial = desk.kind.test(desk.connectors.connector);
        assertThat(trial.key()).isEqualTo(each.get(1));
        assertThat(trial.good()).isFalse();
        assertThat(said(trial)).isNotEqualTo(trial.key());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noticesTheTokenOfAnotherSite(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      database.execute("update platform set issuer = 'https://other.example'");
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isFalse();
      assertThat(said(trial)).contains("https://other.example");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersTheActivitiesOfTheCourseAndTheCourseItself(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      database.execute(
          "insert into resource_link (id, course_id, link_id, created_at, version)"
              + " values (?, ?, '5', ?, 1)",
          java.util.UUID.randomUUID(),
          desk.connectors.course.course,
          org.badgebridge.testing.SampleCourse.THEN);
      desk.moodle.contents =
          """
          [{"id":1,"name":"General","modules":[
            {"id":31,"name":"News","modname":"forum","instance":1,"completion":0,"visible":1},
            {"id":32,"name":"Badge","modname":"lti","instance":5,"completion":0},
            {"id":33,"name":"Hello","modname":"label","instance":2,"completion":0}]},
           {"id":2,"name":"Week 1","modules":[
            {"id":34,"name":"Q&amp;A &lt;b&gt;\\u202e","modname":"quiz","instance":9,"completion":2},
            {"id":null,"name":"broken"}]},
           {"id":3,"name":"Empty"}]
          """;
      Course course = desk.target(desk.module("34"), true, true).course();
      assertThat(desk.modules.covers(course)).isTrue();
      assertThat(desk.modules.offered(course))
          .containsExactly(
              new Offered(Activity.Kind.COURSE, "course", "Logic", "course", true),
              new Offered(Activity.Kind.MODULE, "31", "News", "forum", false),
              new Offered(Activity.Kind.MODULE, "34", "Q&A <b>", "quiz", true));

      desk.modules.of(course);
      assertThat(desk.moodle.calls()).hasSize(1);
      desk.connectors.clock.advance(Duration.ofMinutes(3));
      desk.modules.of(course);
      assertThat(desk.moodle.calls()).hasSize(2);
    }
  }

  private static String said(Trial trial) {
    return new Words().text(Locale.ENGLISH, trial.key(), trial.arguments().toArray());
  }
}
