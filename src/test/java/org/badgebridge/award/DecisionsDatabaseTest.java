package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsDatabaseTest {

  private static final Actor LECTURER =
      new Actor(Actor.Kind.LECTURER, UUID.randomUUID(), "launch 1");
  private static final Actor LEARNER = new Actor(Actor.Kind.LEARNER, UUID.randomUUID(), "launch 2");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void approvesProposalsInBulkOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID first = given(database, course, badge, course.learner("Ada"), true);
      UUID second = given(database, course, badge, course.learner("Bob"), true);
      UUID offered = given(database, course, badge, course.learner("Cid"), false);

      List<UUID> all = List.of(first, second, offered, first);
      assertThat(
              database.<Integer>compute(
                  em ->
                      new AwardDesk(em)
                          .decide.approveAll(all, Reach.course(course.course), LECTURER)))
          .isEqualTo(2);
      assertThat(
              database.<Integer>compute(
                  em ->
                      new AwardDesk(em)
                          .decide.approveAll(all, Reach.course(course.course), LECTURER)))
          .isZero();
      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isEqualTo(3);
      assertThat(database.count("select count(*) from audit_entry where action = 'award.approved'"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lecturerOfAnotherCourseFindsNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID award = given(database, course, course.badgeClass(), course.learner("Ada"), true);

      missing(
          database,
          desk ->
              desk.decide.approve(award, AwardDetails.NONE, Reach.course(other.course), LECTURER));
      missing(
          database, desk -> desk.decide.reject(award, null, Reach.course(other.course), LECTURER));
      missing(
          database,
          desk -> desk.decide.approveAll(List.of(award), Reach.course(other.course), LECTURER));
      missing(
          database,
          desk -> desk.withdraw.withdraw(award, "x", Reach.course(other.course), LECTURER));
      missing(database, desk -> desk.withdraw.restore(award, Reach.course(other.course), LECTURER));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void learnerSeesAndDeclinesOnlyOwnOffers(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID bob = course.learner("Bob");
      UUID award = given(database, course, badge, ada, false);
      UUID proposal = given(database, course, badge, bob, true);

      missing(database, desk -> desk.decline.decline(award, person(database, bob), LEARNER));
      missing(database, desk -> desk.decline.decline(proposal, person(database, bob), LEARNER));
      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            assertThat(desk.awards.visibleTo(bob)).isEmpty();
            assertThat(desk.awards.ofPerson(person(database, ada), award)).isPresent();
            assertThat(desk.awards.ofPerson(person(database, bob), award)).isEmpty();
            assertThat(desk.awards.ofPerson(person(database, bob), proposal)).isEmpty();
            desk.decline.decline(award, person(database, ada), LEARNER);
            desk.decline.decline(award, person(database, ada), LEARNER);
            assertThat(desk.ended.events).containsExactly(new AwardEnded(award));
          });
      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            desk.decline.undo(award, person(database, ada), LEARNER);
            assertThat(desk.offered.events).containsExactly(AwardsOffered.of(award));
          });
      assertThat(database.count("select count(*) from audit_entry where action like 'award.decl%'"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withdrawsOnlyWithReasonAndRestores(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID award = given(database, course, course.badgeClass(), course.learner("Ada"), false);

      assertThatThrownBy(
              () ->
                  database.transaction(
                      em ->
                          new AwardDesk(em)
                              .withdraw.withdraw(
                                  award, " ", Reach.course(course.course), LECTURER)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
      database.transaction(
          em ->
              new AwardDesk(em)
                  .withdraw.withdraw(award, "mistake", Reach.course(course.course), LECTURER));
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'award.withdrawn'"
                      + " and reason = 'mistake'"))
          .isOne();
      database.transaction(
          em -> new AwardDesk(em).withdraw.restore(award, Reach.course(course.course), LECTURER));
      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theFirstLookCountsAsSeen(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID offered = given(database, course, badge, course.learner("Ada"), false);
      UUID proposed = given(database, course, badge, course.learner("Bob"), true);

      database.transaction(em -> new AwardDesk(em).awards.markSeen(List.of(offered, proposed)));

      database.transaction(
          em -> {
            AwardDesk desk = new AwardDesk(em);
            assertThat(desk.awards.find(offered).orElseThrow().ladder().seen())
                .isEqualTo(AwardDesk.NOW);
            assertThat(desk.awards.find(offered).orElseThrow().ladder().delivered())
                .isEqualTo(AwardDesk.NOW);
            assertThat(desk.awards.find(proposed).orElseThrow().ladder().seen()).isNull();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void looksAndOtherChangesDoNotUpsetEachOther(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID award = given(database, course, course.badgeClass(), course.learner("Ada"), false);

      database.transaction(
          em -> {
            AwardDesk look = new AwardDesk(em);
            look.awards.find(award);
            database.transaction(
                other ->
                    new AwardDesk(other)
                        .awards
                        .locked(award)
                        .ladder()
                        .reachedNotice(AwardDesk.NOW));
            look.awards.markSeen(List.of(award));
          });

      assertThat(
              database.count(
                  "select count(*) from direct_award"
                      + " where seen_at is not null and notified_at is not null"))
          .isOne();
    }
  }

  private static UUID given(
      OpenDatabase database, SampleCourse course, UUID badge, UUID learner, boolean proposal) {
    return database.compute(
        em ->
            new AwardDesk(em)
                .offer
                .offer(AwardDesk.offer(course, badge, learner, proposal))
                .awardId());
  }

  private static UUID person(OpenDatabase database, UUID user) {
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", user)
                .getSingleResult());
  }

  private static void missing(OpenDatabase database, Consumer<AwardDesk> deed) {
    assertThatThrownBy(() -> database.transaction(em -> deed.accept(new AwardDesk(em))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }
}
