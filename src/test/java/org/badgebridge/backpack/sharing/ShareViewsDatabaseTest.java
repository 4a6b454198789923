package org.badgebridge.backpack.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShareViewsDatabaseTest {

  private static final Actor OWNER = Actor.system("owner");
  private static final Disclosure SOME = new Disclosure(NameShown.INITIALS, Set.of(Part.EVIDENCE));
  private static final Duration WEEK = Duration.ofDays(7);

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leadsToAPrivateBadgeWithWhatWasChosenForIt(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      String token = share(database, award, "For Acme");

      OpenShare.Opened opened = open(database, token, null, true).orElseThrow();

      assertThat(opened.owner()).isEqualTo(award.person);
      assertThat(((OpenShare.Opened.Badge) opened).credential().publicSince()).isNull();
      assertThat(opened.shown()).isEqualTo(SOME);
      assertThat(token).hasSize(43);
      assertThat(database.count("select count(*) from share_view where digest = ?", token))
          .isZero();
      assertThat(database.count("select count(*) from audit_entry where action = 'share.created'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsNeitherTheOwnerNorPrograms(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      String token = share(database, award, "For Acme");

      open(database, token, null, true);
      open(database, token, UUID.randomUUID(), true); // another learner's browser
      open(database, token, award.person, true);
      open(database, token, null, false);

      assertThat(only(database, award).opens()).isEqualTo(2);
      assertThat(only(database, award).lastOpenedAt()).isEqualTo(clock.instant());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endsAndIsTakenUpAgainAndRunsOutAndIsProlonged(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      String token = share(database, award, "For Acme");
      UUID id = only(database, award).id();

      for (int twice = 0; twice < 2; twice++) {
        database.transaction(em -> desk(database, em).changing.end(id, award.person, OWNER));
      }
      assertThat(open(database, token, null, true)).isEmpty();
      assertThat(database.count("select count(*) from audit_entry where action = 'share.ended'"))
          .isOne();
      database.transaction(em -> desk(database, em).changing.resume(id, award.person, OWNER));
      assertThat(open(database, token, null, true)).isPresent();

      clock.advance(WEEK);
      assertThat(open(database, token, null, true)).isEmpty();
      assertThat(only(database, award).state(clock.instant())).isEqualTo(ShareView.State.EXPIRED);
      database.transaction(
          em -> desk(database, em).changing.prolong(id, award.person, WEEK, OWNER));
      assertThat(open(database, token, null, true)).isPresent();
      assertThat(only(database, award).opens()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void prolongingNeverShortens(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      share(database, award, "For Acme");
      ShareView view = only(database, award);
      database.transaction(
          em ->
              desk(database, em)
                  .changing
                  .prolong(view.id(), award.person, Duration.ofDays(1), OWNER));
      assertThat(only(database, award).expiresAt()).isEqualTo(view.expiresAt());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void somebodyElsesLookLikeNone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      share(database, award, "For Acme");
      UUID id = only(database, award).id();
      UUID other = UUID.randomUUID();

      refused(() -> database.transaction(em -> desk(database, em).changing.end(id, other, OWNER)));
      refused(
          () -> database.transaction(em -> desk(database, em).changing.resume(id, other, OWNER)));
      refused(
          () ->
              database.transaction(
                  em -> desk(database, em).changing.prolong(id, other, WEEK, OWNER)));
      refused(
          () ->
              database.transaction(
                  em ->
                      desk(database, em)
                          .sharingBadge
                          .share(credential(database, award).id(), other, wish("x"), OWNER)));
      assertThat(open(database, "A".repeat(43), null, true)).as("as one that ended").isEmpty();
      assertThat(database.compute(em -> desk(database, em).views.ofPerson(other, null, 10)).lines())
          .isEmpty();
      assertThat(only(database, award).state(clock.instant())).isEqualTo(ShareView.State.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysForWhomItIsAndHasAnEndToItsNumber(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      for (String label : List.of("", "x".repeat(101))) {
        assertThatThrownBy(() -> share(database, award, label)).isInstanceOf(InvalidFields.class);
      }
      for (int i = 0; i < ShareLedger.MOST; i++) {
        share(database, award, "Number " + i);
      }
      assertThatThrownBy(() -> share(database, award, "One more"))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
      UUID first =
          database
              .compute(em -> desk(database, em).views.ofPerson(award.person, null, 1))
              .lines()
              .get(0)
              .view()
              .id();
      database.transaction(em -> desk(database, em).changing.end(first, award.person, OWNER));
      share(database, award, "One more");

      Set<UUID> seen = new HashSet<>();
      @Nullable UUID after = null;
      do {
        UUID key = after;
        ShareViews.Slice slice =
            database.compute(em -> desk(database, em).views.ofPerson(award.person, key, 20));
        slice.lines().forEach(line -> seen.add(line.view().id()));
        after = slice.next();
      } while (after != null);
      assertThat(seen).hasSize(ShareLedger.MOST + 1);
    }
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  private String share(OpenDatabase database, SampleAward award, String label) {
    String address =
        database.compute(
            em ->
                desk(database, em)
                    .sharingBadge
                    .share(credential(database, award).id(), award.person, wish(label), OWNER));
    assertThat(address).startsWith(CredentialDesk.BASE + "/shared/");
    return ShareDesk.token(address);
  }

  private static ShareWish wish(String label) {
    return new ShareWish(label, SOME, WEEK);
  }

  private Optional<OpenShare.Opened> open(
      OpenDatabase database, String token, @Nullable UUID visitor, boolean counts) {
    return database.compute(em -> desk(database, em).opening.open(token, visitor, counts));
  }

  private ShareView only(OpenDatabase database, SampleAward award) {
    List<ShareView> all =
        new ArrayList<>(
            database.compute(
                em -> desk(database, em).views.ofCredential(credential(database, award).id())));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Credential credential(OpenDatabase database, SampleAward award) {
    return database.compute(
        em -> desk(database, em).credentials.credentials.ofAward(award.id).orElseThrow());
  }

  private SampleAward claimed(OpenDatabase database) {
    SampleCourse course = new SampleCourse(database);
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    database.transaction(
        em -> {
          CredentialDesk desk = desk(database, em).credentials;
          desk.awards.locked(award.id).claim(clock.instant());
          desk.issue.issue(award.id);
        });
    return award;
  }

  private ShareDesk desk(OpenDatabase database, EntityManager em) {
    return new ShareDesk(database, em, clock);
  }
}
