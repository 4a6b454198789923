package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.badgebridge.award.AwardDesk.assertAudited;
import static org.badgebridge.award.AwardDesk.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What time, staff and the badge class do to awards. */
class LifecycleDatabaseTest {

  private static final Instant NOW = AwardDesk.NOW;
  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void scheduledAwardIsOfferedInItsMomentAndLapsesFromThere(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Instant moment = NOW.plus(Duration.ofDays(100));
      UUID award = byHand(database, course, Offer.Moment.from(moment, NOW));

      turn(
          database,
          moment.minusSeconds(1),
          desk -> InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release));
      assertState(database, award, AwardState.SCHEDULED);

      turn(
          database,
          moment,
          desk -> {
            InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release);
            InBatches.each(desk.due::lapsing, "turning an award", desk.turns::lapse);
            assertThat(desk.offered.events).containsExactly(AwardsOffered.of(award));
          });
      assertState(database, award, AwardState.OFFERED);
      Instant last = moment.plus(Duration.ofDays(82));
      database.transaction(
          em ->
              assertThat(new AwardDesk(em).awards.find(award).orElseThrow().life().lapsesAt())
                  .isEqualTo(last));

      turn(
          database,
          last,
          desk -> InBatches.each(desk.due::lapsing, "turning an award", desk.turns::lapse));
      assertState(database, award, AwardState.EXPIRED);
      assertAudited(database, "award.scheduled", "award.offered", "award.lapsed");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void scheduledAwardOfAnArchivedBadgeClassIsRefused(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Instant moment = NOW.plusSeconds(60);
      UUID award = byHand(database, course, Offer.Moment.from(moment, NOW));
      database.execute("update badge_class set state = 'ARCHIVED'");

      turn(
          database,
          moment,
          desk -> InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release));

      assertState(database, award, AwardState.REJECTED);
      assertAudited(database, "award.scheduled", "award.rejected");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void scheduledAwardStandsOnTheRightOfWhoeverScheduledIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID awarder = staff(database, course, "AWARD");
      UUID reader = staff(database, course, "READ");
      Instant moment = NOW.plusSeconds(60);
      UUID standing = byHand(database, course, Offer.Moment.from(moment, NOW));
      UUID lost = byHand(database, course, Offer.Moment.from(moment, NOW));
      scheduledBy(database, standing, awarder);
      scheduledBy(database, lost, reader);

      turn(
          database,
          moment,
          desk -> InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release));

      assertState(database, standing, AwardState.OFFERED);
      assertState(database, lost, AwardState.REJECTED);
      assertReason(database, lost, "award.obstacle.staff-left");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void scheduledAwardOfALecturerStandsWhileTheyAreOneInTheCourse(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID left = course.user("Left", false);
      course.member(left, "LECTURER", true);
      UUID learnerNow = course.user("Learner now", false);
      course.member(learnerNow, "LEARNER", true);
      Instant moment = NOW.plusSeconds(60);
      UUID standing = byLecturer(database, course, course.lecturer, moment);
      UUID lost = byLecturer(database, course, left, moment);
      UUID demoted = byLecturer(database, course, learnerNow, moment);
      UUID elsewhere = byLecturer(database, course, other.lecturer, moment);
      database.execute("update membership set active = false where lms_user_id = ?", left);

      turn(
          database,
          moment,
          desk -> InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release));

      assertState(database, standing, AwardState.OFFERED);
      for (UUID each : List.of(lost, demoted, elsewhere)) {
        assertState(database, each, AwardState.REJECTED);
        assertReason(database, each, "award.obstacle.lecturer-left");
      }
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'award.rejected'"
                      + " and reason = 'award.obstacle.lecturer-left' and actor_kind = 'SYSTEM'"))
          .isEqualTo(3);
    }
  }

  private static UUID byLecturer(
      OpenDatabase database, SampleCourse course, UUID lecturer, Instant moment) {
    UUID award = byHand(database, course, Offer.Moment.from(moment, NOW));
    database.execute(
        "update direct_award set scheduled_by_kind = 'LECTURER', scheduled_by = ? where id = ?",
        lecturer,
        award);
    return award;
  }

  private static void assertReason(OpenDatabase database, UUID award, String key) {
    assertThat(
            database.count(
                "select count(*) from direct_award where id = ? and ended_reason = ?", award, key))
        .isOne();
    Words words = new Words();
    assertThat(words.text(Locale.ENGLISH, key)).isNotEqualTo(key);
    assertThat(words.text(Locale.forLanguageTag("nl"), key)).isNotEqualTo(key);
  }

  /** Somebody with one permission at the badge classes of the course's issuer. */
  private static UUID staff(OpenDatabase database, SampleCourse course, String permission) {
    UUID account = UUID.randomUUID();
    database.execute(
        "insert into staff_account (id, email, name, password_hash, locale, created_at, operator,"
            + " version) values (?, ?, 'Somebody', '-', 'en', ?, false, 1)",
        account,
        account + "@example.org",
        SampleCourse.THEN);
    database.execute(
        "insert into staff_membership (id, account_id, institution_id, level, place_id,"
            + " permissions, granted_by, granted_at, version) values (?, ?, ?, 'ISSUER', ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        account,
        course.institution,
        course.issuer,
        permission,
        account,
        SampleCourse.THEN);
    return account;
  }

  private static void scheduledBy(OpenDatabase database, UUID award, UUID account) {
    database.execute(
        "update direct_award set scheduled_by_kind = 'STAFF', scheduled_by = ? where id = ?",
        account,
        award);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void institutionAndBadgeClassSetTheClocks(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      database.transaction(
          em ->
              new AwardDesk(em)
                  .settings.change(
                      course.institution,
                      0,
                      new AwardSettings.Values(10, 3, null, 7, 5, 0, 365),
                      STAFF));
      assertThat(lapsesAt(database, byHand(database, course, Offer.Moment.NOW)))
          .isEqualTo(NOW.plus(Duration.ofDays(10)));
      UUID own = course.badgeClass();
      content(database, own, "\"awarding\":{\"claimDays\":3}");
      assertThat(lapsesAt(database, byHand(database, course, own, Offer.Moment.NOW)))
          .isEqualTo(NOW.plus(Duration.ofDays(3)));

      database.transaction(
          em -> {
            AwardSettingsBook book = new AwardDesk(em).settings;
            assertThat(book.of(course.institution).reminderDays()).containsExactly(3);
            assertThat(book.of(course.institution).evidenceDays()).isEqualTo(365);
            assertThatThrownBy(() -> book.change(course.institution, 0, AwardSettings.USUAL, STAFF))
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
            assertThatThrownBy(
                    () ->
                        book.change(
                            course.institution,
                            book.version(course.institution),
                            new AwardSettings.Values(0, 90, 40, 0, -1, 2000, 89),
                            STAFF))
                .isInstanceOfSatisfying(
                    InvalidFields.class,
                    e ->
                        assertThat(e.faults())
                            .extracting(FieldFault::field)
                            .containsExactly(
                                "lapseDays",
                                "reminderGapDays",
                                "purgeDays",
                                "undoMinutes",
                                "evidenceDays",
                                "firstReminderDays",
                                "secondReminderDays",
                                "secondReminderDays"));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withdrawnAwardIsPurgedAfterItsDaysUnlessItCameBack(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID gone = byHand(database, course, Offer.Moment.NOW);
      UUID back = byHand(database, course, Offer.Moment.NOW);
      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            desk.withdraw.withdraw(gone, "mistake", Reach.STAFF, STAFF);
            desk.withdraw.withdraw(back, "mistake", Reach.STAFF, STAFF);
            desk.withdraw.restore(back, Reach.STAFF, STAFF);
          });

      Instant due = NOW.plus(Duration.ofDays(30));
      turn(
          database,
          due.minusSeconds(1),
          desk -> InBatches.each(desk.due::withdrawn, "turning an award", desk.turns::purge));
      assertThat(database.count("select count(*) from direct_award where details is null"))
          .isZero();
      turn(
          database,
          due,
          desk -> InBatches.each(desk.due::withdrawn, "turning an award", desk.turns::purge));

      assertThat(
              database.count(
                  "select count(*) from direct_award where details is null and id = ?"
                      + " and ended_at is not null and offered_at is not null",
                  gone))
          .isOne();
      assertThat(
              database.count(
                  "select count(*) from direct_award where details is not null and id = ?", back))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneAwardThatCannotBeTurnedStopsNoOther(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Instant moment = NOW.plusSeconds(60);
      UUID bad = byHand(database, course, Offer.Moment.from(moment, NOW));
      UUID good = byHand(database, course, Offer.Moment.from(moment, NOW));
      turn(
          database,
          moment,
          desk ->
              InBatches.each(
                  desk.due::scheduled,
                  "turning an award",
                  id -> {
                    if (id.equals(bad)) {
                      throw new IllegalStateException("broken on purpose");
                    }
                    desk.turns.release(id);
                  }));
      assertState(database, bad, AwardState.SCHEDULED);
      assertState(database, good, AwardState.OFFERED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTheBadgeClassAsksIsEnforced(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      content(
          database,
          badge,
          "\"awarding\":{\"narrativeRequired\":true,\"evidenceRequired\":true},"
              + "\"assessing\":{\"gradeRequired\":true,\"scale\":{\"name\":\"Grade\","
              + "\"resultType\":\"RawScore\",\"lowest\":\"1\",\"highest\":\"10\"}}");
      UUID ada = course.learner("Ada");
      assertFaults(
          database,
          course,
          badge,
          ada,
          AwardDetails.NONE,
          List.of("narrative", "evidenceUrl", "grade"));
      assertFaults(
          database,
          course,
          badge,
          ada,
          new AwardDetails("did it", "javascript:alert(1)", null, null, "11"),
          List.of("evidenceUrl", "grade"));
      assertFaults(
          database,
          course,
          badge,
          ada,
          new AwardDetails("did it", "https://e.example/1", null, null, "good"),
          List.of("grade"));
      AwardDetails whole = new AwardDetails("did it", "https://e.example/1", null, null, "7,5");
      database.transaction(
          em ->
              assertThat(
                      new AwardDesk(em)
                          .offer
                          .offer(AwardDesk.byHand(course, badge, ada, whole, Offer.Moment.NOW))
                          .result())
                  .isEqualTo(Result.OFFERED));

      // A rule says nothing, so somebody has to, who approves.
      UUID bob = course.learner("Bob");
      UUID proposed =
          database.compute(
              em -> {
                Outcome outcome =
                    new AwardDesk(em).offer.offer(AwardDesk.offer(course, badge, bob, false));
                assertThat(outcome.result()).isEqualTo(Result.PROPOSED);
                return outcome.award();
              });
      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            assertThat(desk.decide.approveAll(List.of(proposed), Reach.STAFF, STAFF)).isZero();
          });
      assertThatThrownBy(
              () ->
                  database.transaction(
                      em ->
                          new AwardDesk(em)
                              .decide.approve(proposed, AwardDetails.NONE, Reach.STAFF, STAFF)))
          .isInstanceOf(InvalidFields.class);
      database.transaction(
          em -> new AwardDesk(em).decide.approve(proposed, whole, Reach.STAFF, STAFF));
      assertState(database, proposed, AwardState.OFFERED);
      assertThat(
              database.count(
                  "select count(*) from direct_award where details like '%7,5%' and id = ?",
                  proposed))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void badgeClassOnRequestIsGivenToNobodyWhoDidNotAsk(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      content(database, badge, "\"awarding\":{\"directAwardsClosed\":true}");
      UUID ada = course.learner("Ada");
      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            assertThat(desk.offer.offer(AwardDesk.offer(course, badge, ada, false)))
                .isEqualTo(new Outcome(Result.ONLY_ON_REQUEST, null));
          });
      assertThat(database.count("select count(*) from direct_award")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void draftsAndArchivedBadgeClassesAreNotAwarded(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      for (String state : List.of("DRAFT", "ARCHIVED")) {
        database.execute("update badge_class set state = ?", state);
        assertThatThrownBy(
                () ->
                    database.transaction(
                        em ->
                            new AwardDesk(em)
                                .offer.offer(AwardDesk.offer(course, badge, ada, false))))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.detailKey()).isEqualTo("award.not-published"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staffGiveAgainWhatEndedAndThenTheEarlierCannotComeBack(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID first = give(database, course, badge, ada, Offer.Moment.NOW);
      database.transaction(
          em -> new AwardDesk(em).withdraw.withdraw(first, "mistake", Reach.STAFF, STAFF));

      UUID second = give(database, course, badge, ada, Offer.Moment.NOW);

      assertThat(database.count("select edition from direct_award where id = ?", second))
          .isEqualTo(2);
      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> new AwardDesk(em).withdraw.restore(first, Reach.STAFF, STAFF)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.detailKey()).isEqualTo("award.given-again"));
      assertState(database, first, AwardState.WITHDRAWN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void declinedOneCannotComeBackBesideALaterOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID person = UUID.randomUUID();
      database.execute(
          "insert into person (id, created_at) values (?, ?)", person, SampleCourse.THEN);
      database.execute("update lms_user set person_id = ? where id = ?", person, ada);
      UUID first = give(database, course, badge, ada, Offer.Moment.NOW);
      database.transaction(em -> new AwardDesk(em).decline.decline(first, person, STAFF));
      give(database, course, badge, ada, Offer.Moment.NOW);

      assertThatThrownBy(
              () ->
                  database.transaction(em -> new AwardDesk(em).decline.undo(first, person, STAFF)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.detailKey()).isEqualTo("award.given-again"));
      assertState(database, first, AwardState.DECLINED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlannedAwardCanGetAnotherMomentOrBeOfferedNow(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID award = byHand(database, course, Offer.Moment.from(NOW.plusSeconds(60), NOW));
      Instant later = NOW.plusSeconds(3600);
      for (int i = 0; i < 2; i++) {
        turn(database, NOW, desk -> desk.reschedule.reschedule(award, later, Reach.STAFF, STAFF));
      }
      turn(
          database,
          NOW.plusSeconds(100),
          desk -> InBatches.each(desk.due::scheduled, "turning an award", desk.turns::release));
      assertState(database, award, AwardState.SCHEDULED);
      assertThat(
              database.count("select count(*) from audit_entry where action = 'award.rescheduled'"))
          .isOne();

      turn(database, NOW, desk -> desk.reschedule.reschedule(award, null, Reach.STAFF, STAFF));
      assertState(database, award, AwardState.OFFERED);
      assertThatThrownBy(
              () ->
                  turn(
                      database,
                      NOW,
                      desk -> desk.reschedule.reschedule(award, later, Reach.STAFF, STAFF)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void severalProposalsAreApprovedWithTheSameWordsOrNoneIs(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Offer.Moment asked = Offer.Moment.ON_APPROVAL;
      UUID ada = give(database, course, badge, course.learner("Ada"), asked);
      UUID bob = give(database, course, badge, course.learner("Bob"), asked);
      content(
          database, badge, "\"awarding\":{\"narrativeRequired\":true,\"evidenceRequired\":true}");
      AwardDetails words = new AwardDetails("did well", null, null, null, null);
      AwardDetails whole = new AwardDetails("did well", "https://e.example/1", null, null, null);
      List<UUID> both = List.of(ada, bob);

      assertThatThrownBy(
              () ->
                  turn(
                      database,
                      NOW,
                      desk -> desk.decide.approveAll(both, words, Reach.STAFF, STAFF)))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e ->
                  assertThat(e.faults()).extracting(FieldFault::field).containsOnly("evidenceUrl"));
      assertState(database, ada, AwardState.PROPOSED);

      turn(
          database,
          NOW,
          desk -> assertThat(desk.decide.approveAll(both, whole, Reach.STAFF, STAFF)).isEqualTo(2));
      assertState(database, bob, AwardState.OFFERED);
      assertThat(
              database.count(
                  "select count(*) from direct_award where details like '%worked hard%'"
                      + " and details like '%e.example%'"))
          .as("what each said of its own stays")
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersAmongStaffReachNoAward(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID award = byHand(database, course, Offer.Moment.NOW);
      List<Consumer<AwardDesk>> deeds =
          List.of(
              desk -> desk.withdraw.withdraw(award, "x", Reach.STAFF, STRANGER),
              desk -> desk.withdraw.restore(award, Reach.STAFF, STRANGER),
              desk -> desk.decide.approve(award, AwardDetails.NONE, Reach.STAFF, STRANGER),
              desk -> desk.decide.reject(award, null, Reach.STAFF, STRANGER),
              desk -> desk.decide.approveAll(List.of(award), Reach.STAFF, STRANGER),
              desk -> desk.decide.rejectAll(List.of(award), null, Reach.STAFF, STRANGER),
              desk -> desk.reschedule.reschedule(award, NOW, Reach.STAFF, STRANGER));
      for (Consumer<AwardDesk> deed : deeds) {
        assertThatThrownBy(() -> database.transaction(em -> deed.accept(new AwardDesk(em))))
            .isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
      }
    }
  }

  private static void turn(OpenDatabase database, Instant now, Consumer<AwardDesk> deed) {
    database.transaction(em -> deed.accept(new AwardDesk(em, now)));
  }

  private static UUID byHand(OpenDatabase database, SampleCourse course, Offer.Moment moment) {
    return byHand(database, course, course.badgeClass(), moment);
  }

  private static UUID byHand(
      OpenDatabase database, SampleCourse course, UUID badge, Offer.Moment moment) {
    return give(database, course, badge, course.learner("Learner"), moment);
  }

  private static UUID give(
      OpenDatabase database, SampleCourse course, UUID badge, UUID learner, Offer.Moment moment) {
    AwardDetails said = new AwardDetails("worked hard", null, null, null, null);
    return database.compute(
        em -> {
          Outcome outcome =
              new AwardDesk(em).offer.offer(AwardDesk.byHand(course, badge, learner, said, moment));
          assertThat(outcome.isNew()).isTrue();
          return outcome.award();
        });
  }

  private static void assertFaults(
      OpenDatabase database,
      SampleCourse course,
      UUID badge,
      UUID learner,
      AwardDetails said,
      List<String> fields) {
    assertThatThrownBy(
            () ->
                database.transaction(
                    em ->
                        new AwardDesk(em)
                            .offer.offer(
                                AwardDesk.byHand(course, badge, learner, said, Offer.Moment.NOW))))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.faults()).extracting(FieldFault::field).isEqualTo(fields));
  }

  private static Instant lapsesAt(OpenDatabase database, UUID award) {
    return database.compute(
        em -> {
          Instant at = new AwardDesk(em).awards.find(award).orElseThrow().life().lapsesAt();
          assertThat(at).isNotNull();
          return at;
        });
  }

  private static void assertState(OpenDatabase database, UUID award, AwardState state) {
    assertThat(
            database.count(
                "select count(*) from direct_award where id = ? and state = ?",
                award,
                state.name()))
        .as("%s is %s", award, state)
        .isOne();
  }
}
