package org.badgebridge.backpack.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;
import org.badgebridge.credential.disclosure.SeenBadge;
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

/** Links to collections: what they show, to whom, and for how long. */
class ShareCollectionDatabaseTest {

  private static final Actor OWNER = Actor.system("owner");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Disclosure SOME = new Disclosure(NameShown.INITIALS, Set.of(Part.NARRATIVE));

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsPrivateBadgesInTheOwnersOrderWithWhatWasChosenAndNoMore(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 2);
      zoe.desk(d -> d.arranging.forward(zoe.collection, zoe.badges.get(1).id(), zoe.person));
      database.execute("update credential set note = 'For me alone'");
      String token = zoe.share("For Acme");

      List<SeenBadge> seen = zoe.seen(token);

      assertThat(seen)
          .extracting(each -> each.credential().id())
          .containsExactly(zoe.badges.get(1).id(), zoe.badges.get(0).id());
      for (SeenBadge each : seen) {
        assertThat(each.credential().publicSince()).isNull();
        assertThat(each.holder()).isEqualTo("Z. Č.");
        assertThat(each.badge().narrative()).contains("theorems");
        assertThat(each.badge().scores()).isEmpty();
        assertThat(each.badge().evidence()).isNull();
        assertThat(each.note()).isEmpty();
        assertThat(each.whole()).as("so no signed file").isFalse();
      }
      assertThat(database.count("select count(*) from share_view where digest = ?", token))
          .isZero();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'share.created' and reason = ?",
                  "collection " + zoe.collection))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersOnlyWhatItsBadgesStateAndChoosesNothingElse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 2);
      Choice choice = zoe.get(d -> d.choices.of(d.sheets.holding(zoe.own(d))));
      assertThat(choice.parts())
          .containsExactlyInAnyOrder(Part.NARRATIVE, Part.EVIDENCE, Part.GRADE);
      assertThat(choice.names()).as("none twice").containsExactly("Zoë Čapek");
      assertThat(choice.names(NameShown.INITIALS)).isEqualTo("Z. Č.");
      assertThat(choice.signed()).isTrue();
      database.execute("update credential set note = 'x' where id = ?", zoe.badges.get(1).id());
      assertThat(zoe.get(d -> d.choices.of(d.sheets.holding(zoe.own(d)))).parts())
          .contains(Part.NOTE);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void followsTheCollectionAndLeavesOutWhatIsRevokedOrNotTheOwners(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 3);
      String token = zoe.share("For Acme");
      UUID first = zoe.badges.get(0).id();
      assertThat(zoe.seen(token)).hasSize(3);

      zoe.desk(d -> d.arranging.remove(zoe.collection, first, zoe.person));
      assertThat(zoe.seen(token)).hasSize(2);
      zoe.desk(d -> d.arranging.add(zoe.collection, first, zoe.person));
      assertThat(zoe.seen(token)).hasSize(3);
      zoe.desk(d -> d.credentials.revoke.revoke(zoe.badges.get(1).awardId(), "an error", OWNER));
      assertThat(zoe.seen(token)).hasSize(2).noneMatch(each -> isOf(each, zoe.badges.get(1)));
      assertThat(zoe.member(token, zoe.badges.get(1))).isEmpty();
      database.execute(
          "update credential set person_id = ? where id = ?",
          new Owner(database, 0).person,
          zoe.badges.get(2).id());
      assertThat(zoe.seen(token)).hasSize(1).allMatch(each -> isOf(each, zoe.badges.get(0)));
      assertThat(zoe.member(token, zoe.badges.get(2))).isEmpty();
      assertThat(zoe.member(token, zoe.badges.get(0))).isPresent();
      assertThat(zoe.get(zoe::own).size()).as("with the revoked one").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksTheDatabaseTheSameForThreeBadgesAsForThirty(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner few = new Owner(database, 3);
      Owner many = new Owner(database, 30);
      database.execute("update credential set public_since = ?", OffsetDateTime.now(clock));
      for (Function<Owner, List<String>> page :
          List.<Function<Owner, List<String>>>of(
              Owner::asksBehindALink, Owner::asksInPublic, Owner::asksForANewLink)) {
        List<String> forFew = page.apply(few);
        assertThat(forFew).anyMatch(sql -> sql.contains("from lms_user"));
        assertThat(forFew).anyMatch(sql -> sql.contains("from supplement"));
        assertThat(page.apply(many)).hasSameSizeAs(forFew).hasSizeLessThan(10);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endsAndRunsOutAndDiesWithItsCollectionAndNobodyLearnsWhich(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 1);
      String token = zoe.share("For Acme");
      UUID id = zoe.links().get(0).id();

      zoe.desk(d -> d.changing.end(id, zoe.person, OWNER));
      assertThat(zoe.open(token, null, true)).isEmpty();
      zoe.desk(d -> d.changing.resume(id, zoe.person, OWNER));
      assertThat(zoe.open(token, null, true)).isPresent();
      clock.advance(WEEK);
      assertThat(zoe.open(token, null, true)).isEmpty();
      zoe.desk(d -> d.changing.prolong(id, zoe.person, WEEK, OWNER));
      assertThat(zoe.open(token, null, true)).isPresent();
      zoe.desk(d -> d.keeping.remove(zoe.collection, zoe.person, OWNER));
      assertThat(zoe.open(token, null, true)).isEmpty();
      assertThat(zoe.open("A".repeat(43), null, true)).isEmpty();
      assertThat(database.count("select count(*) from share_view")).isZero();
      assertThat(zoe.get(d -> d.views.ofPerson(zoe.person, null, 9)).lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsNeitherTheOwnerNorPrograms(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 1);
      String token = zoe.share("For Acme");
      zoe.open(token, null, true);
      zoe.open(token, UUID.randomUUID(), true);
      zoe.open(token, zoe.person, true);
      zoe.open(token, null, false);
      assertThat(zoe.links().get(0).opens()).isEqualTo(2);
      assertThat(zoe.links().get(0).lastOpenedAt()).isEqualTo(clock.instant());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void somebodyElsesLookLikeNone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 1);
      Owner eve = new Owner(database, 1);
      zoe.share("For Acme");
      UUID id = zoe.links().get(0).id();

      refused(
          ProblemType.NOT_FOUND,
          () ->
              eve.desk(
                  d -> d.sharingCollection.share(zoe.collection, eve.person, wish("x"), OWNER)));
      refused(ProblemType.NOT_FOUND, () -> eve.desk(d -> d.changing.end(id, eve.person, OWNER)));
      refused(ProblemType.NOT_FOUND, () -> eve.desk(d -> d.changing.resume(id, eve.person, OWNER)));
      refused(
          ProblemType.NOT_FOUND,
          () -> eve.desk(d -> d.changing.prolong(id, eve.person, WEEK, OWNER)));
      assertThat(eve.get(d -> d.views.ofPerson(eve.person, null, 9)).lines()).isEmpty();
      assertThat(zoe.links()).hasSize(1);
      assertThat(zoe.links().get(0).state(clock.instant())).isEqualTo(ShareView.State.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesAnEmptyOneAndOneTooManyAndOneForNobody(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 1);
      assertThatThrownBy(() -> zoe.share("")).isInstanceOf(InvalidFields.class);
      for (int i = 0; i < ShareLedger.MOST; i++) {
        zoe.share("Number " + i);
      }
      refused(ProblemType.CONFLICT, () -> zoe.share("One more"));
      refused(ProblemType.CONFLICT, () -> new Owner(database, 0).share("Nothing in it"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void standsAmongAllLinksOfItsOwnerPageByPage(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner zoe = new Owner(database, 1);
      Credential badge = zoe.badges.get(0);
      for (int i = 0; i < 3; i++) {
        zoe.share("Collection " + i);
        clock.advance(Duration.ofSeconds(1));
        zoe.desk(d -> d.sharingBadge.share(badge.id(), zoe.person, wish("Badge"), OWNER));
        clock.advance(Duration.ofSeconds(1));
      }
      List<ShareViews.Line> lines = new ArrayList<>();
      @Nullable UUID after = null;
      do {
        UUID key = after;
        ShareViews.Slice slice = zoe.get(d -> d.views.ofPerson(zoe.person, key, 4));
        lines.addAll(slice.lines());
        after = slice.next();
      } while (after != null);

      assertThat(lines)
          .extracting(ShareViews.Line::path)
          .containsExactly(
              "/backpack/" + badge.awardId() + "/links",
              "/backpack/collections/" + zoe.collection + "/links",
              "/backpack/" + badge.awardId() + "/links",
              "/backpack/collections/" + zoe.collection + "/links",
              "/backpack/" + badge.awardId() + "/links",
              "/backpack/collections/" + zoe.collection + "/links");
      assertThat(lines)
          .filteredOn(ShareViews.Line::toCollection)
          .extracting(ShareViews.Line::name)
          .containsOnly("My best");
    }
  }

  private static boolean isOf(SeenBadge seen, Credential badge) {
    return seen.credential().id().equals(badge.id());
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private static ShareWish wish(String label) {
    return new ShareWish(label, SOME, WEEK);
  }

  /** Somebody with so many badges, all of them in one collection. */
  private final class Owner {

    final OpenDatabase database;
    final UUID person;
    final UUID collection;
    final List<Credential> badges = new ArrayList<>();

    Owner(OpenDatabase database, int count) {
      this.database = database;
      SampleCourse course = new SampleCourse(database);
      person = new SampleAward(database, course, course.badgeClass()).person;
      collection = get(d -> d.keeping.create(person, "My best", "", OWNER));
      for (int i = 0; i < count; i++) {
        SampleAward award =
            new SampleAward(database, course, course.badgeClass()).says(database, "8.5");
        database.execute("update lms_user set person_id = ? where id = ?", person, award.learner);
        badges.add(get(d -> claimed(d.credentials, award.id)));
        desk(d -> d.arranging.add(collection, badges.get(badges.size() - 1).id(), person));
      }
    }

    private Credential claimed(CredentialDesk desk, UUID award) {
      desk.awards.locked(award).claim(clock.instant());
      return desk.issue.issue(award);
    }

    BadgeCollection own(ShareDesk desk) {
      return desk.collections.own(collection, person);
    }

    String share(String label) {
      return ShareDesk.token(
          get(d -> d.sharingCollection.share(collection, person, wish(label), OWNER)));
    }

    List<ShareView> links() {
      return get(d -> d.views.ofCollection(collection));
    }

    Optional<OpenShare.Opened> open(String token, @Nullable UUID visitor, boolean counts) {
      return get(d -> d.opening.open(token, visitor, counts));
    }

    List<SeenBadge> seen(String token) {
      OpenShare.Opened.Collection open = opened(token);
      return get(d -> d.sheets.shown(open.collection(), open.shown()));
    }

    Optional<SeenBadge> member(String token, Credential badge) {
      OpenShare.Opened.Collection open = opened(token);
      return get(d -> d.sheets.shown(open.collection(), badge.id(), open.shown()));
    }

    private OpenShare.Opened.Collection opened(String token) {
      return (OpenShare.Opened.Collection) open(token, null, false).orElseThrow();
    }

    <T> T get(Function<ShareDesk, T> work) {
      return database.compute(em -> work.apply(new ShareDesk(database, em, clock)));
    }

    /** What the page behind a link sends to the database. */
    List<String> asksBehindALink() {
      ShareWish wish = new ShareWish("For Acme", Disclosure.USUAL, WEEK);
      String token =
          ShareDesk.token(get(d -> d.sharingCollection.share(collection, person, wish, OWNER)));
      return asks(
          d -> {
            var open =
                (OpenShare.Opened.Collection) d.opening.open(token, null, true).orElseThrow();
            whole(d.sheets.shown(open.collection(), open.shown()));
          });
    }

    List<String> asksInPublic() {
      return asks(d -> whole(d.sheets.inPublic(own(d))));
    }

    List<String> asksForANewLink() {
      return asks(d -> assertThat(d.choices.of(d.sheets.holding(own(d))).names()).hasSize(1));
    }

    private void whole(List<SeenBadge> seen) {
      assertThat(seen).hasSameSizeAs(badges).allMatch(each -> each.holder().equals("Zoë Čapek"));
    }

    private List<String> asks(Consumer<ShareDesk> work) {
      return database.statements(em -> work.accept(new ShareDesk(database, em, clock)));
    }

    void desk(Consumer<ShareDesk> work) {
      database.transaction(em -> work.accept(new ShareDesk(database, em, clock)));
    }
  }
}
