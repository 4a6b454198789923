package org.badgebridge.passback.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.RecordFacts;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.badgebridge.roster.Memberships;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.FakeServices.Reply;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradebookSourceDatabaseTest {

  private String results = "[]";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aScoreThatGoesDownAndUpAgainIsFollowedWithTimes(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      for (double score : new double[] {80, 40, 80}) {
        results = result("sub-2", score, desk.clock.instant());
        assertThat(desk.look().news()).isTrue();
        assertThat(desk.look().news()).isFalse();
        assertThat(desk.score()).isEqualTo(score);
      }
      assertThat(desk.heard.events).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aScoreThatGoesDownAndUpAgainIsFollowedWithoutTimes(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      for (double score : new double[] {80, 40, 80}) {
        results = result("sub-2", score, null);
        desk.look();
        desk.look();
        assertThat(desk.score()).isEqualTo(score);
      }
      assertThat(desk.heard.events).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChangedScoreWithAnOldTimeIsTheNewest(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      Instant given = desk.clock.instant();
      results = result("sub-2", 80, given);
      desk.look();
      results = result("sub-2", 90, given);
      desk.look();
      assertThat(desk.score()).isEqualTo(90);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersAndLecturersHaveNoScores(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      String lecturer = result("sub-1", 100, null);
      String stranger = result("nobody", 100, null);
      results = lecturer.replace("]", ",") + stranger.replace("[", "");
      assertThat(desk.look().news()).isFalse();
      assertThat(desk.heard.events).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aVanishedScoreTakesNothingBack(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      results = result("sub-2", 80, null);
      desk.look();
      results = "[{\"userId\":\"sub-2\"}]";
      desk.look();
      results = "[]";
      desk.look();
      assertThat(desk.score()).isEqualTo(80);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void timesOfScoresOnlyEverGrow(TestDatabase kind) {
    try (var database = kind.open()) {
      var clock = new MovableClock();
      var times = new ScoreTimes(new Sql(database.dataSource()), clock);
      Set<Instant> given = new HashSet<>();
      Instant last = Instant.MIN;
      for (int i = 0; i < 5; i++) {
        Instant next = times.next("https://lms/item", "1");
        assertThat(next).isAfter(last);
        last = next;
        given.add(next.truncatedTo(ChronoUnit.SECONDS)); // Moodle compares whole seconds
      }
      clock.advance(Duration.ofSeconds(10));
      assertThat(times.next("https://lms/item", "1")).isEqualTo(clock.instant());
      assertThat(given).hasSize(5);
    }
  }

  private static String result(String user, double score, @Nullable Instant at) {
    String time = at == null ? "" : ",\"timestamp\":\"" + at + "\"";
    return "[{\"userId\":\"%s\",\"resultScore\":%s,\"resultMaximum\":100%s}]"
        .formatted(user, score, time);
  }

  /** A course with one lecturer, one learner and one line item of ours. */
  private final class Desk implements AutoCloseable {

    final MovableClock clock = new MovableClock();
    final Heard<PassbackRecorded> heard = new Heard<>();
    private final FakeServices lms = new FakeServices(asked -> Reply.ok(results));
    private final OpenDatabase database;
    private final UUID learner;
    private final Evidence evidence;
    private final Target target;
    private final GradebookSource source;

    Desk(TestDatabase kind) {
      database = kind.open();
      SampleCourse sample = new SampleCourse(database);
      learner = sample.learner("Ada");
      UUID activity = sample.activity("LINE_ITEM", "Quiz");
      database.execute(
          "update activity set reference = ? where id = ?", lms.at("/item?t=1"), activity);
      Sql sql = new Sql(database.dataSource());
      evidence = new Evidence(sql);
      Course course = new Courses(sql).find(sample.course).orElseThrow();
      target =
          new Target(
              sample.institution,
              sample.platform,
              course,
              new Activities(sql, clock).find(activity).orElseThrow(),
              null,
              new Watched(activity, false, false, true));
      source =
          new GradebookSource(
              new AgsGradebook(lms::call),
              new Memberships(sql),
              evidence,
              new RecordFacts(new RecordPassback(sql, evidence, clock, heard)),
              clock);
    }

    Look look() {
      clock.advance(Duration.ofMinutes(5));
      return source.look(target);
    }

    double score() {
      Double score =
          evidence
              .newest(target.activity().id(), learner, Fact.Kind.SCORED)
              .map(EvidenceItem::score)
              .orElseThrow();
      return score == null ? Double.NaN : score;
    }

    @Override
    public void close() {
      lms.close();
      database.close();
    }
  }
}
