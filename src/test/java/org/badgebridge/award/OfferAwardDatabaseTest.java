package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferAwardDatabaseTest {

  private static final int THREADS = 16;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersOnceWithAuditAndEvent(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID learner = course.learner("Ada");

      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            Outcome first = desk.offer.offer(AwardDesk.offer(course, badge, learner, false));
            Outcome second = desk.offer.offer(AwardDesk.offer(course, badge, learner, true));
            assertThat(first.result()).isEqualTo(Result.OFFERED);
            assertThat(second).isEqualTo(new Outcome(Result.ALREADY_OPEN, first.award()));
            assertThat(desk.offered.events).containsExactly(AwardsOffered.of(first.award()));
          });

      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isOne();
      assertThat(database.count("select count(*) from audit_entry where action = 'award.offered'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenRacingOffersMakeOneAwardAndNoError(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID learner = course.learner("Ada");
      database.compute(em -> em.createQuery("select a from DirectAward a").getResultList());

      List<Outcome> outcomes = race(database, course, badge, learner);

      assertThat(outcomes).hasSize(THREADS);
      assertThat(outcomes.stream().filter(Outcome::isNew)).hasSize(1);
      assertThat(outcomes.stream().map(Outcome::awardId).distinct()).hasSize(1);
      assertThat(database.count("select count(*) from direct_award")).isOne();
      assertThat(database.count("select count(*) from audit_entry")).isOne();
    }
  }

  private static List<Outcome> race(
      OpenDatabase database, SampleCourse course, UUID badge, UUID learner) throws Exception {
    Offer offer = AwardDesk.offer(course, badge, learner, false);
    return race(i -> database.compute(em -> new AwardDesk(em).offer.offer(offer)));
  }

  private static <T> List<T> race(IntFunction<T> runner) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> racers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        racers.add(
            pool.submit(
                () -> {
                  start.await();
                  return runner.apply(number);
                }));
      }
      start.countDown();
      List<T> outcomes = new ArrayList<>();
      for (Future<T> racer : racers) {
        outcomes.add(racer.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void cohortIsOfferedOnceEachWhateverTheyHadBefore(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID adaElsewhere = course.learner("Ada L.");
      database.execute(
          "update lms_user set person_id = (select u.person_id from lms_user u where u.id = ?)"
              + " where id = ?",
          ada,
          adaElsewhere);
      UUID bob = course.learner("Bob");
      UUID declined = UUID.randomUUID();
      insert(database, course, declined, badge, bob, "DECLINED");
      UUID preview = course.user("Preview", true);
      UUID eve = course.learner("Eve");

      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            List<Outcome> outcomes =
                desk.offer.toAll(
                    Stream.of(ada, bob, preview, adaElsewhere, eve, eve)
                        .map(learner -> AwardDesk.offer(course, badge, learner, false))
                        .toList());

            assertThat(outcomes)
                .extracting(Outcome::result)
                .containsExactly(
                    Result.OFFERED,
                    Result.ENDED_BEFORE,
                    Result.OFFERED,
                    Result.ALREADY_OPEN,
                    Result.OFFERED,
                    Result.ALREADY_OPEN);
            assertThat(outcomes.get(1).award()).isEqualTo(declined);
            assertThat(outcomes.get(3).award()).isEqualTo(outcomes.get(0).award());
            assertThat(outcomes.get(5).award()).isEqualTo(outcomes.get(4).award());
            assertThat(desk.awards.find(outcomes.get(2).award()).orElseThrow().sandbox()).isTrue();
            assertThat(desk.offered.events)
                .containsExactly(
                    new AwardsOffered(
                        List.of(
                            outcomes.get(0).award(),
                            outcomes.get(2).award(),
                            outcomes.get(4).award())));
          });

      assertThat(database.count("select count(*) from audit_entry where action = 'award.offered'"))
          .isEqualTo(3);
      assertThat(database.count("select count(*) from award_touch")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void cohortsThatMeetNeitherInterlockNorAwardTwice(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      List<Offer> offers =
          IntStream.range(0, 40)
              .mapToObj(i -> AwardDesk.offer(course, badge, course.learner("L" + i), false))
              .toList();
      database.compute(em -> em.createQuery("select a from DirectAward a").getResultList());

      List<List<Outcome>> outcomes =
          race(
              i -> {
                List<Offer> shuffled = new ArrayList<>(offers);
                Collections.shuffle(shuffled, new Random(i));
                return database.compute(em -> new AwardDesk(em).offer.toAll(shuffled));
              });

      assertThat(outcomes.stream().flatMap(List::stream).filter(Outcome::isNew)).hasSize(40);
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(40);
      assertThat(database.count("select count(*) from audit_entry")).isEqualTo(40);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneThatIsRefusedRefusesTheWholeCohort(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID stranger = new SampleCourse(database).learner("Stranger");
      List<Offer> offers =
          Stream.of(course.learner("Ada"), stranger)
              .map(learner -> AwardDesk.offer(course, badge, learner, false))
              .toList();

      assertThatThrownBy(() -> database.transaction(em -> new AwardDesk(em).offer.toAll(offers)))
          .hasMessageContaining("award.not-found");

      assertThat(database.count("select count(*) from direct_award")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rolledBackOfferLeavesNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID learner = course.learner("Ada");

      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> {
                        new AwardDesk(em)
                            .offer.offer(AwardDesk.offer(course, badge, learner, false));
                        throw new IllegalStateException("killed");
                      }))
          .hasMessage("killed");

      assertThat(database.count("select count(*) from direct_award")).isZero();
      assertThat(database.count("select count(*) from audit_entry")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void doesNotOfferAgainWhatSomebodyEnded(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID learner = course.learner("Ada");
      for (String state : List.of("DECLINED", "EXPIRED", "WITHDRAWN", "REJECTED")) {
        database.execute("delete from direct_award");
        UUID award = UUID.randomUUID();
        insert(database, course, award, badge, learner, state);

        Outcome outcome =
            database.compute(
                em ->
                    new AwardDesk(em).offer.offer(AwardDesk.offer(course, badge, learner, false)));

        assertThat(outcome).as(state).isEqualTo(new Outcome(Result.ENDED_BEFORE, award));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void awardOfTestUserIsSandboxed(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID preview = course.user("Preview", true);

      DirectAward award =
          database.compute(
              em -> {
                AwardDesk desk = new AwardDesk(em);
                Outcome outcome = desk.offer.offer(AwardDesk.offer(course, badge, preview, false));
                return desk.awards.find(outcome.award()).orElseThrow();
              });

      assertThat(award.sandbox()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesBadgeClassAndLearnerOfAnotherInstitution(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID ours = course.badgeClass();
      UUID theirs = other.badgeClass();
      UUID learner = course.learner("Ada");

      refused(database, AwardDesk.offer(course, theirs, learner, false));
      refused(database, AwardDesk.offer(course, other.institution, theirs, learner, false));
      refused(database, AwardDesk.offer(course, ours, other.learner("Bob"), false));
      refused(database, AwardDesk.offer(course, course.institution, ours, null, false));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersBadgesOfTheInstitutionOfADeployment(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID theirs = other.badgeClass();
      UUID learner = course.learner("Ada");
      Offer offer = AwardDesk.offer(course, other.institution, theirs, learner, false);
      refused(database, offer);

      database.execute(
          "update deployment set institution_id = ? where id = ?",
          other.institution,
          course.deployment);

      assertThat(database.compute(em -> new AwardDesk(em).offer.offer(offer)).result())
          .isEqualTo(Result.OFFERED);
    }
  }

  private static void refused(OpenDatabase database, Offer offer) {
    assertThatThrownBy(() -> database.transaction(em -> new AwardDesk(em).offer.offer(offer)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("award.not-found");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void databaseAloneRefusesTwoLiveAwardsAndImpossibleStates(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID learner = course.learner("Ada");
      insert(database, course, UUID.randomUUID(), badge, learner, "WITHDRAWN");
      insert(database, course, UUID.randomUUID(), badge, learner, "DECLINED");
      UUID live = UUID.randomUUID();
      insert(database, course, live, badge, learner, "OFFERED");

      assertThatThrownBy(
              () -> insert(database, course, UUID.randomUUID(), badge, learner, "PROPOSED"))
          .hasCauseInstanceOf(java.sql.SQLException.class);
      assertThatThrownBy(
              () ->
                  database.execute("update direct_award set state = 'CLAIMED' where id = ?", live))
          .hasCauseInstanceOf(java.sql.SQLException.class);
      assertThatThrownBy(
              () ->
                  database.execute("update direct_award set offered_at = null where id = ?", live))
          .hasCauseInstanceOf(java.sql.SQLException.class);
      assertThatThrownBy(
              () ->
                  database.execute("update direct_award set state = 'EXPIRED' where id = ?", live))
          .hasCauseInstanceOf(java.sql.SQLException.class);
      assertThatThrownBy(
              () -> database.execute("update direct_award set state = 'LOST' where id = ?", live))
          .hasCauseInstanceOf(java.sql.SQLException.class);
    }
  }

  private static void insert(
      OpenDatabase database, SampleCourse course, UUID id, UUID badge, UUID learner, String state) {
    boolean ended = !List.of("OFFERED", "PROPOSED").contains(state);
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, ended_at, created_at, version)"
            + " values (?, ?, ?, ?, 1, ?, false, 'RULE', '{}', ?, ?, ?, ?, 1)",
        id,
        course.institution,
        badge,
        learner,
        state,
        SampleCourse.THEN,
        SampleCourse.THEN,
        ended ? SampleCourse.THEN : null,
        SampleCourse.THEN);
  }
}
