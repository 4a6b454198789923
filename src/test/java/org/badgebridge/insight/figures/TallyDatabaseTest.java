package org.badgebridge.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Reach;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sums equal a count of the awards themselves, whatever became of these meanwhile. */
class TallyDatabaseTest {

  private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-06-15T12:00:00Z");
  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sumsEqualARecountAfterRandomLives(TestDatabase kind) {
    try (var database = kind.open()) {
      Lives lives = new Lives(database, 7);
      for (int round = 0; round < 6; round++) {
        IntStream.range(0, 40).forEach(each -> lives.step());
        lives.assertTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void missesNothingThatChangesWhileOthersCount(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      Lives lives = new Lives(database, 11);
      IntStream.range(0, 30).forEach(each -> lives.step());
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
          Lives own = new Lives(database, lives.course, 100 + writer);
          work.add(
              () -> {
                IntStream.range(0, 60).forEach(each -> own.step());
                return null;
              });
          work.add(
              () -> {
                IntStream.range(0, 40).forEach(each -> settle(database, lives.course));
                return null;
              });
        }
        for (Future<Void> each : threads.invokeAll(work)) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
      lives.assertTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsAgainWhatADyingCounterLeft(TestDatabase kind) {
    try (var database = kind.open()) {
      Lives lives = new Lives(database, 3);
      IntStream.range(0, 30).forEach(each -> lives.step());
      settle(database, lives.course);
      IntStream.range(0, 30).forEach(each -> lives.step());
      try {
        database.transaction(
            em -> {
              counting(new Sql(JoinedDataSource.of(em))).some(lives.course.institution);
              throw new IllegalStateException("the process dies before the commit");
            });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageStartingWith("the process dies");
      }
      lives.assertTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void growsOldWithTheDays(TestDatabase kind) {
    try (var database = kind.open()) {
      Lives lives = new Lives(database, 5);
      IntStream.range(0, 60).forEach(each -> lives.step());
      for (int days : new int[] {45, 20, 19, 3, 0}) {
        settle(database, lives.course, TODAY.minus(Duration.ofDays(days)));
      }
      lives.assertTrue();
    }
  }

  private static CountAwards counting(Sql sql) {
    return new CountAwards(sql, Clock.fixed(TODAY, ZoneOffset.UTC));
  }

  private static Tally tally(Sql sql) {
    return new Tally(sql, counting(sql), Clock.fixed(TODAY, ZoneOffset.UTC));
  }

  private static void settle(OpenDatabase database, SampleCourse course) {
    settle(database, course, TODAY);
  }

  private static void settle(OpenDatabase database, SampleCourse course, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    database.transaction(
        em -> {
          Sql sql = new Sql(JoinedDataSource.of(em));
          new Tally(sql, new CountAwards(sql, clock), clock).settle(course.institution);
        });
  }

  /** Awards that live at random, each step at a moment of its own. */
  private static final class Lives {

    final SampleCourse course;
    private final OpenDatabase database;
    private final Random random;
    private final List<UUID> badges = new ArrayList<>();
    private final List<UUID> awards = new ArrayList<>();

    Lives(OpenDatabase database, long seed) {
      this(database, new SampleCourse(database), seed);
    }

    Lives(OpenDatabase database, SampleCourse course, long seed) {
      this.database = database;
      this.course = course;
      this.random = new Random(seed);
      badges.add(course.badgeClass());
      badges.add(course.badgeClass());
    }

    void step() {
      Instant now = START.plus(Duration.ofHours(random.nextInt(140 * 24)));
      try {
        database.transaction(
            em -> {
              AwardDesk desk = new AwardDesk(em, new Heard<>(), Clock.fixed(now, ZoneOffset.UTC));
              if (awards.isEmpty() || random.nextInt(3) == 0) {
                offer(desk);
              } else {
                live(desk, awards.get(random.nextInt(awards.size())), now);
              }
              if (random.nextInt(10) == 0) {
                throw new IllegalStateException("rolled back");
              }
            });
      } catch (ProblemException | IllegalStateException e) {
        assertThat(e).isNotNull(); // not every step is possible from every state
      }
    }

    private void offer(AwardDesk desk) {
      boolean test = random.nextInt(8) == 0;
      UUID learner = course.user("L", test);
      UUID badge = badges.get(random.nextInt(badges.size()));
      Outcome outcome =
          desk.offer.offer(AwardDesk.offer(course, badge, learner, random.nextBoolean()));
      UUID made = outcome.awardId();
      if (made != null) {
        awards.add(made);
      }
    }

    private void live(AwardDesk desk, UUID id, Instant now) {
      switch (random.nextInt(8)) {
        case 0 -> desk.awards.markSeen(List.of(id));
        case 1 -> desk.awards.locked(id).ladder().reachedNotice(now);
        case 2 -> desk.awards.locked(id).opened(now);
        case 3, 4 -> desk.awards.locked(id).claim(now);
        case 5 -> desk.withdraw.withdraw(id, "why", Reach.STAFF, STAFF);
        case 6 -> desk.withdraw.restore(id, Reach.STAFF, STAFF);
        default -> {
          DirectAward award = desk.awards.locked(id);
          if (award.ladder().claimed() != null) {
            award.madePublic(now);
            award.revoke("why", now);
          }
        }
      }
    }

    void assertTrue() {
      for (Filter each : filters()) {
        Figures counted = Recount.of(database, each, TODAY);
        Overview seen =
            database.compute(
                em -> {
                  Sql sql = new Sql(JoinedDataSource.of(em));
                  return new Insights(sql, tally(sql), Clock.fixed(TODAY, ZoneOffset.UTC)).of(each);
                });
        assertThat(seen.total().figures()).as(each.toString()).isEqualTo(counted);
        assertThat(sum(seen.classes())).isEqualTo(counted);
        assertThat(sum(seen.origins())).isEqualTo(counted);
        assertThat(sum(seen.months())).isEqualTo(counted);
        assertThat(counted.of(Count.OFFERED))
            .isEqualTo(
                counted.of(Count.CLAIMED)
                    + counted.of(Count.STILL_OPEN)
                    + counted.of(Count.DECLINED)
                    + counted.of(Count.EXPIRED)
                    + counted.of(Count.WITHDRAWN));
      }
    }

    private List<Filter> filters() {
      Filter all = Filter.all(course.institution);
      return List.of(
          all,
          all.of(badges.get(0)),
          all.in(course.course),
          all.during(LocalDate.parse("2026-02-10"), LocalDate.parse("2026-05-20")),
          all.during(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")),
          all.during(LocalDate.parse("2026-05-03"), LocalDate.parse("2026-05-09")),
          all.during(LocalDate.parse("2026-04-12"), LocalDate.parse("2026-05-09")),
          all.during(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-05-30")),
          all.during(null, LocalDate.parse("2026-02-28")),
          all.during(LocalDate.parse("2026-05-01"), null));
    }

    private static Figures sum(List<Group> groups) {
      return Figures.sum(groups.stream().map(Group::figures).toList());
    }
  }
}
