package org.badgebridge.passback.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.passback.connector.ConnectorFaults;
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
      desk.placed("5");
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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noticesThatTheUserOfTheTokenDoesNotSeeWhatLecturersUse(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.placed("5");
      desk.moodle.contents =
          """
          [{"id":1,"name":"General","modules":[
            {"id":31,"name":"Reader","modname":"page","instance":5,"completion":1}]}]
          """;
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isFalse();
      assertThat(said(trial)).contains("mod/assign:view");

      desk.modules.offered(desk.target(desk.module("31"), true, true).course());
      assertThat(desk.faults.of(desk.connectors.connector.id()))
          .extracting(ConnectorFaults.Fault::code, ConnectorFaults.Fault::detail)
          .containsExactly(tuple("moodle-blind", "Logic"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void triesEachFunctionInACourse(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.placed("5");
      desk.learner("Ada", "17");
      desk.moodle.contents =
          """
          [{"id":1,"modules":[{"id":32,"name":"Badge","modname":"lti","instance":5}]}]
          """;
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isTrue();
      assertThat(said(trial)).contains("“Logic”");
      assertThat(desk.moodle.calls())
          .containsExactly(
              MoodleServices.SITE_INFO + " ",
              MoodleServices.COMPLETION + " 17",
              MoodleServices.COURSE_COMPLETION + " 17",
              MoodleServices.GRADES + " 17",
              MoodleServices.CONTENTS + " ");

      desk.moodle.instead.put(
          MoodleServices.COURSE_COMPLETION,
          () -> MoodleOnPaper.exception("moodle_exception", "nocriteriaset"));
      assertThat(desk.kind.test(desk.connectors.connector).good()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsWhatIsInTheWayInACourse(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.placed("5");
      desk.learner("Ada", "17");
      for (var each :
          Map.of(
                  "nopermissions", "passback.fault.moodle-permission",
                  "cannotviewreport", "passback.fault.moodle-permission",
                  "requireloginerror", "passback.fault.moodle-permission",
                  "forcepasswordchangenotice", "passback.fault.moodle-user",
                  "sitepolicynotagreed", "passback.fault.moodle-user",
                  "wsaccessusersuspended", "passback.fault.moodle-user",
                  "accessexception", "passback.fault.moodle-function")
              .entrySet()) {
        desk.moodle.instead.put(
            MoodleServices.COURSE_COMPLETION,
            () -> MoodleOnPaper.exception("moodle_exception", each.getKey()));
        Trial trial = desk.kind.test(desk.connectors.connector);
        assertThat(trial.key()).isEqualTo(each.getValue());
        assertThat(trial.good()).isFalse();
        assertThat(said(trial)).isNotEqualTo(trial.key());
        assertThat(trial.seen())
            .contains("✓ " + MoodleServices.COMPLETION + " · Logic")
            .contains("✗ " + MoodleServices.COURSE_COMPLETION + " · Logic · " + each.getKey());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isNotMisledByACourseThatIsGone(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.placed("5");
      desk.moodle.instead.put(
          MoodleServices.CONTENTS,
          () -> MoodleOnPaper.exception("dml_missing_record_exception", "invalidrecord"));
      Trial trial = desk.kind.test(desk.connectors.connector);
      assertThat(trial.good()).isTrue();
      assertThat(said(trial)).contains("so far");
    }
  }

  private static String said(Trial trial) {
    return new Words().text(Locale.ENGLISH, trial.key(), trial.arguments().toArray());
  }
}
