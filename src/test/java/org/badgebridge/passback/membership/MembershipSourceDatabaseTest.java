package org.badgebridge.passback.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseSeen;
import org.badgebridge.course.CourseVisit;
import org.badgebridge.course.Courses;
import org.badgebridge.course.RecordCourse;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.RecordFacts;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.badgebridge.platform.StoredPlatforms;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Members;
import org.badgebridge.roster.Memberships;
import org.badgebridge.roster.RosterLedger;
import org.badgebridge.roster.SyncRoster;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.FakeServices.Asked;
import org.badgebridge.testing.FakeServices.Reply;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipSourceDatabaseTest {

  private final List<String> learners = new ArrayList<>(List.of("a", "b", "c"));
  private final List<String> open = new ArrayList<>();
  private boolean down;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void evidenceComesWithTheSecondLookInARow(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      open.add("a");
      Look first = desk.look(false);
      assertThat(first.unconfirmed()).isTrue();
      assertThat(desk.completed()).isEmpty();

      desk.look(false);
      assertThat(desk.completed()).containsExactly("a");
      assertThat(desk.heard.events).hasSize(1);

      assertThat(desk.look(false).news()).isFalse();
      assertThat(desk.heard.events).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesActivitiesAloneOfWhichOnlyGradesAreAsked(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      UUID activity = desk.activity.id();
      assertThat(desk.source.covers(desk.target(new Watched(activity, false, false, true))))
          .isFalse();
      assertThat(desk.source.covers(desk.target(new Watched(activity, false, true, true))))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsMissedByOneLookStartsAnew(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      open.add("a");
      desk.look(false);
      open.clear();
      desk.look(false);
      open.add("a");
      desk.look(false);
      assertThat(desk.completed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsWhileOpenForAllUntilTheLecturerConfirms(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      open.addAll(learners);
      for (int i = 0; i < 3; i++) {
        assertThat(desk.look(false).held()).isEqualTo(Look.Held.OPEN_FOR_ALL);
      }
      assertThat(desk.completed()).isEmpty();

      desk.look(true);
      desk.look(true);
      assertThat(desk.completed()).containsExactly("a", "b", "c");
    }
  }

  /** Only of Moodle it is known that a link's roster follows what learners have done. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsElsewhereWhileAllAreListedAlthoughTheLecturerConfirmed(TestDatabase kind) {
    try (var desk = new Desk(kind, "brightspace")) {
      open.addAll(learners);
      for (int i = 0; i < 3; i++) {
        assertThat(desk.look(true).held()).isEqualTo(Look.Held.OPEN_FOR_ALL);
      }
      open.removeAll(List.of("b", "c"));
      desk.look(true);
      desk.look(true);
      assertThat(desk.completed()).containsExactly("a");
    }
  }

  /** Canvas lists whom a link is assigned to, be it a part of the course. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void believesNoRosterOfCanvas(TestDatabase kind) {
    try (var desk = new Desk(kind, "canvas")) {
      assertThat(desk.covers()).isFalse();
    }
    try (var desk = new Desk(kind, "sakai")) {
      assertThat(desk.covers()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLearnerWhoLeavesBetweenTheTwoReadingsOpensNoHold(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      open.addAll(learners);
      desk.look(false);
      open.remove("c"); // the filtered list no longer has them, the full one still does
      desk.look(false);
      learners.remove("c");
      assertThat(desk.look(false).held()).isEqualTo(Look.Held.OPEN_FOR_ALL);
      assertThat(desk.completed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoeverWasALecturerNeverEarns(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.look(true);
      UUID switched = desk.userOf("b");
      desk.memberships.saw(
          desk.course.course, switched, CourseStanding.LECTURER, desk.clock.instant());
      open.addAll(List.of("a", "b", "teacher"));
      desk.look(true);
      desk.look(true);
      assertThat(desk.completed()).containsExactly("a");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingIsTakenBackByEmptyOrFailedAnswers(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      open.add("a");
      desk.look(false);
      desk.look(false);
      open.clear();
      learners.clear();
      desk.look(false);
      down = true;
      assertThatThrownBy(() -> desk.look(false)).isInstanceOf(ExternalUnavailable.class);
      assertThat(desk.completed()).containsExactly("a");
    }
  }

  private Reply lms(Asked asked) {
    if (down) {
      return Reply.status(503);
    }
    List<String> listed = asked.target().contains("rlid=link-1") ? open : learners;
    String members =
        listed.stream().map(id -> member(id, "Learner")).collect(Collectors.joining(","));
    boolean all = !asked.target().contains("role=");
    String teacher = member("teacher", "Instructor");
    String body = all ? teacher + (members.isEmpty() ? "" : "," + members) : members;
    return Reply.ok("{\"members\":[" + body + "]}");
  }

  private static String member(String id, String role) {
    String real = id.equals("teacher") ? "Instructor" : role;
    return "{\"user_id\":\"" + id + "\",\"roles\":[\"" + real + "\"]}";
  }

  /** A course with one placement, and the source wired by hand. */
  private final class Desk implements AutoCloseable {

    final MovableClock clock = new MovableClock();
    final Heard<PassbackRecorded> heard = new Heard<>();
    final FakeServices lms = new FakeServices(MembershipSourceDatabaseTest.this::lms);
    final OpenDatabase database;
    final SampleCourse course;
    final Memberships memberships;
    private final Sql sql;
    private final Courses courses;
    private final ResourceLink link;
    private final Activity activity;
    private final MembershipSource source;

    Desk(TestDatabase kind) {
      this(kind, "moodle");
    }

    Desk(TestDatabase kind, String product) {
      database = kind.open();
      course = new SampleCourse(database);
      database.execute("update platform set product = ? where id = ?", product, course.platform);
      sql = new Sql(database.dataSource());
      courses = new Courses(sql);
      memberships = new Memberships(sql);
      CourseVisit visit =
          new RecordCourse(sql, clock)
              .record(
                  new CourseSeen(
                      course.deployment,
                      "101",
                      null,
                      null,
                      null,
                      lms.at("/members"),
                      null,
                      Set.of(),
                      new CourseSeen.LinkSeen("link-1", "Badge", null)));
      link = Objects.requireNonNull(visit.link());
      activity = new Activities(sql, clock).of(link);
      Members members = new Members(lms::call);
      var ledger =
          new RosterLedger(People.users(new Sql(database.dataSource()), clock), memberships, clock);
      Evidence evidence = new Evidence(sql);
      source =
          new MembershipSource(
              StoredPlatforms.directory(database, clock),
              members,
              new RefreshRoster(courses, new SyncRoster(members, ledger)),
              memberships,
              new Sightings(sql),
              evidence,
              new RecordFacts(new RecordPassback(sql, evidence, clock, heard)),
              clock);
    }

    Look look(boolean confirmed) {
      clock.advance(Duration.ofMinutes(15));
      return source.look(target(new Watched(activity.id(), confirmed, true, false)));
    }

    boolean covers() {
      return source.covers(target(new Watched(activity.id(), true, true, false)));
    }

    Target target(Watched watched) {
      Course now = courses.find(course.course).orElseThrow();
      return new Target(course.institution, course.platform, now, activity, link, watched);
    }

    List<String> completed() {
      return sql.list(
          "select u.sub from evidence e join lms_user u on u.id = e.lms_user_id"
              + " where e.activity_id = ? and e.kind = 'COMPLETED' order by u.sub",
          row -> row.text("sub"),
          activity.id());
    }

    UUID userOf(String sub) {
      return sql.first("select id from lms_user where sub = ?", row -> row.uuid("id"), sub)
          .orElseThrow();
    }

    @Override
    public void close() {
      lms.close();
      database.close();
    }
  }
}
