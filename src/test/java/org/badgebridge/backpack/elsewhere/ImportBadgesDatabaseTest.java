package org.badgebridge.backpack.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.verification.StrangeIssuer;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportBadgesDatabaseTest {

  private static final String ADA = "ada@home.example";
  private static final String LATER = "2099-01-01T00:00:00Z";

  private final MovableClock clock = new MovableClock();
  private final StrangeBadge strange = new StrangeBadge();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aVerifiedBadgeIsKeptOnlyAtItsOwnersWord(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      String file = strange.to(ADA, LATER, 5);

      BringBadge.Brought brought = desk(database, desk -> desk.bring(ada, file));

      assertThat(brought.refusal()).isNull();
      ImportedBadge held = held(brought);
      assertThat(held.state()).isEqualTo(State.VALID);
      assertThat(held.recipient()).isEqualTo(ADA);
      assertThat(held.badge().name()).isEqualTo("Welding");
      assertThat(held.badge().issuer()).isEqualTo("School of Examples");
      assertThat(held.badge().domain()).isEqualTo("school.example");
      assertThat(mine(database, ada)).isEmpty();

      for (int twice = 0; twice < 2; twice++) {
        deed(database, desk -> desk.ledger.keep(ada, held.id(), ImportDesk.owner(ada)));
      }
      assertThat(mine(database, ada)).extracting(ImportedBadge::id).containsExactly(held.id());
      assertThat(audited(database, "imported-badge.kept")).isOne();
      assertThat(this.<byte[]>desk(database, desk -> desk.badges.original(ada, held.id())))
          .isEqualTo(file.getBytes(StandardCharsets.UTF_8));
      assertThat(this.<byte[]>desk(database, desk -> desk.badges.picture(ada, held.id())))
          .startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyCheckThatWasMadeIsToldAgainFromTheDatabase(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      BringBadge.Brought brought =
          desk(database, desk -> desk.bring(ada, strange.to(ADA, LATER, 5)));
      assertThat(brought.verdict()).isNotNull();
      assertThat(held(brought).verdict().checks()).isEqualTo(brought.verdict().checks());
      assertThat(held(brought).verdict().checks())
          .allMatch(each -> each.outcome() == Outcome.PASSED)
          .anyMatch(each -> each.key().equals("backpack.elsewhere.recipient.yours"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasFoundOfEachEndorsementIsToldAgainWithoutAskingAnybody(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      desk(database, desk -> desk.keep(ada, strange.endorsed(ADA)));
      strange.web.asked.clear();
      Verdict told = mine(database, ada).get(0).verdict();
      assertThat(told.state()).isEqualTo(State.VALID);
      assertThat(told.checkedAt()).isEqualTo(clock.instant());
      assertThat(told.endorsements())
          .extracting(
              Endorsement::name,
              Endorsement::endorser,
              Endorsement::domain,
              Endorsement::about,
              Endorsement::comment,
              Endorsement::outcome)
          .containsExactly(
              tuple(
                  "Endorsed by the council",
                  "Council of Examples",
                  "council.example",
                  Endorsement.About.BADGE,
                  "We trust this.",
                  Outcome.PASSED),
              tuple(
                  "Praised by all",
                  "Council of Examples",
                  "council.example",
                  Endorsement.About.BADGE,
                  "We trust this.",
                  Outcome.FAILED));
      assertThat(strange.web.asked).isEmpty();

      strange.web.forget(StrangeBadge.COUNCIL_AT);
      clock.advance(CheckAgain.PAUSE);
      UUID id = mine(database, ada).get(0).id();
      deed(database, desk -> desk.checking.check(ada, id));
      Verdict later = mine(database, ada).get(0).verdict();
      assertThat(later.state()).isEqualTo(State.VALID);
      assertThat(later.endorsements())
          .extracting(Endorsement::outcome)
          .containsOnly(Outcome.UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeForAnAddressThatIsNotProvenIsRefused(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      database.execute("update lms_user set email = ?", "ada@school.example");

      assertThat(refusal(database, ada, strange.to("bob@home.example")))
          .isEqualTo(Refusal.NOT_YOURS);
      assertThat(refusal(database, ada, strange.to("ada@school.example")))
          .as("what a school tells proves nothing")
          .isEqualTo(Refusal.NOT_YOURS);
      assertThat(refusal(database, ada, strange.to("bob@home.example", "2026-02-01T00:00:00Z", 5)))
          .as("expired as well")
          .isEqualTo(Refusal.NOT_YOURS);
      assertThat(refusal(database, ada, strange.about("bob@home.example")))
          .isEqualTo(Refusal.NOT_YOURS);
      assertThat(rows(database)).isZero();
      assertThat(held(desk(database, desk -> desk.bring(ada, strange.about(ADA)))).recipient())
          .isEqualTo(ADA);

      deed(database, desk -> desk.addresses.add(ada, "Ada@School.example"));
      assertThat(refusal(database, ada, strange.to("ada@school.example"))).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeThatNamesNobodyIsKeptAsNotShownToBeTheirs(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      desk(database, desk -> desk.keep(ada, strange.toNobody()));
      ImportedBadge kept = mine(database, ada).get(0);
      assertThat(kept.recipient()).isNull();
      assertThat(kept.state()).isEqualTo(State.RECIPIENT_UNKNOWN);
      assertThat(kept.state().tone()).isNotEqualTo(State.Tone.GOOD);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsFalseOrCannotBeCheckedIsRefusedAndNotStored(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      String good = strange.to(ADA);
      assertThat(refusal(database, ada, good.replace("Welding", "Surgery")))
          .isEqualTo(Refusal.INVALID);
      assertThat(refusal(database, ada, "{\"a\":1}")).isEqualTo(Refusal.UNREADABLE);
      assertThat(refusal(database, ada, "eyJhbGciOiJub25lIn0.e30.x~y"))
          .isEqualTo(Refusal.UNSUPPORTED);
      assertThat(refusal(database, ada, "https://nowhere.example/badge"))
          .isEqualTo(Refusal.UNCHECKED);
      strange.web.forget(StrangeIssuer.DID_ADDRESS);
      assertThat(refusal(database, ada, good)).isEqualTo(Refusal.UNCHECKED);
      assertThat(rows(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHasEndedIsKeptAndMarked(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      desk(database, desk -> desk.keep(ada, strange.to(ADA, "2026-02-01T00:00:00Z", 5)));
      assertThat(mine(database, ada).get(0).state()).isEqualTo(State.EXPIRED);

      UUID bob = person(database, "bob@home.example");
      desk(database, desk -> desk.keep(bob, strange.to("bob@home.example", LATER, 0)));
      assertThat(mine(database, bob).get(0).state()).isEqualTo(State.REVOKED);

      UUID cy = person(database, "cy@home.example");
      strange.web.forget(StrangeBadge.LIST);
      desk(database, desk -> desk.keep(cy, strange.to("cy@home.example", LATER, 5)));
      assertThat(mine(database, cy).get(0).state()).isEqualTo(State.UNKNOWN);
      assertThat(mine(database, cy).get(0).state().tone()).isNotEqualTo(State.Tone.GOOD);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasIssuedHereIsNotBrought(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      String ours = "https://badges.example.org/ob2/assertions/" + UUID.randomUUID();
      String assertion =
          "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\""
              + ours
              + "\",\"badge\":\"x\"}";
      assertThat(refusal(database, ada, assertion)).isEqualTo(Refusal.OURS);
      assertThat(rows(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneBadgeInTwoFormsIsOneBadge(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      String json = strange.to(ADA);
      UUID id = desk(database, desk -> desk.keep(ada, json));

      String svg = BakedSvg.bake(StrangeBadge.SVG, Baking.OPEN_BADGES_3, json);
      BringBadge.Brought again = desk(database, desk -> desk.bring(ada, svg));

      assertThat(held(again).id()).isEqualTo(id);
      assertThat(held(again).isKept()).isTrue();
      assertThat(rows(database)).isOne();

      UUID bob = person(database, "bob@home.example");
      deed(database, desk -> desk.addresses.remove(desk.addresses.of(ada).get(0)));
      deed(database, desk -> desk.addresses.add(bob, ADA));
      BringBadge.Brought his = desk(database, desk -> desk.bring(bob, svg));
      assertThat(held(his).kind()).isEqualTo(FileKind.SVG);
      assertThat(held(his).pictured()).isTrue();
      assertThat(rows(database)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isNobodyElses(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      UUID bob = person(database, "bob@home.example");
      UUID id = desk(database, desk -> desk.keep(ada, strange.to(ADA, LATER, 5)));
      clock.advance(Duration.ofHours(1));
      List<Consumer<ImportDesk>> deeds =
          List.of(
              desk -> desk.badges.one(bob, id),
              desk -> desk.badges.original(bob, id),
              desk -> desk.badges.picture(bob, id),
              desk -> desk.ledger.keep(bob, id, ImportDesk.owner(bob)),
              desk -> desk.ledger.remove(bob, id, ImportDesk.owner(bob)),
              desk -> desk.checking.check(bob, id));
      for (Consumer<ImportDesk> each : deeds) {
        refused(() -> deed(database, each), ProblemType.NOT_FOUND);
      }
      assertThat(mine(database, ada)).hasSize(1);
      assertThat(mine(database, bob)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBackpackHoldsOnlySoMany(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      UUID held = held(desk(database, desk -> desk.bring(ada, strange.to(ADA)))).id();
      for (int i = 0; i < ImportedBadges.MOST; i++) {
        copy(database, held, 1);
      }
      full(database, ada, held);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBackpackHoldsOnlySoMuch(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      UUID held = held(desk(database, desk -> desk.bring(ada, strange.to(ADA)))).id();
      for (int i = 0; i < 20; i++) {
        copy(database, held, 1 << 20);
      }
      full(database, ada, held);
    }
  }

  private void full(OpenDatabase database, UUID ada, UUID held) {
    assertThat(refusal(database, ada, strange.to(ADA))).isEqualTo(Refusal.FULL);
    refused(
        () -> deed(database, desk -> desk.ledger.keep(ada, held, ImportDesk.owner(ada))),
        ProblemType.CONFLICT);
    UUID one = mine(database, ada).get(0).id();
    deed(database, desk -> desk.ledger.remove(ada, one, ImportDesk.owner(ada)));
    assertThat(audited(database, "imported-badge.removed")).isOne();
    if (database.count("select sum(bytes) from imported_badge") < 20 << 20) {
      deed(database, desk -> desk.ledger.keep(ada, held, ImportDesk.owner(ada)));
    }
  }

  private static void copy(OpenDatabase database, UUID from, int bytes) {
    database.execute(
        "insert into imported_badge (id, person_id, digest, kind, original, bytes, verdict,"
            + " checked_at, brought_at, kept_at) select ?, person_id, ?, kind, original, ?, verdict,"
            + " checked_at, brought_at, brought_at from imported_badge where id = ?",
        UUID.randomUUID(),
        UUID.randomUUID().toString(),
        bytes,
        from);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasOnlyLookedAtIsForgotten(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      desk(database, desk -> desk.bring(ada, strange.to(ADA)));
      UUID next = held(desk(database, desk -> desk.bring(ada, strange.toNobody()))).id();
      assertThat(rows(database)).as("one at a time").isOne();
      clock.advance(ImportedBadges.LOOK);
      deed(database, desk -> desk.forgetting.run());
      assertThat(rows(database)).isZero();
      refused(
          () -> deed(database, desk -> desk.ledger.keep(ada, next, ImportDesk.owner(ada))),
          ProblemType.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isCheckedAgainAtAWishAndNotMoreThanOnceAMinute(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      UUID id = desk(database, desk -> desk.keep(ada, strange.to(ADA, LATER, 5)));
      deed(database, desk -> desk.addresses.remove(desk.addresses.of(ada).get(0)));
      strange.revoke(5);
      deed(database, desk -> desk.checking.check(ada, id));
      assertThat(mine(database, ada).get(0).state()).isEqualTo(State.VALID);

      clock.advance(CheckAgain.PAUSE.plusSeconds(1));
      deed(database, desk -> desk.checking.check(ada, id));
      ImportedBadge revoked = mine(database, ada).get(0);
      assertThat(revoked.state()).isEqualTo(State.REVOKED);
      assertThat(revoked.recipient()).as("shown once, and for good").isEqualTo(ADA);
      assertThat(revoked.verdict().checkedAt()).isEqualTo(clock.instant());

      strange.web.forget(StrangeIssuer.DID_ADDRESS);
      strange.web.forget(StrangeBadge.LIST);
      clock.advance(CheckAgain.PAUSE.plusSeconds(1));
      deed(database, desk -> desk.checking.check(ada, id));
      ImportedBadge silent = mine(database, ada).get(0);
      assertThat(silent.state()).isEqualTo(State.UNKNOWN);
      assertThat(silent.badge().name()).isEqualTo("Welding");
      assertThat(silent.verdict().checks())
          .anyMatch(each -> each.probe() == Probe.RECIPIENT && each.outcome() == Outcome.PASSED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHostedBadgeIsKeptAsItsIssuerServesItAndOutlivesItsAddress(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database, ADA);
      String served = strange.hosted(ADA);
      UUID id = desk(database, desk -> desk.keep(ada, StrangeBadge.HOSTED));
      ImportedBadge kept = mine(database, ada).get(0);
      assertThat(kept.state()).isEqualTo(State.VALID);
      assertThat(kept.recipient()).isEqualTo(ADA);
      assertThat(kept.badge().domain()).isEqualTo("old.example");
      assertThat(this.<byte[]>desk(database, desk -> desk.badges.original(ada, id)))
          .isEqualTo(served.getBytes(StandardCharsets.UTF_8));

      strange.web.serve(StrangeBadge.HOSTED, 410, "application/json", "{\"revoked\":true}");
      clock.advance(CheckAgain.PAUSE.plusSeconds(1));
      deed(database, desk -> desk.checking.check(ada, id));
      ImportedBadge gone = mine(database, ada).get(0);
      assertThat(gone.state()).isEqualTo(State.REVOKED);
      assertThat(gone.badge().name()).isEqualTo("Knots");

      UUID bob = person(database, "bob@home.example");
      assertThat(refusal(database, bob, served)).isEqualTo(Refusal.GONE);
    }
  }

  private static ImportedBadge held(BringBadge.Brought brought) {
    assertThat(brought.badge()).as(String.valueOf(brought.refusal())).isNotNull();
    return brought.badge();
  }

  private @Nullable Refusal refusal(OpenDatabase database, UUID person, String text) {
    return this.<BringBadge.Brought>desk(database, desk -> desk.bring(person, text)).refusal();
  }

  private static void refused(ThrowingCallable deed, ProblemType type) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private List<ImportedBadge> mine(OpenDatabase database, UUID person) {
    return desk(database, desk -> desk.badges.of(person));
  }

  private static long rows(OpenDatabase database) {
    return database.count("select count(*) from imported_badge");
  }

  private static long audited(OpenDatabase database, String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }

  private UUID person(OpenDatabase database, String email) {
    UUID learner = new SampleCourse(database).learner(email);
    UUID person =
        database.compute(
            em ->
                em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                    .setParameter("id", learner)
                    .getSingleResult());
    deed(database, desk -> desk.addresses.add(person, email));
    return person;
  }

  private <T extends @Nullable Object> T desk(OpenDatabase database, Function<ImportDesk, T> work) {
    return database.compute(em -> work.apply(new ImportDesk(em, strange.web, clock)));
  }

  private void deed(OpenDatabase database, Consumer<ImportDesk> work) {
    database.transaction(em -> work.accept(new ImportDesk(em, strange.web, clock)));
  }
}
