package org.badgebridge.passback.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.CourseSeen;
import org.badgebridge.course.CourseVisit;
import org.badgebridge.course.RecordCourse;
import org.badgebridge.database.Sql;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.launch.MessageType;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceSource;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.SourcePolls;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.WatchedActivities;
import org.badgebridge.passback.Watches;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Memberships;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchEvidenceDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLearnersLaunchOfAConfirmedPlacementIsEvidenceOnce(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      UUID ada = desk.course.learner("Ada");
      assertThat(desk.launch(ada, CourseRole.LEARNER, true)).isTrue();
      assertThat(desk.launch(ada, CourseRole.LEARNER, true)).isFalse();
      assertThat(desk.heard.events).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anUnconfirmedPlacementProvesNothing(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      assertThat(desk.launch(desk.course.learner("Ada"), CourseRole.LEARNER, false)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anUnwatchedPlacementProvesNothing(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.watched = false;
      assertThat(desk.launch(desk.course.learner("Ada"), CourseRole.LEARNER, true)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyLearnersHaveEvidence(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      UUID ada = desk.course.learner("Ada");
      assertThat(desk.launch(ada, CourseRole.LECTURER, true)).isFalse();
      assertThat(desk.launch(ada, CourseRole.OTHER, true)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLecturerWhoSwitchedRoleEarnsNothing(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.memberships.saw(
          desk.course.course,
          desk.course.lecturer,
          CourseStanding.LEARNER,
          desk.clock.instant().plus(Duration.ofHours(1)));
      assertThat(desk.launch(desk.course.lecturer, CourseRole.LEARNER, true)).isFalse();
      assertThat(desk.heard.events).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLaunchBringsTheLooksForwardThatItsRuleWaitsFor(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      UUID asked = desk.calm("LINE_ITEM", "Own column");
      UUID other = desk.calm("LINE_ITEM", "Another column");
      Instant planned = desk.nextLook(other);
      desk.asked = Set.of(asked);

      desk.launch(desk.course.learner("Ada"), CourseRole.LEARNER, true);

      assertThat(desk.nextLook(asked)).isEqualTo(desk.clock.instant().plusSeconds(60));
      assertThat(desk.nextLook(other)).isEqualTo(planned);
    }
  }

  /** A source that is only asked for its name and its spacing. */
  private static final class Columns implements EvidenceSource {

    @Override
    public String name() {
      return "columns";
    }

    @Override
    public Duration spacing() {
      return Duration.ofMinutes(5);
    }

    @Override
    public boolean covers(Target target) {
      return true;
    }

    @Override
    public Look look(Target target) {
      throw new AssertionError("a launch looks nowhere itself");
    }
  }

  /** A course with one watched placement. */
  private static final class Desk implements AutoCloseable, WatchedActivities {

    final MovableClock clock = new MovableClock();
    final Heard<PassbackRecorded> heard = new Heard<>();
    final OpenDatabase database;
    final SampleCourse course;
    final Memberships memberships;
    final SourcePolls polls;
    boolean watched = true;
    Set<UUID> asked = Set.of();
    private boolean confirmed;
    private final CourseVisit visit;
    private final LaunchEvidence evidence;

    Desk(TestDatabase kind) {
      database = kind.open();
      course = new SampleCourse(database);
      Sql sql = new Sql(database.dataSource());
      memberships = new Memberships(sql);
      visit =
          new RecordCourse(sql, clock)
              .record(
                  new CourseSeen(
                      course.deployment,
                      "101",
                      null,
                      null,
                      null,
                      null,
                      null,
                      Set.of(),
                      new CourseSeen.LinkSeen("link-1", "Badge", null)));
      Activities activities = new Activities(sql, clock);
      activities.of(Objects.requireNonNull(visit.link()));
      Evidence kept = new Evidence(sql);
      polls = new SourcePolls(sql, clock);
      evidence =
          new LaunchEvidence(
              activities,
              new Watches(List.of(this)),
              memberships,
              kept,
              new RecordPassback(sql, kept, clock, heard),
              polls,
              List.of(new Columns()));
    }

    /** An activity without news, which is looked at again in an hour. */
    UUID calm(String kind, String title) {
      UUID activity = course.activity(kind, title);
      Instant now = clock.instant();
      database.execute(
          "insert into source_poll (activity_id, source, last_at, next_at, calm, failures)"
              + " values (?, 'columns', ?, ?, 4, 0)",
          activity,
          now.minus(Duration.ofMinutes(20)).atOffset(ZoneOffset.UTC),
          now.plus(Duration.ofMinutes(40)).atOffset(ZoneOffset.UTC));
      return activity;
    }

    Instant nextLook(UUID activity) {
      return polls.of(activity).get(0).nextAt();
    }

    boolean launch(UUID user, CourseRole role, boolean restrictionConfirmed) {
      confirmed = restrictionConfirmed;
      return evidence.from(
          session(user, role), visit.course(), Objects.requireNonNull(visit.link()), asked);
    }

    private LaunchSession session(UUID user, CourseRole role) {
      return new LaunchSession(
          UUID.randomUUID(),
          course.institution,
          course.platform,
          course.deployment,
          user,
          UUID.randomUUID(),
          "Name",
          false,
          MessageType.RESOURCE_LINK,
          role,
          Locale.ENGLISH,
          new LaunchSession.Context("101", null, null),
          new LaunchSession.Link("link-1", "Badge"),
          Map.of(),
          null,
          null,
          null,
          List.of(),
          "#1f5fbf",
          clock.instant(),
          clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public List<Watched> due(Instant now, int limit) {
      return List.of();
    }

    @Override
    public List<Watched> ofCourse(UUID courseId) {
      return List.of();
    }

    @Override
    public Optional<Watched> find(UUID activityId) {
      return watched
          ? Optional.of(new Watched(activityId, confirmed, true, true))
          : Optional.empty();
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
