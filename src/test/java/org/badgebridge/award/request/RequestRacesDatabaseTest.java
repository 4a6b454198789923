package org.badgebridge.award.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several who want something of one request, or of one learner, at the same moment. */
class RequestRacesDatabaseTest {

  private static final int ROUNDS = 12;
  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor LEARNER = new Actor(Actor.Kind.LEARNER, UUID.randomUUID(), "launch");
  private static final AwardDetails WHY = new AwardDetails("I led it", null, null, null, null);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyWhoApproveGiveOneBadge(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID request = asked(database, course, badge, course.learner("Ada"));
      Consumer<RequestDesk> approve = approving(request);

      int refused = race(database, List.of(approve, approve, approve, approve));

      assertThat(refused).isZero();
      assertThat(database.count("select count(*) from direct_award")).isOne();
      assertThat(
              database.count("select count(*) from audit_entry where action = 'request.approved'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void approvalAndWithdrawalExcludeEachOther(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      for (int i = 0; i < ROUNDS; i++) {
        UUID ada = course.learner("Ada " + i);
        UUID request = asked(database, course, badge, ada);
        UUID person = RequestsDatabaseTest.person(database, ada);

        int refused =
            race(
                database,
                List.of(approving(request), desk -> desk.ask.withdraw(request, person, LEARNER)));

        assertThat(refused).as("who comes second is told").isOne();
        long given = database.count("select count(*) from direct_award where lms_user_id = ?", ada);
        assertThat(
                database.count(
                    "select count(*) from award_request where id = ? and state = ?",
                    request,
                    given == 1 ? "APPROVED" : "WITHDRAWN"))
            .isOne();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void approvalAndARuleThatIsMetGiveOneBadge(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      for (int i = 0; i < ROUNDS; i++) {
        UUID ada = course.learner("Ada " + i);
        UUID request = asked(database, course, badge, ada);

        int refused =
            race(
                database,
                List.of(
                    approving(request),
                    desk -> desk.desk.offer.offer(AwardDesk.offer(course, badge, ada, false))));

        assertThat(refused).isZero();
        assertThat(
                database.count(
                    "select count(*) from direct_award a join award_request r"
                        + " on r.award_id = a.id where a.lms_user_id = ? and ((r.state = 'APPROVED'"
                        + " and a.origin = 'REQUEST') or (r.state = 'SETTLED'"
                        + " and a.origin = 'RULE'))",
                    ada))
            .isOne();
        assertThat(database.count("select count(*) from direct_award where lms_user_id = ?", ada))
            .isOne();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyPressesAskOnce(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      Consumer<RequestDesk> ask =
          desk -> desk.ask.ask(new Wish(badge, ada, course.course, WHY), LEARNER);

      assertThat(race(database, List.of(ask, ask, ask, ask))).isZero();

      assertThat(database.count("select count(*) from award_request")).isOne();
      assertThat(database.count("select count(*) from audit_entry")).isOne();
    }
  }

  private static Consumer<RequestDesk> approving(UUID request) {
    return desk -> desk.approve.approve(request, AwardDetails.NONE, Reach.STAFF, STAFF);
  }

  private static UUID asked(OpenDatabase database, SampleCourse course, UUID badge, UUID learner) {
    return RequestsDatabaseTest.asked(database, course, badge, learner);
  }

  /**
   * Does all at once, each in a transaction of its own.
   *
   * @return how many were refused as too late; whatever else goes wrong fails
   */
  private static int race(OpenDatabase database, List<Consumer<RequestDesk>> deeds)
      throws Exception {
    List<Callable<Boolean>> racers = new ArrayList<>();
    deeds.forEach(each -> racers.add(() -> isRefused(database, each)));
    return Collections.frequency(Race.of(racers), true);
  }

  private static boolean isRefused(OpenDatabase database, Consumer<RequestDesk> deed) {
    try {
      database.transaction(em -> deed.accept(new RequestDesk(em)));
      return false;
    } catch (ProblemException problem) {
      assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
      return true;
    }
  }
}
