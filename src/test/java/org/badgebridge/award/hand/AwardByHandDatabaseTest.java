package org.badgebridge.award.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.Recipient;
import org.badgebridge.award.Recipients;
import org.badgebridge.award.TeamPart;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.Addressees;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lecturers, staff and programs award whom they name. */
class AwardByHandDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
  private static final int LECTURERS = 8;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void learnersOfACourseAreAwardedTogetherAndToldApart(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      assertThat(inCourse(database, course, badge, List.of(ada)).get(ada))
          .extracting(Outcome::result)
          .isEqualTo(Result.OFFERED);

      SortedMap<UUID, Outcome> both = inCourse(database, course, badge, List.of(bob, ada));

      assertThat(both.get(ada)).extracting(Outcome::result).isEqualTo(Result.ALREADY_OPEN);
      assertThat(both.get(bob)).extracting(Outcome::result).isEqualTo(Result.OFFERED);
      assertThat(
              database.count(
                  "select count(*) from direct_award where origin = 'STAFF' and course_id = ?"
                      + " and details like '%worked hard%'",
                  course.course))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lecturersWhoAwardTheSameLearnersAtOnceGiveEachOneAward(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      List<UUID> learners = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        learners.add(course.learner("Learner " + i));
      }
      List<Callable<SortedMap<UUID, Outcome>>> all = new ArrayList<>();
      for (int i = 0; i < LECTURERS; i++) {
        List<UUID> order = new ArrayList<>(learners);
        Collections.rotate(order, i);
        all.add(() -> inCourse(database, course, badge, order));
      }
      long fresh =
          Race.of(all).stream()
              .flatMap(each -> each.values().stream())
              .filter(Outcome::isNew)
              .count();
      assertThat(fresh).isEqualTo(learners.size());
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(learners.size());
      assertThat(database.count("select count(*) from audit_entry where action = 'award.offered'"))
          .isEqualTo(learners.size());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoeverLostItGetsItAnew(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      inCourse(database, course, badge, List.of(ada));
      database.execute("update direct_award set state = 'DECLINED', ended_at = offered_at");

      assertThat(inCourse(database, course, badge, List.of(ada)).get(ada))
          .extracting(Outcome::result)
          .isEqualTo(Result.OFFERED);
      assertThat(database.count("select max(edition) from direct_award")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staffNameSomebodyByUserEppnOrAddress(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.user("Ada", false);
      database.execute("update lms_user set eppn = 'ada@uni.example' where id = ?", ada);
      Gift gift = gift(badge, null);

      assertThat(toOne(database, new Recipient(ada, null, null, null), gift).result())
          .isEqualTo(Result.OFFERED);
      assertThat(toOne(database, new Recipient(null, "ADA@uni.example", null, null), gift).result())
          .isEqualTo(Result.ALREADY_OPEN);
      Recipient bob = new Recipient(null, null, " Bob@Mail.example", "Bob");
      assertThat(toOne(database, bob, gift).result()).isEqualTo(Result.OFFERED);
      assertThat(toOne(database, bob, gift).result()).isEqualTo(Result.ALREADY_OPEN);
      assertThat(
              database.count(
                  "select count(*) from direct_award a join lms_user u on u.id = a.lms_user_id"
                      + " where u.known_as = 'bob@mail.example' and u.name = 'Bob'"
                      + " and a.course_id is null"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMomentAheadPlansIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Recipient ada = new Recipient(null, "ada@uni.example", null, null);
      Recipient bob = new Recipient(null, "bob@uni.example", null, null);

      assertThat(toOne(database, ada, gift(badge, NOW.plusSeconds(60))).result())
          .isEqualTo(Result.SCHEDULED);
      assertThat(toOne(database, bob, gift(badge, NOW.minusSeconds(60))).result())
          .isEqualTo(Result.OFFERED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsAllThatIsWrongAtOnceAndMakesNobody(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID badge = course.badgeClass();
      database.execute(
          "update institution set eppn_pattern = '.*@uni[.]example' where id = ?",
          course.institution);
      database.execute(
          "update badge_class set content = ? where id = ?",
          "{\"wording\":{\"name\":\"Logician\",\"description\":\"d\",\"criteria\":\"c\"},"
              + "\"language\":\"en\",\"type\":\"achievement\",\"theme\":\"community\","
              + "\"awarding\":{\"narrativeRequired\":true,\"evidenceRequired\":true},"
              + "\"assessing\":{\"gradeRequired\":true}}",
          badge);
      Gift silent = new Gift(badge, AwardDetails.NONE, null, Origin.STAFF);
      UUID stranger = other.learner("Eve");

      assertFaults(database, new Recipient(null, null, "x@mail.example", null), silent, "name");
      assertFaults(database, new Recipient(null, "x@else.example", null, null), silent, "eppn");
      assertFaults(database, new Recipient(null, null, null, "Ada"), silent, "eppn");
      assertFaults(database, new Recipient(stranger, null, null, null), silent, "lmsUser");
      assertFaults(
          database,
          new Recipient(course.learner("Ada"), "a@uni.example", null, null),
          silent,
          "lmsUser");
      assertThat(database.count("select count(*) from lms_user where known_by <> 'LMS'")).isZero();
      assertThat(database.count("select count(*) from direct_award")).isZero();
    }
  }

  private static void assertFaults(
      OpenDatabase database, Recipient recipient, Gift gift, String field) {
    assertThatThrownBy(() -> toOne(database, recipient, gift))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.faults())
                    .extracting(FieldFault::field)
                    .containsExactly(field, "narrative", "evidenceUrl", "grade"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesStrangersDraftsAndWhatMustBeRequested(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Recipient ada = new Recipient(null, "ada@uni.example", null, null);
      refused(
          ProblemType.NOT_FOUND,
          () -> database.compute(em -> hand(em).toOne(ada, gift(badge, null), STRANGER)));

      database.execute("update badge_class set state = 'ARCHIVED' where id = ?", badge);
      refused(ProblemType.CONFLICT, () -> toOne(database, ada, gift(badge, null)));
      refused(ProblemType.CONFLICT, () -> inCourse(database, course, badge, List.of()));
    }
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsPeopleOfTheInstitutionByAnyOfTheirWords(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada Lovelace");
      course.learner("Adam 100%");
      other.learner("Ada Elsewhere");
      course.user("Ada Test", true);
      database.execute("update lms_user set email = 'al@uni.example' where id = ?", ada);
      inCourse(database, course, badge, List.of(ada));

      assertThat(search(database, course, badge, "lace ADA"))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.lmsUserId()).isEqualTo(ada);
                assertThat(found.standing()).isEqualTo(AwardState.OFFERED);
              });
      assertThat(search(database, course, badge, "al@uni")).hasSize(1);
      assertThat(search(database, course, badge, "ada")).hasSize(2);
      assertThat(search(database, course, badge, "100%")).hasSize(1);
      assertThat(search(database, course, badge, "%")).hasSize(1);
      assertThat(search(database, course, badge, "  ")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void eachMemberOfATeamGetsABadgeWithTheirOwnPart(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      Map<UUID, TeamPart> parts =
          Map.of(
              ada, TeamPart.of(" Team Rover ", "Wrote the simulator."),
              bob, TeamPart.of("Team Rover", "Built the wheels."));

      SortedMap<UUID, Outcome> given = inCourse(database, course, badge, List.of(ada, bob), parts);

      assertThat(given.values()).allMatch(Outcome::isNew);
      assertThat(part(database, given.get(ada)))
          .isEqualTo(TeamPart.of("Team Rover", "Wrote the simulator."));
      assertThat(part(database, given.get(bob)))
          .isEqualTo(TeamPart.of("Team Rover", "Built the wheels."));

      UUID cy = course.learner("Cy");
      assertThatThrownBy(
              () ->
                  inCourse(
                      database, course, badge, List.of(cy), Map.of(cy, TeamPart.of("Rover", " "))))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e -> assertThat(e.faults()).extracting(FieldFault::field).containsExactly("part"));
    }
  }

  private static @Nullable TeamPart part(OpenDatabase database, @Nullable Outcome given) {
    UUID award = Objects.requireNonNull(given).award();
    return database.compute(em -> em.find(DirectAward.class, award).details().team());
  }

  private static SortedMap<UUID, Outcome> inCourse(
      OpenDatabase database,
      SampleCourse course,
      UUID badge,
      List<UUID> learners,
      Map<UUID, TeamPart> parts) {
    Actor lecturer = new Actor(Actor.Kind.LECTURER, course.lecturer, "launch 1");
    return database.compute(
        em -> hand(em).inCourse(learners, parts, course.course, gift(badge, null), lecturer));
  }

  private static List<Recipients.Known> search(
      OpenDatabase database, SampleCourse course, UUID badge, String words) {
    return database.compute(em -> recipients(em).search(course.institution, badge, words));
  }

  private static SortedMap<UUID, Outcome> inCourse(
      OpenDatabase database, SampleCourse course, UUID badge, List<UUID> learners) {
    return inCourse(database, course, badge, learners, Map.of());
  }

  private static Outcome toOne(OpenDatabase database, Recipient recipient, Gift gift) {
    return database.compute(em -> hand(em).toOne(recipient, gift, STAFF));
  }

  private static Gift gift(UUID badge, @Nullable Instant from) {
    AwardDetails said = new AwardDetails("worked hard", null, null, null, null);
    return new Gift(badge, said, from, Origin.STAFF);
  }

  static AwardByHand hand(EntityManager em) {
    AwardDesk desk = new AwardDesk(em, new Heard<>(), CLOCK);
    return new AwardByHand(desk.offer, desk.atHand, new BadgeClasses(em), recipients(em), CLOCK);
  }

  private static Recipients recipients(EntityManager em) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    return new Recipients(
        new Institutions(em, sql, CLOCK), new Addressees(sql, new Heard<>(), CLOCK), sql);
  }
}
