package org.badgebridge.passback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollActivityDatabaseTest {

  private final MovableClock clock = new MovableClock();
  private final Map<UUID, Supplier<Look>> answers = new HashMap<>();
  private final List<UUID> looks = new ArrayList<>();
  private final Set<UUID> uncovered = new HashSet<>();
  private final Set<Round> rounds = new HashSet<>();
  private boolean together;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneBrokenActivityStopsNoOther(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID broken = course.activity("LINE_ITEM", "Broken");
      UUID refused = course.activity("LINE_ITEM", "Refused");
      UUID fine = course.activity("LINE_ITEM", "Fine");
      answers.put(
          broken,
          () -> {
            throw new IllegalStateException("nonsense");
          });
      answers.put(
          refused,
          () -> {
            throw new ExternalRefusal("no", 403);
          });

      run(database, broken, refused, fine);

      assertThat(looks).containsExactly(broken, refused, fine);
      assertThat(polls(database).of(fine).get(0).failures()).isZero();
      assertThat(polls(database).of(broken).get(0).failures()).isOne();
      assertThat(polls(database).held())
          .singleElement()
          .extracting(SourcePolls.HeldPoll::because)
          .isEqualTo(Look.Held.REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTheLmsDeletedIsAskedAboutOnceADayAndToldForAMonth(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      answers.put(activity, () -> Look.done(true));
      run(database, activity);
      answers.put(
          activity,
          () -> {
            throw new ExternalRefusal("no such course", 404);
          });
      clock.advance(Duration.ofHours(2));
      run(database, activity);
      clock.advance(Duration.ofHours(23));
      run(database, activity);
      assertThat(looks).as("found, then gone").hasSize(2);
      assertThat(polls(database).held())
          .singleElement()
          .extracting(SourcePolls.HeldPoll::because)
          .isEqualTo(Look.Held.GONE);

      clock.advance(Duration.ofDays(30));
      assertThat(polls(database).held()).isEmpty();
      answers.put(activity, () -> Look.done(true));
      run(database, activity);
      assertThat(polls(database).of(activity).get(0).held()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatASourceNeedNotLookAtAnyMoreHoldsNothingBack(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      answers.put(activity, () -> new Look(false, false, Look.Held.OPEN_FOR_ALL));
      run(database, activity);
      assertThat(polls(database).held()).hasSize(1);

      uncovered.add(activity);
      clock.advance(Duration.ofHours(1));
      run(database, activity);

      assertThat(looks).containsExactly(activity);
      assertThat(polls(database).held()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlatformThatIsDownIsAskedOnceInARunAndWaitedFor(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID first = course.activity("LINE_ITEM", "First");
      UUID second = course.activity("LINE_ITEM", "Second");
      UUID elsewhere = other.activity("LINE_ITEM", "Elsewhere");
      answers.put(
          first,
          () -> {
            throw new ExternalUnavailable("busy", Duration.ofMinutes(20), null);
          });

      run(database, first, second, elsewhere);
      assertThat(looks).containsExactly(first, elsewhere);
      assertThat(polls(database).of(first).get(0).nextAt())
          .isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));

      clock.advance(Duration.ofMinutes(2));
      run(database, first, second);
      assertThat(looks).containsExactly(first, elsewhere);
      assertThat(polls(database).of(second).get(0).nextAt())
          .isEqualTo(polls(database).of(first).get(0).nextAt());

      clock.advance(Duration.ofMinutes(19));
      answers.clear();
      run(database, first, second);
      assertThat(looks).containsExactly(first, elsewhere, first, second);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSourceThatIsAskedAboutWholeCoursesLooksAtAllOfOneTogether(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID first = course.activity("MODULE", "First");
      UUID second = course.activity("MODULE", "Second");
      together = true;
      run(database, first, second);
      assertThat(looks).containsExactly(first, second);
      database.execute(
          "update source_poll set next_at = ? where activity_id = ?",
          clock.instant().plus(Duration.ofHours(9)).atOffset(ZoneOffset.UTC),
          second);

      clock.advance(Duration.ofMinutes(16));
      run(database, first, second);

      assertThat(looks).containsExactly(first, second, first, second);
      assertThat(rounds).hasSize(2);
      assertThat(polls(database).of(second).get(0).lastAt()).isEqualTo(clock.instant());
    }
  }

  @Test
  void oneRoundAsksNothingTwiceNotEvenWhatIsRefused() {
    Round round = new Round();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String answer = round.once("a", () -> asked.add("a") ? "yes" : "no");
      assertThat(answer).isEqualTo("yes");
      assertThatThrownBy(
              () ->
                  round.once(
                      "b",
                      () -> {
                        asked.add("b");
                        throw new ExternalRefusal("no", 403);
                      }))
          .isInstanceOf(ExternalRefusal.class);
    }
    assertThat(asked).containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLaunchBringsTheNextLookForwardButNotTooClose(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID justNow = course.activity("LINE_ITEM", "Quiz");
      UUID before = course.activity("LINE_ITEM", "Essay");
      for (int i = 0; i < 3; i++) {
        run(database, justNow, before);
        clock.advance(Duration.ofMinutes(61));
      }
      run(database, justNow, before);

      polls(database).wake(Set.of(justNow), List.of(source()));
      assertThat(polls(database).of(justNow).get(0).nextAt())
          .isEqualTo(clock.instant().plus(source().spacing()));

      clock.advance(Duration.ofMinutes(20));
      polls(database).wake(Set.of(before), List.of(source()));
      assertThat(polls(database).of(before).get(0).nextAt())
          .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLecturersLookBeginsOnceAndMayComeAgainLater(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      CoursePolls polls = new CoursePolls(new Sql(database.dataSource()));
      Duration lost = Duration.ofMinutes(10);
      Duration rest = Duration.ofSeconds(20);

      assertThat(polls.begin(course.course, clock.instant(), lost, rest)).hasValue(clock.instant());
      assertThat(polls.begin(course.course, clock.instant(), lost, rest)).isEmpty();
      polls.finish(course.course, clock.instant(), null);
      assertThat(polls.find(course.course)).get().extracting(p -> p.running()).isEqualTo(false);
      clock.advance(Duration.ofSeconds(21));
      assertThat(polls.begin(course.course, clock.instant(), lost, rest)).hasValue(clock.instant());
      clock.advance(Duration.ofMinutes(11));
      assertThat(polls.begin(course.course, clock.instant(), lost, rest)).hasValue(clock.instant());
    }
  }

  /** Who switches on a second badge right after the first must not wait for the usual rhythm. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noAskedLookIsLost(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      CoursePolls polls = new CoursePolls(new Sql(database.dataSource()));
      Duration lost = Duration.ofMinutes(10);
      Duration rest = Duration.ofSeconds(20);
      Instant began = clock.instant();
      polls.begin(course.course, began, lost, rest);
      assertThat(polls.askedSince(course.course, began)).isFalse();

      clock.advance(Duration.ofSeconds(2));
      polls.begin(course.course, clock.instant(), lost, rest);
      assertThat(polls.askedSince(course.course, began)).isTrue();

      Instant ended = clock.instant();
      polls.finish(course.course, ended, null);
      clock.advance(Duration.ofSeconds(5));
      assertThat(polls.begin(course.course, clock.instant(), lost, rest))
          .hasValue(ended.plus(rest));
      assertThat(polls.find(course.course)).get().extracting(p -> p.running()).isEqualTo(true);
    }
  }

  private void run(OpenDatabase database, UUID... activities) {
    Sql sql = new Sql(database.dataSource());
    database.transaction(
        em -> {
          var targets =
              new Targets(new Activities(sql, clock), new Courses(sql), new ResourceLinks(sql, em));
          var watches = new Watches(List.of(new These(List.of(activities))));
          var poll = new PollActivity(targets, watches, List.of(source()), polls(database), clock);
          new PollSources(watches, poll, clock).run();
        });
  }

  private static SourcePolls polls(OpenDatabase database, MovableClock clock) {
    return new SourcePolls(new Sql(database.dataSource()), clock);
  }

  private SourcePolls polls(OpenDatabase database) {
    return polls(database, clock);
  }

  private EvidenceSource source() {
    return new EvidenceSource() {
      @Override
      public String name() {
        return "fake";
      }

      @Override
      public Duration spacing() {
        return Duration.ofMinutes(15);
      }

      @Override
      public boolean wholeCourse() {
        return together;
      }

      @Override
      public Look look(Target target, Round round) {
        rounds.add(round);
        return look(target);
      }

      @Override
      public boolean covers(Target target) {
        return !uncovered.contains(target.activity().id());
      }

      @Override
      public Look look(Target target) {
        UUID activity = target.activity().id();
        looks.add(activity);
        return answers.getOrDefault(activity, () -> Look.done(false)).get();
      }
    };
  }

  private record These(List<UUID> activities) implements WatchedActivities {

    @Override
    public List<Watched> due(Instant now, int limit) {
      return activities.stream().map(each -> new Watched(each, false, true, true)).toList();
    }

    @Override
    public List<Watched> ofCourse(UUID courseId) {
      return due(Instant.MIN, 0);
    }

    @Override
    public Optional<Watched> find(UUID activityId) {
      return Optional.empty();
    }
  }
}
