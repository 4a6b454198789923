package org.badgebridge.credential.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.backpack.supplement.ShowSupplement;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupplementsDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "session");
  private static final Actor OWNER = Actor.system("owner");

  private final Heard<SupplementJoined> joined = new Heard<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isTheOwnersAloneUntilTheySwitchItOn(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      String signed = credential(database, award).document();
      UUID id = join(database, award, "supplement one");

      assertThat(joined.events)
          .extracting(SupplementJoined::lmsUserId)
          .containsExactly(award.learner);
      Credential credential = credential(database, award);
      assertThat(credential.document()).isEqualTo(signed);
      assertThat(seen(database, credential, Disclosure.USUAL)).isEmpty();
      assertThat(news(database, award)).containsExactly(award.id);

      for (int twice = 0; twice < 2; twice++) {
        show(database, credential, id, award.person, true);
      }
      assertThat(seen(database, credential, Disclosure.USUAL)).hasSize(1);
      assertThat(seen(database, credential, new Disclosure(NameShown.FULL, Set.of(Part.GRADE))))
          .isEmpty();
      assertThat(
              database.count("select count(*) from audit_entry where action = 'supplement.shown'"))
          .isOne();
      show(database, credential, id, award.person, false);
      assertThat(seen(database, credential, Disclosure.USUAL)).isEmpty();
      assertThatThrownBy(() -> show(database, credential, id, UUID.randomUUID(), true))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNextVersionTakesItsPlaceAndIsNewsAgain(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID id = join(database, award, "one");
      database.transaction(
          em -> {
            Supplements supplements = supplements(em);
            supplements.seen(supplements.of(credential(em, database, award).id()));
          });
      assertThat(news(database, award)).isEmpty();

      replace(database, award, id, "one"); // the same again
      assertThat(news(database, award)).isEmpty();
      replace(database, award, id, "two");

      assertThat(news(database, award)).containsExactly(award.id);
      Supplement newest =
          database.compute(em -> supplements(em).one(credential(em, database, award).id(), id));
      assertThat(newest.number()).isEqualTo(2);
      assertThat(newest.sha256())
          .isEqualTo("8dbcaea127e4cd9cd5be08435faca0d900c6cb2fec3f1312ccd60c86bfda8502");
      byte[] content = database.compute(em -> supplements(em).content(newest));
      assertThat(new String(content, StandardCharsets.US_ASCII)).isEqualTo("%PDF-two");
      assertThat(database.count("select count(*) from supplement_version")).isEqualTo(2);
      assertThat(joined.events).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyWhoMayAwardItsBadgeClassJoinsOne(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID id = join(database, award, "one");

      refused(
          () ->
              database.transaction(em -> joining(database, em).join(award.id, pdf("x"), STRANGER)));
      refused(
          () ->
              database.transaction(
                  em -> joining(database, em).replace(award.id, id, pdf("x"), STRANGER)));
      refused(
          () ->
              database.transaction(em -> joining(database, em).name(award.id, id, "x", STRANGER)));
      refused(
          () -> database.transaction(em -> joining(database, em).withdraw(award.id, id, STRANGER)));
      SampleAward other = claimed(database);
      refused(
          () -> database.transaction(em -> joining(database, em).withdraw(other.id, id, OPERATOR)));
      assertThat(database.count("select count(*) from supplement where withdrawn_at is null"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsWithdrawnNobodySees(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID id = join(database, award, "one");
      Credential credential = credential(database, award);
      show(database, credential, id, award.person, true);

      database.transaction(em -> joining(database, em).withdraw(award.id, id, OPERATOR));

      assertThat(seen(database, credential, Disclosure.USUAL)).isEmpty();
      assertThat(news(database, award)).isEmpty();
      assertThatThrownBy(() -> show(database, credential, id, award.person, true))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anUnclaimedAwardAndTooManyAreConflicts(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward open = new SampleAward(database, course, course.badgeClass());
      conflicts(() -> join(database, open, "x"));
      SampleAward award = claimed(database);
      for (int i = 0; i < JoinSupplement.MOST; i++) {
        join(database, award, "number " + i);
      }
      conflicts(() -> join(database, award, "one more"));
      assertThatThrownBy(() -> Upload.of("a.pdf", "no pdf".getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(InvalidFields.class);
    }
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  private static void conflicts(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }

  private static Upload pdf(String text) {
    return Upload.of(
        "Diploma%20supplement.pdf", ("%PDF-" + text).getBytes(StandardCharsets.US_ASCII));
  }

  private UUID join(OpenDatabase database, SampleAward award, String text) {
    return database.compute(em -> joining(database, em).join(award.id, pdf(text), OPERATOR));
  }

  private void replace(OpenDatabase database, SampleAward award, UUID id, String text) {
    database.transaction(em -> joining(database, em).replace(award.id, id, pdf(text), OPERATOR));
  }

  private static void show(
      OpenDatabase database, Credential credential, UUID id, UUID person, boolean shown) {
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          new ShowSupplement(desk.credentials, desk.supplements, desk.awards, desk.audit)
              .show(credential.id(), id, person, shown, OWNER);
        });
  }

  private static List<Supplement> seen(
      OpenDatabase database, Credential credential, Disclosure shown) {
    return database.compute(
        em -> new CredentialDesk(database, em, CLOCK).seen.of(credential, shown).supplements());
  }

  private static List<UUID> news(OpenDatabase database, SampleAward award) {
    return database.compute(em -> supplements(em).news(award.person));
  }

  private static Supplements supplements(EntityManager em) {
    return new Supplements(new Sql(JoinedDataSource.of(em)));
  }

  private static Credential credential(OpenDatabase database, SampleAward award) {
    return database.compute(em -> credential(em, database, award));
  }

  private static Credential credential(EntityManager em, OpenDatabase database, SampleAward award) {
    return new CredentialDesk(database, em, CLOCK).credentials.ofAward(award.id).orElseThrow();
  }

  private JoinSupplement joining(OpenDatabase database, EntityManager em) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    return new JoinSupplement(
        new AwardDesk(em, new Heard<>(), CLOCK).atHand,
        desk.credentials,
        desk.supplements,
        new Sql(JoinedDataSource.of(em)),
        desk.audit,
        joined,
        CLOCK);
  }

  private static SampleAward claimed(OpenDatabase database) {
    SampleCourse course = new SampleCourse(database);
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          desk.issue.issue(award.id);
        });
    return award;
  }
}
