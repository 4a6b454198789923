package org.badgebridge.backpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimAwardDatabaseTest {

  private static final int THREADS = 16;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00.123Z"), ZoneOffset.UTC);
  private static final Actor STAFF = Actor.system("test");

  private final Heard<AwardClaimed> claimed = new Heard<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenRacingClaimsIssueOneCredential(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var award = offer(database);
      database.compute(em -> em.createQuery("select c from Credential c").getResultList());

      List<Credential> got = race(database, award);

      assertThat(got.stream().map(Credential::id).distinct()).hasSize(1);
      assertThat(got.stream().map(Credential::document).distinct()).hasSize(1);
      assertThat(database.count("select count(*) from credential")).isOne();
      assertThat(database.count("select count(*) from signing_key")).isOne();
      assertThat(database.count("select count(*) from audit_entry where action = 'award.claimed'"))
          .isOne();
      assertThat(claimed.events).containsExactly(new AwardClaimed(award.id));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void claimsOfDifferentLearnersAtOnceShareKeyAndListButNoIndex(TestDatabase kind)
      throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      List<SampleAward> awards = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        awards.add(new SampleAward(database, course, badge));
      }

      race(database, awards.toArray(SampleAward[]::new));

      assertThat(database.count("select count(distinct status_index) from credential"))
          .isEqualTo(THREADS);
      assertThat(database.count("select count(*) from status_list")).isOne();
      assertThat(database.count("select count(*) from signing_key")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onePersonUnderTwoNamesHoldsABadgeOnce(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      var one = new SampleAward(database, course, badge);
      var other = new SampleAward(database, course, badge);
      database.execute("update lms_user set person_id = ? where id = ?", one.person, other.learner);
      ExecutorService pool = Executors.newFixedThreadPool(2);
      List<Future<Credential>> claims = new ArrayList<>();
      for (UUID each : List.of(one.id, other.id)) {
        claims.add(
            pool.submit(
                () ->
                    database.compute(
                        em -> claims(database, em).claim(each, one.person, Consent.NONE, STAFF))));
      }
      int refused = 0;
      for (Future<Credential> each : claims) {
        try {
          each.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).hasMessage("conflict: award.held-already");
          refused++;
        }
      }
      pool.shutdown();
      assertThat(refused).isOne();
      assertThat(database.count("select count(*) from credential")).isOne();
      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFailedIssueLeavesTheAwardOnOffer(TestDatabase kind) {
    try (var database = kind.open()) {
      var award = offer(database);

      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> {
                        claim(database, award).on(em);
                        throw new IllegalStateException("the process dies before the commit");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isOne();
      assertThat(database.count("select count(*) from credential")).isZero();
      assertThat(database.count("select count(*) from audit_entry")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void somebodyElsesAwardLooksLikeNone(TestDatabase kind) {
    try (var database = kind.open()) {
      var award = offer(database);
      for (UUID id : List.of(award.id, UUID.randomUUID())) {
        assertThatThrownBy(
                () ->
                    database.transaction(
                        em ->
                            claims(database, em).claim(id, UUID.randomUUID(), Consent.NONE, STAFF)))
            .isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND))
            .hasMessage("not-found: award.not-found");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aWithdrawnAwardCannotBeClaimed(TestDatabase kind) {
    try (var database = kind.open()) {
      var award = offer(database);
      database.execute(
          "update direct_award set state = 'WITHDRAWN', ended_at = offered_at where id = ?",
          award.id);
      assertThatThrownBy(() -> database.compute(em -> claim(database, award).on(em)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
      assertThat(database.count("select count(*) from credential")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void publishesHidesAndRemembersTheFirstTime(TestDatabase kind) {
    try (var database = kind.open()) {
      var award = offer(database);
      UUID id = database.compute(em -> claim(database, award).on(em).id());
      String firstPublic = "select count(*) from direct_award where first_public_at is not null";
      assertThat(database.count(firstPublic)).isZero();

      for (int twice = 0; twice < 2; twice++) {
        database.transaction(em -> shows(database, em).publish(id, award.person, STAFF));
      }
      assertThat(database.count("select count(*) from credential where public_since is not null"))
          .isOne();
      database.transaction(em -> shows(database, em).hide(id, award.person, STAFF));

      assertThat(database.count("select count(*) from credential where public_since is not null"))
          .isZero();
      assertThat(database.count(firstPublic)).isOne();
      assertThat(
              database.count("select count(*) from audit_entry where action like 'credential.%'"))
          .isEqualTo(2);
      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> shows(database, em).publish(id, UUID.randomUUID(), STAFF)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksForTheTermsOnceAndAgainOnlyWhenAVersionAsks(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward first = offer(database);
      UUID one = terms(database, first, 1, true);

      refusesWithoutTerms(database, first, null);
      refusesWithoutTerms(database, first, UUID.randomUUID());
      assertThat(database.count("select count(*) from credential")).isZero();
      assertThat(database.count("select count(*) from terms_consent")).isZero();
      agrees(database, first, one);
      agrees(database, first, null); // claimed already: nothing is asked

      reoffer(database, first);
      terms(database, first, 2, false);
      agrees(database, first, null);

      reoffer(database, first);
      UUID three = terms(database, first, 3, true);
      refusesWithoutTerms(database, first, null);
      refusesWithoutTerms(database, first, one);
      agrees(database, first, three);
      assertThat(database.count("select count(*) from terms_consent")).isEqualTo(2);
      assertThat(database.count("select count(*) from audit_entry where action = 'terms.agreed'"))
          .isEqualTo(2);
    }
  }

  /** The LMS lost the course, or the tool was removed there: nothing of it reaches the learner. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLostCourseAndARemovedToolKeepNobodyFromTheirBadges(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      var held = new SampleAward(database, course, badge);
      var open = new SampleAward(database, course, badge);
      database.transaction(
          em -> claims(database, em).claim(held.id, held.person, Consent.NONE, STAFF));

      database.execute("update membership set active = false");
      database.execute("update deployment set state = 'DISABLED'");
      database.execute("update platform set state = 'DISABLED'");

      database.transaction(
          em -> claims(database, em).claim(open.id, open.person, Consent.NONE, STAFF));
      assertThat(database.count("select count(*) from direct_award where state = 'CLAIMED'"))
          .isEqualTo(2);
      assertThat(database.count("select count(*) from credential where revoked_at is not null"))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPartInATeamIsStatedOnlyIfItsHolderAgrees(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      for (boolean agrees : List.of(true, false)) {
        var award = new SampleAward(database, course, badge);
        database.execute(
            "update direct_award set details = ? where id = ?",
            "{\"narrative\":\"Drove on Mars.\",\"team\":{\"team\":\"Rover\",\"part\":\"Built the"
                + " wheels.\"}}",
            award.id);

        Credential credential =
            database.compute(
                em ->
                    claims(database, em)
                        .claim(award.id, award.person, new Consent(null, agrees), STAFF));

        assertThat(credential.document()).contains("Drove on Mars.");
        assertThat(credential.document().contains("In the team “Rover”: Built the wheels."))
            .isEqualTo(agrees);
        assertThat(credential.document().contains("Rover")).isEqualTo(agrees);
      }
    }
  }

  private void agrees(OpenDatabase database, SampleAward award, @Nullable UUID terms) {
    database.transaction(
        em -> claims(database, em).claim(award.id, award.person, new Consent(terms, false), STAFF));
  }

  private void refusesWithoutTerms(OpenDatabase database, SampleAward award, @Nullable UUID terms) {
    assertThatThrownBy(() -> agrees(database, award, terms))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.detailKey()).isEqualTo("backpack.terms-first"));
  }

  /** As if the badge had not been claimed yet. */
  private static void reoffer(OpenDatabase database, SampleAward award) {
    database.execute(
        "update direct_award set state = 'OFFERED', claimed_at = null where id = ?", award.id);
  }

  private static UUID terms(OpenDatabase database, SampleAward award, int number, boolean again) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into terms (id, institution_id, number, texts, ask_again, published_by,"
            + " published_at) select ?, institution_id, ?, '{\"en\":\"Be fair.\"}', ?, ?, ?"
            + " from direct_award where id = ?",
        id,
        number,
        again,
        UUID.randomUUID(),
        SampleCourse.THEN,
        award.id);
    return id;
  }

  private interface Work {
    Credential on(jakarta.persistence.EntityManager em);
  }

  private Work claim(OpenDatabase database, SampleAward award) {
    return em -> claims(database, em).claim(award.id, award.person, Consent.NONE, STAFF);
  }

  private ClaimAward claims(OpenDatabase database, jakarta.persistence.EntityManager em) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    Agreement agreement =
        new Agreement(new TermsBook(em, new Sql(JoinedDataSource.of(em))), desk.audit, CLOCK);
    return new ClaimAward(desk.awards, desk.issue, agreement, desk.audit, claimed, CLOCK);
  }

  private static ShowCredential shows(OpenDatabase database, jakarta.persistence.EntityManager em) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    return new ShowCredential(desk.credentials, desk.awards, desk.audit, CLOCK);
  }

  private static SampleAward offer(OpenDatabase database) {
    var course = new SampleCourse(database);
    return new SampleAward(database, course, course.badgeClass());
  }

  private List<Credential> race(OpenDatabase database, SampleAward... awards) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Credential>> racers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SampleAward award = awards[i % awards.length];
        racers.add(
            pool.submit(
                () -> {
                  start.await();
                  return database.compute(em -> claim(database, award).on(em));
                }));
      }
      start.countDown();
      List<Credential> got = new ArrayList<>();
      for (Future<Credential> each : racers) {
        got.add(each.get());
      }
      return got;
    } finally {
      pool.shutdownNow();
    }
  }
}
