package org.badgebridge.award.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.badgebridge.award.AwardDesk.assertAudited;
import static org.badgebridge.award.AwardDesk.content;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Offer;
import org.badgebridge.award.Reach;
import org.badgebridge.award.request.DecideRequests.Done;
import org.badgebridge.award.request.DecideRequests.Word;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of what learners ask for. */
class RequestsDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
  private static final Actor LEARNER = new Actor(Actor.Kind.LEARNER, UUID.randomUUID(), "launch");
  private static final Actor LECTURER = new Actor(Actor.Kind.LECTURER, UUID.randomUUID(), "launch");
  private static final AwardDetails WHY =
      new AwardDetails("I led the lab", "https://example.org/lab", "Lab", null, null);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anApprovedRequestIsOfferedWithWhatItSays(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID request = asked(database, course, badge, course.learner("Ada"));

      assertThat(approved(database, request)).isTrue();
      assertThat(approved(database, request)).isFalse();

      assertState(database, request, RequestState.APPROVED);
      assertThat(
              database.count(
                  "select count(*) from direct_award a join award_request r on r.award_id = a.id"
                      + " where a.state = 'OFFERED' and a.origin = 'REQUEST' and a.course_id = ?"
                      + " and a.details like '%I led the lab%' and a.details like '%/lab%'",
                  course.course))
          .isOne();
      assertAudited(database, "request.asked", "request.approved", "award.offered");
      assertThat(database.count("select count(*) from direct_award")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameAskedTwiceIsAskedOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID first = asked(database, course, badge, ada);

      assertThat(asked(database, course, badge, ada)).isEqualTo(first);
      conflict(
          database,
          desk -> desk.ask.ask(new Wish(badge, ada, course.course, AwardDetails.NONE), LEARNER));
      assertThat(database.count("select count(*) from award_request")).isOne();
      assertThatThrownBy(
              () ->
                  database.execute(
                      "insert into award_request (id, institution_id, badge_class_id, lms_user_id,"
                          + " state, asked_at, sent_at, version)"
                          + " values (?, ?, ?, ?, 'OPEN', ?, ?, 1)",
                      UUID.randomUUID(),
                      course.institution,
                      badge,
                      ada,
                      SampleCourse.THEN,
                      SampleCourse.THEN))
          .as("the database knows one live request only")
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsKnownTwiceAsksOnceAsOnePerson(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID again = course.learner("Ada Lovelace");
      database.execute(
          "update lms_user set person_id = ? where id = ?", person(database, ada), again);
      UUID first = asked(database, course, badge, ada);

      assertThat(asked(database, course, badge, again)).isEqualTo(first);
      conflict(
          database,
          desk -> desk.ask.ask(new Wish(badge, again, course.course, AwardDetails.NONE), LEARNER));
      assertThat(database.count("select count(*) from award_request")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void returnedIsRevisedAndThenApproved(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID request = asked(database, course, course.badgeClass(), ada);
      Reach reach = Reach.course(course.course);

      database.transaction(
          em -> new RequestDesk(em).decide.giveBack(request, " Which lab? ", reach, LECTURER));
      conflict(database, desk -> desk.approve.approve(request, AwardDetails.NONE, reach, LECTURER));
      database.transaction(
          em ->
              new RequestDesk(em)
                  .ask.revise(
                      request,
                      person(database, ada),
                      new AwardDetails("The lab of 2026", null, null, null, "10"),
                      LEARNER));
      assertThat(
              database.<Boolean>compute(
                  em ->
                      new RequestDesk(em)
                          .approve.approve(request, AwardDetails.NONE, reach, LECTURER)))
          .isTrue();

      assertThat(
              database.count(
                  "select count(*) from direct_award where details like '%The lab of 2026%'"
                      + " and details not like '%grade%'"))
          .isOne();
      assertAudited(database, "request.returned", "request.revised", "request.approved");
      assertThat(database.count("select count(*) from audit_entry where reason = 'Which lab?'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void afterANoTheLearnerAsksAgainOrStaffThinkAgain(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID first = asked(database, course, badge, ada);

      database.transaction(
          em -> new RequestDesk(em).decide.deny(first, "No lab", Reach.STAFF, STAFF));
      assertState(database, first, RequestState.DENIED);
      database.transaction(
          em -> {
            RequestDesk desk = new RequestDesk(em);
            assertThat(desk.decide.reopen(first, Reach.STAFF, STAFF)).isTrue();
            assertThat(desk.decide.reopen(first, Reach.STAFF, STAFF)).isFalse();
          });
      assertState(database, first, RequestState.OPEN);
      database.transaction(
          em -> new RequestDesk(em).decide.deny(first, "No lab", Reach.STAFF, STAFF));

      UUID second =
          database.compute(
              em ->
                  new RequestDesk(em, AwardDesk.NOW.plusSeconds(60))
                      .ask.again(first, person(database, ada), WHY, LEARNER));
      assertThat(second).isNotEqualTo(first);
      assertState(database, second, RequestState.OPEN);
      conflict(database, desk -> desk.decide.reopen(first, Reach.STAFF, STAFF));
      database.transaction(
          em ->
              assertThat(
                      new RequestDesk(em)
                          .list
                          .last(badge, person(database, ada))
                          .orElseThrow()
                          .id())
                  .isEqualTo(second));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLearnerWithdrawsAndOnlyTheirOwn(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      UUID request = asked(database, course, course.badgeClass(), ada);

      for (Consumer<RequestDesk> deed :
          List.<Consumer<RequestDesk>>of(
              desk -> desk.ask.withdraw(request, person(database, bob), LEARNER),
              desk -> desk.ask.again(request, person(database, bob), WHY, LEARNER),
              desk ->
                  desk.ask.revise(
                      request,
                      person(database, bob),
                      new AwardDetails(null, "no address", null, null, null),
                      LEARNER),
              desk -> desk.list.own(request, person(database, bob)))) {
        missing(database, deed);
      }
      database.transaction(
          em -> {
            RequestDesk desk = new RequestDesk(em);
            desk.ask.withdraw(request, person(database, ada), LEARNER);
            desk.ask.withdraw(request, person(database, ada), LEARNER);
          });
      assertState(database, request, RequestState.WITHDRAWN);
      assertAudited(database, "request.withdrawn");
      conflict(
          database, desk -> desk.approve.approve(request, AwardDetails.NONE, Reach.STAFF, STAFF));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAwardThatComesOtherwiseSettlesWhatWaits(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      UUID open = asked(database, course, badge, ada);
      UUID returned = asked(database, course, badge, bob);
      UUID another = asked(database, course, course.badgeClass(), ada);
      database.transaction(
          em -> new RequestDesk(em).decide.giveBack(returned, "More", Reach.STAFF, STAFF));

      offered(database, course, badge, ada, false);
      offered(database, course, badge, bob, false);

      assertState(database, open, RequestState.SETTLED);
      assertState(database, returned, RequestState.SETTLED);
      assertState(database, another, RequestState.OPEN);
      assertThat(
              database.count(
                  "select count(*) from award_request r join direct_award a on a.id = r.award_id"
                      + " where r.state = 'SETTLED' and a.origin = 'RULE'"))
          .isEqualTo(2);
      assertThat(
              database.count("select count(*) from audit_entry where action = 'request.settled'"))
          .isEqualTo(2);
      assertThat(approved(database, open)).as("there is nothing left to approve").isFalse();
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void approvingWhatTheLearnerHasMakesNoSecondAward(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID request = asked(database, course, badge, course.learner("Ada"));
      database.execute(
          "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition,"
              + " state, sandbox, origin, reason, rule_met_at, offered_at, claimed_at, created_at,"
              + " version) select ?, institution_id, badge_class_id, lms_user_id, 1, 'CLAIMED',"
              + " false, 'CSV', '{}', asked_at, asked_at, asked_at, asked_at, 1 from award_request",
          UUID.randomUUID());

      assertThat(approved(database, request)).isTrue();

      assertState(database, request, RequestState.SETTLED);
      assertThat(database.count("select count(*) from direct_award")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimSettlesToo(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID award = offered(database, course, badge, ada, false);
      UUID request = UUID.randomUUID();
      database.execute(
          "insert into award_request (id, institution_id, badge_class_id, lms_user_id, state,"
              + " asked_at, sent_at, version) values (?, ?, ?, ?, 'OPEN', ?, ?, 1)",
          request,
          course.institution,
          badge,
          ada,
          SampleCourse.THEN,
          SampleCourse.THEN);

      database.transaction(em -> new RequestDesk(em).settling.onClaimed(new AwardClaimed(award)));

      assertState(database, request, RequestState.SETTLED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void approvingApprovesTheProposalThatWaits(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID proposal = offered(database, course, badge, ada, true);
      UUID request = asked(database, course, badge, ada);
      database.execute("update direct_award set course_id = ?", other.course);
      conflict(
          database,
          desk ->
              desk.approve.approve(
                  request, AwardDetails.NONE, Reach.course(course.course), LECTURER));
      database.execute("update direct_award set course_id = ?", course.course);

      assertThat(approved(database, request)).isTrue();

      assertState(database, request, RequestState.APPROVED);
      assertThat(
              database.count(
                  "select count(*) from direct_award where id = ? and state = 'OFFERED'"
                      + " and details like '%I led the lab%'",
                  proposal))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlannedAwardComesFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      Offer.Moment later = Offer.Moment.from(AwardDesk.NOW.plus(Duration.ofDays(1)), AwardDesk.NOW);
      database.transaction(
          em ->
              new RequestDesk(em)
                  .desk.offer.offer(
                      AwardDesk.byHand(course, badge, ada, AwardDetails.NONE, later)));
      UUID request = asked(database, course, badge, ada);

      conflict(
          database, desk -> desk.approve.approve(request, AwardDetails.NONE, Reach.STAFF, STAFF));
      assertState(database, request, RequestState.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsOnOfferOrHeldCannotBeAskedFor(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      offered(database, course, badge, ada, false);

      conflict(database, desk -> desk.ask.ask(new Wish(badge, ada, course.course, WHY), LEARNER));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theBadgeClassSaysWhoMayAskAndWhatTheyMustSay(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      Consumer<RequestDesk> outside =
          desk -> desk.ask.ask(new Wish(badge, ada, null, AwardDetails.NONE), LEARNER);
      refused(database, ProblemType.FORBIDDEN, outside);

      content(
          database,
          badge,
          "\"awarding\":{\"requestsOpen\":true,\"requestNarrativeRequired\":true,"
              + "\"requestEvidenceRequired\":true}");
      assertThatThrownBy(() -> database.transaction(em -> outside.accept(new RequestDesk(em))))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e ->
                  assertThat(e.faults())
                      .extracting(FieldFault::field)
                      .containsExactly("narrative", "evidenceUrl"));
      UUID person = person(database, ada);
      database.transaction(
          em -> {
            RequestDesk desk = new RequestDesk(em);
            UUID request = desk.ask.askAs(person, badge, WHY, LEARNER);
            assertThat(desk.ask.askAs(person, badge, WHY, LEARNER)).isEqualTo(request);
          });
      assertThat(database.count("select count(*) from award_request")).isOne();

      UUID foreign = new SampleCourse(database).learner("Eve");
      UUID eve = person(database, foreign);
      missing(database, desk -> desk.ask.askAs(eve, badge, WHY, LEARNER));
      missing(database, desk -> desk.ask.ask(new Wish(badge, foreign, null, WHY), LEARNER));
      database.execute("update badge_class set state = 'ARCHIVED'");
      conflict(
          database,
          desk ->
              desk.ask.ask(new Wish(badge, course.learner("Bob"), course.course, WHY), LEARNER));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rightsComeBeforeWords(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID request = asked(database, course, course.badgeClass(), course.learner("Ada"));
      Reach elsewhere = Reach.course(other.course);

      for (Actor each : List.of(STRANGER, LECTURER)) {
        Reach reach = each.equals(STRANGER) ? Reach.STAFF : elsewhere;
        missing(database, desk -> desk.approve.approve(request, AwardDetails.NONE, reach, each));
        missing(database, desk -> desk.decide.deny(request, " ", reach, each));
        missing(database, desk -> desk.decide.giveBack(request, " ", reach, each));
        missing(database, desk -> desk.decide.reopen(request, reach, each));
        for (Word word : Word.values()) {
          missing(database, desk -> desk.many.ticked(word, ticked(" ", request), reach, each));
        }
      }
      for (Word word : List.of(Word.DENY, Word.RETURN)) {
        assertThatThrownBy(
                () ->
                    database.transaction(
                        em ->
                            new RequestDesk(em)
                                .many.ticked(word, ticked(" ", request), Reach.STAFF, STAFF)))
            .isInstanceOfSatisfying(
                InvalidFields.class,
                e -> assertThat(e.faults()).extracting(FieldFault::field).containsOnly("words"));
      }
      assertState(database, request, RequestState.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneWordAboutManyLeavesWhatCannotBeDecidedSo(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID first = asked(database, course, badge, course.learner("Ada"));
      UUID second = asked(database, course, badge, course.learner("Bob"));
      UUID third = asked(database, course, badge, course.learner("Cid"));
      UUID graded = course.badgeClass();
      content(database, graded, "\"assessing\":{\"gradeRequired\":true}");
      UUID incomplete = asked(database, course, graded, course.learner("Dan"));
      List<UUID> all = List.of(first, second, first, incomplete, third);
      database.transaction(em -> new RequestDesk(em).decide.deny(third, "No", Reach.STAFF, STAFF));

      // each is decided in a transaction of its own on the server; here one that fails is last
      assertThat(decided(database, Word.APPROVE, List.of(first, second, first, third)))
          .isEqualTo(new Done(Word.APPROVE, 2, 1));
      assertThat(decided(database, Word.APPROVE, all.subList(0, 3)))
          .isEqualTo(new Done(Word.APPROVE, 0, 2));
      assertThatThrownBy(() -> approved(database, incomplete)).isInstanceOf(InvalidFields.class);
      assertState(database, incomplete, RequestState.OPEN);

      database.transaction(
          em ->
              new RequestDesk(em)
                  .approve.approve(
                      incomplete,
                      new AwardDetails(null, null, null, null, "8"),
                      Reach.STAFF,
                      STAFF));
      assertThat(database.count("select count(*) from direct_award where details like '%\"8\"%'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNoAndAReturnAreHeardOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = course.learner("Ada");
      UUID request = asked(database, course, course.badgeClass(), ada);
      RequestDecided decided = new RequestDecided(request, ada, course.institution);

      database.transaction(
          em -> {
            RequestDesk desk = new RequestDesk(em);
            desk.decide.giveBack(request, "More", Reach.STAFF, STAFF);
            desk.decide.giveBack(request, "More", Reach.STAFF, STAFF);
            assertThat(desk.decided.events).containsExactly(decided);
            desk.decide.deny(request, "No", Reach.STAFF, STAFF);
            desk.decide.reopen(request, Reach.STAFF, STAFF);
            assertThat(desk.decided.events).containsExactly(decided, decided);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatEndedIsErasedAfterItsDays(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID denied = asked(database, course, badge, course.learner("Ada"));
      UUID back = asked(database, course, badge, course.learner("Bob"));
      database.transaction(
          em -> {
            RequestDesk desk = new RequestDesk(em);
            desk.decide.deny(denied, "No lab", Reach.STAFF, STAFF);
            desk.decide.deny(back, "No lab", Reach.STAFF, STAFF);
            desk.decide.reopen(back, Reach.STAFF, STAFF);
          });
      Instant last = AwardDesk.NOW.plus(Duration.ofDays(30));

      database.transaction(em -> new RequestDesk(em, last.minusSeconds(1)).purging.run());
      assertThat(database.count("select count(*) from award_request where purged_at is not null"))
          .isZero();
      database.transaction(em -> new RequestDesk(em, last).purging.run());

      assertThat(
              database.count(
                  "select count(*) from award_request where id = ? and details is null"
                      + " and words is null and purged_at is not null and state = 'DENIED'",
                  denied))
          .isOne();
      assertThat(
              database.count(
                  "select count(*) from award_request where id = ? and details is not null", back))
          .isOne();
      assertAudited(database, "request.purged");
      conflict(database, desk -> desk.decide.reopen(denied, Reach.STAFF, STAFF));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsTheLongestWaitingFirstPageByPage(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      List<UUID> all = new ArrayList<>();
      UUID ada = course.learner("Ada");
      for (int i = 0; i < 7; i++) {
        Instant at = AwardDesk.NOW.plusSeconds(i / 2); // two at a time
        UUID learner = i == 0 ? ada : course.learner("Learner " + i);
        all.add(
            database.compute(
                em ->
                    new RequestDesk(em, at)
                        .ask.ask(new Wish(badge, learner, course.course, WHY), LEARNER)));
      }
      UUID test = course.user("Test", true);
      database.transaction(
          em -> new RequestDesk(em).ask.ask(new Wish(badge, test, course.course, WHY), LEARNER));

      database.transaction(
          em -> {
            RequestList list = new RequestDesk(em).list;
            List<UUID> seen = new ArrayList<>();
            @Nullable UUID after = null;
            int pages = 0;
            do {
              RequestList.Slice page =
                  list.about(course.institution, List.of(badge), RequestState.OPEN, after, 3);
              page.requests().forEach(each -> seen.add(each.id()));
              after = page.next();
              pages++;
            } while (after != null);
            assertThat(pages).isEqualTo(3);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
            assertThat(list.ofCourse(course.course, RequestState.OPEN, null, 20).requests())
                .as("lecturers see what test users do")
                .hasSize(8);
            assertThat(list.counts(course.course)).isEqualTo(new RequestList.Counts(8, 8));
            assertThat(
                    list.about(course.institution, List.of(badge), RequestState.DENIED, null, 3)
                        .requests())
                .isEmpty();
            RequestRow own = list.ofPerson(person(database, ada), null, 5).requests().get(0);
            assertThat(own.learner()).isEqualTo("Ada");
            assertThat(own.course()).isEqualTo("Logic");
            assertThat(list.badgeClasses(course.institution)).hasSize(1).containsValue("Logician");
          });
    }
  }

  private static DecisionForm ticked(String words, UUID... requests) {
    return new DecisionForm(new LinkedHashSet<>(List.of(requests)), words, "", List.of());
  }

  private static Done decided(OpenDatabase database, Word word, List<UUID> ids) {
    return database.compute(
        em ->
            new RequestDesk(em)
                .many.ticked(word, ticked("Words", ids.toArray(UUID[]::new)), Reach.STAFF, STAFF));
  }

  private static UUID offered(
      OpenDatabase database, SampleCourse course, UUID badge, UUID learner, boolean proposal) {
    return database.compute(
        em ->
            new RequestDesk(em)
                .desk
                .offer
                .offer(AwardDesk.offer(course, badge, learner, proposal))
                .award());
  }

  static UUID asked(OpenDatabase database, SampleCourse course, UUID badge, UUID learner) {
    return database.compute(
        em -> new RequestDesk(em).ask.ask(new Wish(badge, learner, course.course, WHY), LEARNER));
  }

  private static boolean approved(OpenDatabase database, UUID request) {
    return database.compute(
        em -> new RequestDesk(em).approve.approve(request, AwardDetails.NONE, Reach.STAFF, STAFF));
  }

  static UUID person(OpenDatabase database, UUID user) {
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", user)
                .getSingleResult());
  }

  private static void assertState(OpenDatabase database, UUID request, RequestState state) {
    assertThat(
            database.count(
                "select count(*) from award_request where id = ? and state = ?",
                request,
                state.name()))
        .as("%s is %s", request, state)
        .isOne();
  }

  private static void missing(OpenDatabase database, Consumer<RequestDesk> deed) {
    refused(database, ProblemType.NOT_FOUND, deed);
  }

  private static void conflict(OpenDatabase database, Consumer<RequestDesk> deed) {
    refused(database, ProblemType.CONFLICT, deed);
  }

  private static void refused(OpenDatabase database, ProblemType type, Consumer<RequestDesk> deed) {
    assertThatThrownBy(() -> database.transaction(em -> deed.accept(new RequestDesk(em))))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }
}
