package org.badgebridge.backpack.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.backpack.entry.EntryDesk.ENGLISH;
import static org.badgebridge.backpack.entry.EntryDesk.owner;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.backpack.collection.Portfolio;
import org.badgebridge.backpack.sharing.OpenShare;
import org.badgebridge.backpack.sharing.ShareDesk;
import org.badgebridge.backpack.sharing.ShareWish;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections, their links and portfolios when two backpacks become one, and two again. */
class JoinCollectionsDatabaseTest {

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void collectionsComeAlongWithTheirBadgesAndLinksAndGoBack(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      UUID best = from.collects("My best");
      UUID empty = from.collection("Later");
      UUID mine = into.collects("Mine");
      String token = from.share(best);

      UUID join = join(from, into);

      assertThat(into.names()).containsExactly("Later", "Mine", "My best");
      assertThat(from.names()).isEmpty();
      assertThat(into.seen(token)).containsExactly(from.badge);
      assertThat(into.links()).containsExactly("/backpack/collections/" + best + "/links");
      assertThat(database.count("select count(*) from badge_collection")).isEqualTo(3);

      part(into, join);

      assertThat(from.collections())
          .extracting(BadgeCollection::id)
          .containsExactlyInAnyOrder(best, empty);
      assertThat(into.collections()).extracting(BadgeCollection::id).containsExactly(mine);
      assertThat(from.seen(token)).containsExactly(from.badge);
      assertThat(into.links()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoOfOneNameStayTwoAndEachLinkShowsWhatItShowed(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      String longest = "x".repeat(100);
      from.collection(longest);
      into.collection(longest);
      String theirs = from.share(from.collects("My best"));
      into.collection("My best (2)");
      String mine = into.share(into.collects("My best"));

      join(from, into);

      assertThat(into.names())
          .containsExactly(
              "My best", "My best (2)", "My best (3)", "x".repeat(96) + " (2)", longest);
      assertThat(into.seen(theirs)).containsExactly(from.badge);
      assertThat(into.seen(mine)).containsExactly(into.badge);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasMixedMeanwhileShowsNobodysBadgesButTheOwners(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      UUID theirs = from.collects("Theirs");
      UUID mine = into.collects("Mine");
      String link = into.share(mine);
      UUID join = join(from, into);
      into.puts(theirs, into.badge);
      into.puts(mine, from.badge);
      assertThat(into.seen(link)).containsExactly(into.badge, from.badge);

      part(into, join);

      assertThat(from.collections()).extracting(BadgeCollection::id).containsExactly(theirs);
      assertThat(into.collections()).extracting(BadgeCollection::id).containsExactly(mine);
      assertThat(into.seen(link)).containsExactly(into.badge);
      assertThat(from.collections().get(0).size()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAccountTakenAwayTakesAlongOnlyCollectionsOfItsBadgesAlone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      UUID theirs = from.collects("Theirs");
      String link = from.share(theirs);
      join(from, into);
      UUID both = into.collects("Both");
      into.puts(both, from.badge);

      into.entry(
          desk -> {
            desk.removing.school(into.person, from.account, owner(into.person), ENGLISH);
            return true;
          });

      assertThat(into.collections()).extracting(BadgeCollection::id).containsExactly(both);
      assertThat(into.collections().get(0).size()).isOne();
      UUID apart = database.compute(em -> person(em, from.account));
      assertThat(new Owner(database, apart, from).collections())
          .extracting(BadgeCollection::id)
          .containsExactly(theirs);
      assertThat(into.seen(link)).containsExactly(from.badge);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPortfolioComesAlongWhereThereIsNone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      from.portfolio("zoe", true);

      UUID join = join(from, into);
      assertThat(from.inPublic("zoe")).hasValueSatisfying(each -> isOf(each, into, "zoe"));
      part(into, join);
      assertThat(from.inPublic("zoe")).hasValueSatisfying(each -> isOf(each, from, "zoe"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofTwoPortfoliosOneIsShownAndNeitherIsLost(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Owner from = new Owner(database);
      Owner into = new Owner(database);
      Owner third = new Owner(database);
      from.portfolio("zoe", true);
      into.portfolio("zara", true);

      UUID join = join(from, into);
      assertThat(from.inPublic("zoe")).hasValueSatisfying(each -> isOf(each, into, "zara"));
      assertThat(into.former()).extracting(Portfolio::slug).containsExactly("zoe");
      UUID second = join(into, third);
      assertThat(from.inPublic("zoe")).hasValueSatisfying(each -> isOf(each, third, "zara"));
      assertThat(third.former()).extracting(Portfolio::slug).containsExactly("zoe");
      part(third, second);
      into.portfolio("zara", false);
      assertThat(from.inPublic("zoe")).as("private is private").isEmpty();

      part(into, join);
      assertThat(from.inPublic("zoe")).hasValueSatisfying(each -> isOf(each, from, "zoe"));
      assertThat(into.former()).isEmpty();
      assertThat(database.count("select count(*) from portfolio")).isEqualTo(2);
    }
  }

  private static void isOf(Portfolio portfolio, Owner owner, String slug) {
    assertThat(portfolio.personId()).isEqualTo(owner.person);
    assertThat(portfolio.slug()).isEqualTo(slug);
  }

  private static UUID person(EntityManager em, UUID account) {
    return em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
        .setParameter("id", account)
        .getSingleResult();
  }

  private UUID join(Owner from, Owner into) {
    String code = from.entry(desk -> desk.doors.to(from.person, ENGLISH).code());
    into.entry(
        desk -> {
          desk.joining.join(into.person, code, owner(into.person), ENGLISH);
          return true;
        });
    clock.advance(Duration.ofMinutes(1));
    return into.entry(desk -> desk.ways.of(into.person).joinings().get(0).id());
  }

  private void part(Owner into, UUID join) {
    into.entry(
        desk -> {
          desk.joining.part(into.person, join, owner(into.person), ENGLISH);
          return true;
        });
    assertThat(
            into.database.count(
                "select count(*) from way_notice where what = ?", WayNotice.What.PARTED.name()))
        .isPositive();
  }

  /** Somebody with one badge. */
  private final class Owner {

    final OpenDatabase database;
    final UUID person;
    final UUID account;
    final UUID badge;

    Owner(OpenDatabase database) {
      this.database = database;
      SampleCourse course = new SampleCourse(database);
      SampleAward award = new SampleAward(database, course, course.badgeClass());
      person = award.person;
      account = award.learner;
      badge =
          database.compute(
              em -> {
                ShareDesk desk = new ShareDesk(database, em, clock);
                desk.credentials.awards.locked(award.id).claim(clock.instant());
                return desk.credentials.issue.issue(award.id).id();
              });
    }

    Owner(OpenDatabase database, UUID person, Owner before) {
      this.database = database;
      this.person = person;
      account = before.account;
      badge = before.badge;
    }

    UUID collection(String name) {
      return share(d -> d.keeping.create(person, name, "", owner(person)));
    }

    UUID collects(String name) {
      UUID id = collection(name);
      puts(id, badge);
      return id;
    }

    void puts(UUID collection, UUID credential) {
      deed(d -> d.arranging.add(collection, credential, person));
    }

    String share(UUID collection) {
      ShareWish wish = new ShareWish("For Acme", Disclosure.USUAL, Duration.ofDays(30));
      String address =
          share(d -> d.sharingCollection.share(collection, person, wish, owner(person)));
      return address.substring(address.lastIndexOf('/') + 1);
    }

    List<UUID> seen(String token) {
      return share(
          d -> {
            OpenShare.Opened.Collection open =
                (OpenShare.Opened.Collection) d.opening.open(token, null, false).orElseThrow();
            return d.sheets.shown(open.collection(), open.shown()).stream()
                .map(each -> each.credential().id())
                .toList();
          });
    }

    List<BadgeCollection> collections() {
      return share(d -> d.collections.of(person));
    }

    List<String> names() {
      return collections().stream().map(BadgeCollection::name).sorted().toList();
    }

    List<String> links() {
      return share(
          d ->
              d.views.ofPerson(person, null, 9).lines().stream().map(each -> each.path()).toList());
    }

    void portfolio(String slug, boolean open) {
      database.execute("delete from portfolio where person_id = ?", person);
      database.execute(
          "insert into portfolio (person_id, slug, title, intro, public_since)"
              + " values (?, ?, 'Zoë', 'Words', ?)",
          person,
          slug,
          open ? SampleCourse.THEN : null);
    }

    Optional<Portfolio> inPublic(String slug) {
      return entry(desk -> desk.portfolios.inPublic(slug));
    }

    List<Portfolio> former() {
      return entry(desk -> desk.portfolios.former(person));
    }

    <T extends @Nullable Object> T entry(Function<EntryDesk, T> work) {
      return database.compute(em -> work.apply(new EntryDesk(em, clock)));
    }

    private <T> T share(Function<ShareDesk, T> work) {
      return database.compute(em -> work.apply(new ShareDesk(database, em, clock)));
    }

    private void deed(Consumer<ShareDesk> work) {
      database.transaction(em -> work.accept(new ShareDesk(database, em, clock)));
    }
  }
}
