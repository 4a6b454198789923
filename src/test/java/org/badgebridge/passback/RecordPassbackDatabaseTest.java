package org.badgebridge.passback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordPassbackDatabaseTest {

  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
  private static final int THREADS = 16;

  private final Heard<PassbackRecorded> heard = new Heard<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReplayChangesNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      UUID learner = course.learner("Ada");
      RecordPassback record = record(database);
      Fact fact = scored(course, activity, learner, "k1", 80, T);

      assertThat(record.record(fact)).isTrue();
      assertThat(record.record(fact)).isFalse();

      assertThat(heard.events).containsExactly(new PassbackRecorded(activity, learner));
      assertThat(database.count("select count(*) from passback")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theNewestFactWinsInWhateverOrderTheyCome(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      List<List<Integer>> orders = List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0));
      double[] scores = {80, 40, 70};
      for (List<Integer> order : orders) {
        UUID learner = course.learner("Ada");
        for (int each : order) {
          record(database)
              .record(
                  scored(
                      course,
                      activity,
                      learner,
                      learner + "k" + each,
                      scores[each],
                      T.plusSeconds(each)));
        }
        assertThat(evidence(database).of(learner, List.of(activity)))
            .as(order.toString())
            .singleElement()
            .extracting(EvidenceItem::score)
            .isEqualTo(70.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOldFactIsKeptAndTellsNobody(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      UUID learner = course.learner("Ada");
      record(database).record(scored(course, activity, learner, "new", 80, T));
      boolean isNew =
          record(database).record(scored(course, activity, learner, "old", 40, T.minusSeconds(9)));

      assertThat(isNew).isTrue();
      assertThat(heard.events).hasSize(1);
      assertThat(database.count("select count(*) from passback")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenThreadsWithTheSameFactMakeOneRow(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      UUID learner = course.learner("Ada");
      RecordPassback record = record(database);
      Fact fact = scored(course, activity, learner, "k", 80, T);

      List<Boolean> outcomes = race(Collections.nCopies(THREADS, () -> record.record(fact)));

      assertThat(outcomes).containsOnlyOnce(true);
      assertThat(heard.events).hasSize(1);
      assertThat(database.count("select count(*) from evidence")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenDifferentFactsAtOnceLeaveTheNewest(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID activity = course.activity("LINE_ITEM", "Quiz");
      UUID learner = course.learner("Ada");
      RecordPassback record = record(database);
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Fact fact = scored(course, activity, learner, "k" + i, i, T.plusSeconds(i));
        all.add(() -> record.record(fact));
      }

      race(all);

      assertThat(evidence(database).newest(activity, learner, Fact.Kind.SCORED))
          .get()
          .extracting(EvidenceItem::score)
          .isEqualTo(15.0);
    }
  }

  @Test
  void refusesScoresThatNoRuleCouldJudge() {
    for (double[] bad :
        new double[][] {{Double.NaN, 1}, {1, 0}, {1, -1}, {1, Double.POSITIVE_INFINITY}}) {
      assertThatThrownBy(
              () ->
                  new Fact(
                      UUID.randomUUID(),
                      "gradebook",
                      "k",
                      UUID.randomUUID(),
                      UUID.randomUUID(),
                      Fact.Kind.SCORED,
                      bad[0],
                      bad[1],
                      T))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<Boolean> race(List<Callable<Boolean>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> futures = new ArrayList<>();
      for (Callable<Boolean> one : all) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return one.call();
                }));
      }
      start.countDown();
      List<Boolean> outcomes = new ArrayList<>();
      for (Future<Boolean> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }

  private static Fact scored(
      SampleCourse course, UUID activity, UUID learner, String key, double score, Instant at) {
    return new Fact(
        course.institution,
        "gradebook",
        key,
        activity,
        learner,
        Fact.Kind.SCORED,
        score,
        100.0,
        at);
  }

  private static Evidence evidence(OpenDatabase database) {
    return new Evidence(new Sql(database.dataSource()));
  }

  private RecordPassback record(OpenDatabase database) {
    return new RecordPassback(
        new Sql(database.dataSource()), evidence(database), Clock.fixed(T, ZoneOffset.UTC), heard);
  }
}
