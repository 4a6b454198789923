package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A badge class that can be earned again, and one that has only so many places. */
class EditionsDatabaseTest {

  private static final Duration DAY = Duration.ofDays(1);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsDoneInTimeGivesTheNextEdition(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      AwardDesk.content(database, badge, "\"awarding\":{\"renewalDays\":300}");
      UUID first = give(database, byRule(course, badge, ada, AwardDesk.NOW)).award();
      claim(database, first);

      Instant due = AwardDesk.NOW.plus(DAY.multipliedBy(300));
      assertThat(give(database, byRule(course, badge, ada, due.minusSeconds(1))))
          .isEqualTo(new Outcome(Result.ALREADY_HELD, first));
      Outcome second = give(database, byRule(course, badge, ada, due));
      assertThat(second.result()).isEqualTo(Result.OFFERED);
      assertThat(give(database, byRule(course, badge, ada, due)))
          .isEqualTo(new Outcome(Result.ALREADY_OPEN, second.award()));

      DirectAward next =
          database.compute(em -> new AwardDesk(em).awards.find(second.award()).orElseThrow());
      assertThat(next.edition()).isEqualTo(2);
      assertThat(next.provenance().replaces()).isEqualTo(first);
      assertThat(database.count("select count(*) from direct_award where state = 'CLAIMED'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noEditionIsInTheWayOfTheClaimOfALaterOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      AwardDesk.content(database, badge, "\"awarding\":{\"renewalDays\":0}");
      UUID person = database.compute(em -> em.find(LmsUser.class, ada).personId());
      UUID last = null;
      for (int edition = 1; edition <= 3; edition++) {
        UUID award =
            give(database, byRule(course, badge, ada, AwardDesk.NOW.plusSeconds(edition))).award();
        assertThatCode(() -> requireNotHeld(database, award, person)).doesNotThrowAnyException();
        claim(database, award);
        last = award;
      }
      UUID third = last;
      assertThat(database.count("select count(*) from direct_award where state = 'CLAIMED'"))
          .isEqualTo(3);
      UUID stray = UUID.randomUUID();
      database.execute(
          "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, state, origin,"
              + " reason, edition, sandbox, created_at, rule_met_at, offered_at, version)"
              + " select ?, institution_id, badge_class_id, lms_user_id, 'OFFERED', origin, '{}', 4,"
              + " false, created_at, rule_met_at, offered_at, 1 from direct_award where id = ?",
          stray,
          third);
      assertThatThrownBy(() -> requireNotHeld(database, stray, person))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoHoldsABadgeThatIsGivenOnceGetsNoOther(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      claim(database, give(database, byRule(course, badge, ada, AwardDesk.NOW)).award());
      Instant later = AwardDesk.NOW.plus(DAY.multipliedBy(1000));
      assertThat(give(database, byRule(course, badge, ada, later)).result())
          .isEqualTo(Result.ALREADY_HELD);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTableUploadedAgainRenewsNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      AwardDesk.content(database, badge, "\"awarding\":{\"renewalDays\":0}");
      claim(database, give(database, byRule(course, badge, ada, AwardDesk.NOW)).award());
      assertThat(give(database, renewsNothing(course, badge, ada)).result())
          .isEqualTo(Result.ALREADY_HELD);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyGetsAPlaceThatIsTakenHoweverManyComeAtOnce(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      AwardDesk.content(database, badge, "\"awarding\":{\"places\":3}");
      List<Callable<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Offer offer = byRule(course, badge, course.learner("Learner " + i), AwardDesk.NOW);
        all.add(() -> give(database, offer));
      }
      List<Result> results = new ArrayList<>();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        for (Future<Outcome> each : threads.invokeAll(all)) {
          results.add(each.get().result());
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(results).filteredOn(Result.OFFERED::equals).hasSize(3);
      assertThat(results).filteredOn(Result.FULL::equals).hasSize(5);
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHolderNeedsNoFurtherPlaceAndAWithdrawnOfferFreesOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID bo = course.learner("Bo");
      AwardDesk.content(database, badge, "\"awarding\":{\"places\":1,\"renewalDays\":0}");
      UUID first = give(database, byRule(course, badge, ada, AwardDesk.NOW)).award();
      claim(database, first);
      Instant later = AwardDesk.NOW.plusSeconds(1);

      assertThat(give(database, byRule(course, badge, bo, later)).result()).isEqualTo(Result.FULL);
      assertThat(give(database, byRule(course, badge, ada, later)).result())
          .isEqualTo(Result.OFFERED);
      database.execute(
          "update direct_award set state = 'REVOKED', ended_at = claimed_at where id = ?", first);
      database.execute(
          "update direct_award set state = 'WITHDRAWN', ended_at = offered_at"
              + " where state = 'OFFERED'");
      assertThat(give(database, byRule(course, badge, bo, later)).result())
          .isEqualTo(Result.OFFERED);
    }
  }

  private static Outcome give(OpenDatabase database, Offer offer) {
    return database.compute(em -> new AwardDesk(em).offer.offer(offer));
  }

  private static void requireNotHeld(OpenDatabase database, UUID award, UUID person) {
    database.transaction(
        em -> {
          Awards awards = new AwardDesk(em).awards;
          awards.requireNotHeld(awards.find(award).orElseThrow(), person);
        });
  }

  private static void claim(OpenDatabase database, UUID award) {
    database.execute(
        "update direct_award set state = 'CLAIMED', claimed_at = offered_at where id = ?", award);
  }

  private static Offer byRule(SampleCourse course, UUID badge, UUID learner, Instant earned) {
    return offer(course, badge, learner, Provenance.Origin.RULE, earned);
  }

  private static Offer renewsNothing(SampleCourse course, UUID badge, UUID learner) {
    return offer(course, badge, learner, Provenance.Origin.CSV, null);
  }

  private static Offer offer(
      SampleCourse course,
      UUID badge,
      UUID learner,
      Provenance.Origin origin,
      @Nullable Instant earned) {
    return new Offer(
        course.institution,
        badge,
        learner,
        Provenance.of(origin).in(course.course),
        Offer.NO_REASON,
        AwardDetails.NONE,
        Offer.Moment.NOW,
        false,
        true,
        earned,
        Actor.system("test"));
  }
}
