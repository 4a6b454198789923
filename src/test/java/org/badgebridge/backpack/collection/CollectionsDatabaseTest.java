package org.badgebridge.backpack.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.FormerPersons;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectionsDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor OWNER = Actor.system("owner");

  /** The use cases in one transaction. */
  private record Desk(
      BadgeCollections collections,
      KeepCollection keep,
      ArrangeCollection arrange,
      CollectionSheets sheets,
      KeepPortfolio portfolio,
      Portfolios portfolios,
      Skills skills,
      CredentialDesk credentials) {}

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsBadgesInTheOwnersOrder(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      List<Credential> mine = owned(database, course, 3);
      UUID owner = mine.get(0).personId();
      UUID id = collection(database, owner, "For Acme");
      mine.forEach(each -> with(database, d -> d.arrange.add(id, each.id(), owner)));
      with(database, d -> d.arrange.add(id, mine.get(0).id(), owner)); // twice
      with(database, d -> d.arrange.forward(id, mine.get(2).id(), owner));
      with(database, d -> d.arrange.forward(id, mine.get(2).id(), owner));
      with(database, d -> d.arrange.forward(id, mine.get(2).id(), owner)); // the first stays
      with(database, d -> d.arrange.remove(id, mine.get(0).id(), owner));

      with(
          database,
          d ->
              assertThat(d.collections.members(id))
                  .containsExactly(mine.get(2).id(), mine.get(1).id()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsOthersOnlyWhatIsPublicAndHolds(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      List<Credential> mine = owned(database, course, 3);
      UUID owner = mine.get(0).personId();
      UUID id = collection(database, owner, "For Acme");
      mine.forEach(each -> with(database, d -> d.arrange.add(id, each.id(), owner)));
      publish(database, mine.get(1));
      publish(database, mine.get(2));
      database.execute(
          "update credential set revoked_at = ? where id = ?", SampleCourse.THEN, mine.get(2).id());
      refused(() -> with(database, d -> d.collections.inPublic(id)));

      with(database, d -> d.keep.show(id, owner, true, OWNER));
      with(database, d -> d.keep.show(id, owner, true, OWNER));
      with(
          database,
          d ->
              assertThat(d.sheets.inPublic(d.collections.inPublic(id)))
                  .extracting(SeenBadge::credential)
                  .extracting(Credential::id)
                  .containsExactly(mine.get(1).id()));
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'collection.published'"))
          .isOne();

      with(database, d -> d.keep.show(id, owner, false, OWNER));
      refused(() -> with(database, d -> d.collections.inPublic(id)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersFindNothingAndPutNothingIn(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      List<Credential> mine = owned(database, course, 1);
      UUID owner = mine.get(0).personId();
      Credential foreign =
          claimed(database, new SampleAward(database, course, course.badgeClass()));
      UUID id = collection(database, owner, "For Acme");
      UUID stranger = foreign.personId();

      refused(() -> with(database, d -> d.collections.own(id, stranger)));
      refused(() -> with(database, d -> d.keep.edit(id, stranger, "Mine", "", OWNER)));
      refused(() -> with(database, d -> d.keep.show(id, stranger, true, OWNER)));
      refused(() -> with(database, d -> d.keep.remove(id, stranger, OWNER)));
      refused(() -> with(database, d -> d.arrange.add(id, foreign.id(), stranger)));
      refused(() -> with(database, d -> d.arrange.add(id, foreign.id(), owner)));
      with(database, d -> assertThat(d.collections.members(id)).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesAreNeitherMissingNorTakenNorTooLong(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID owner = owned(database, course, 1).get(0).personId();
      UUID id = collection(database, owner, "One");
      UUID other = collection(database, owner, "Other");

      for (String name : List.of("", "One", "x".repeat(101))) {
        assertThatThrownBy(() -> collection(database, owner, name))
            .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> with(database, d -> d.keep.edit(other, owner, name, "", OWNER)))
            .isInstanceOf(InvalidFields.class);
      }
      with(database, d -> d.keep.edit(id, owner, "One", "Described", OWNER));
      with(
          database,
          d -> assertThat(d.collections.own(id, owner).description()).isEqualTo("Described"));
      with(database, d -> d.keep.remove(id, owner, OWNER));
      with(database, d -> assertThat(d.collections.of(owner)).hasSize(1));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPortfolioHasAnAddressThatNobodyElseHas(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database);
      UUID bob = person(database);
      with(database, d -> d.portfolio.keep(written(ada, "ada"), false, OWNER));
      with(database, d -> assertThat(d.portfolios.inPublic("ada")).isEmpty());
      with(database, d -> d.portfolio.keep(written(ada, "ada"), true, OWNER));
      with(database, d -> assertThat(d.portfolios.inPublic("ada")).isPresent());

      for (String slug : List.of("ada", "", "a", "Ada", "-ada", "ada-", "a/b", "x".repeat(41))) {
        assertThatThrownBy(
                () -> with(database, d -> d.portfolio.keep(written(bob, slug), true, OWNER)))
            .as(slug)
            .isInstanceOf(InvalidFields.class);
      }
      with(database, d -> d.portfolio.keep(written(ada, "lovelace"), true, OWNER));
      with(database, d -> d.portfolio.keep(written(bob, "ada"), true, OWNER));
      with(
          database,
          d -> assertThat(d.portfolios.inPublic("ada").orElseThrow().personId()).isEqualTo(bob));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sumsUpTheSkillsOfBadgesThatHold(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      List<Credential> mine = owned(database, course, 4);
      UUID owner = mine.get(0).personId();
      aligned(database, mine.get(0), "Proving", "https://example.org/skills/1");
      aligned(database, mine.get(1), "Proving things", "https://example.org/skills/1");
      aligned(database, mine.get(2), "Writing", "https://example.org/skills/2");
      aligned(database, mine.get(3), "Gone", "https://example.org/skills/3");
      database.execute(
          "update credential set revoked_at = ? where id = ?", SampleCourse.THEN, mine.get(3).id());

      with(
          database,
          d -> {
            List<Skill> skills = d.skills.in(d.credentials.credentials.of(owner));
            assertThat(skills).hasSize(2);
            assertThat(skills.get(0).url()).endsWith("/1");
            assertThat(skills.get(0).badges())
                .extracting(Skill.Badge::awardId)
                .containsExactlyInAnyOrder(mine.get(0).awardId(), mine.get(1).awardId());
            assertThat(skills.get(1).name()).isEqualTo("Writing");
            assertThat(skills.get(1).framework()).isEqualTo("ESCO");
          });
    }
  }

  /** Levels are written in many ways; what only sounds like one is a skill. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void levelsAreNoSkills(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      List<Credential> mine = owned(database, course, 6);
      UUID owner = mine.get(0).personId();
      String europass = "https://europass.europa.eu/en/description-eight-eqf-levels#level-";
      aligned(database, mine.get(0), "EQF level 6", europass + "6", "ext:EQFAlignment");
      aligned(database, mine.get(1), "EQF level 7", europass + "7", "");
      aligned(database, mine.get(2), "EQF level 6", europass + "6", "ext:EQFAlignment");
      aligned(database, mine.get(3), "NLQF 4", "https://nlqf.nl/4", "ext:NLQFAlignment");
      aligned(database, mine.get(4), "Level design", "https://example.org/1", "ext:ESCOAlignment");
      aligned(database, mine.get(5), "Gone 5", europass + "5", "ext:EQFAlignment");
      database.execute(
          "update credential set revoked_at = ? where id = ?", SampleCourse.THEN, mine.get(5).id());

      with(
          database,
          d -> {
            List<Credential> own = d.credentials.credentials.of(owner);
            assertThat(d.skills.in(own)).extracting(Skill::name).containsExactly("Level design");
            assertThat(d.skills.levelsIn(own))
                .extracting(Skill::name)
                .containsExactly("NLQF 4", "EQF level 7", "EQF level 6");
            assertThat(d.skills.levelsIn(own).get(2).badges()).hasSize(2);
          });
    }
  }

  private static void aligned(OpenDatabase database, Credential badge, String name, String url) {
    aligned(database, badge, name, url, "");
  }

  private static void aligned(
      OpenDatabase database, Credential badge, String name, String url, String type) {
    String alignment =
        "\"achievement\":{\"alignment\":[{\"type\":[\"Alignment\"],\"targetName\":\"%s\",\"targetUrl\":\"%s\",\"targetType\":\"%s\",\"targetFramework\":\"ESCO\"}],"
            .formatted(name, url, type);
    database.execute(
        "update credential set document = replace(document, '\"achievement\":{', ?) where id = ?",
        alignment,
        badge.id());
  }

  private static Portfolio written(UUID person, String slug) {
    return new Portfolio(person, slug, "Ada Lovelace", "", null);
  }

  private static UUID person(OpenDatabase database) {
    UUID id = UUID.randomUUID();
    database.execute("insert into person (id, created_at) values (?, ?)", id, SampleCourse.THEN);
    return id;
  }

  private static UUID collection(OpenDatabase database, UUID owner, String name) {
    return database.compute(em -> desk(database, em).keep.create(owner, name, "", OWNER));
  }

  private static void publish(OpenDatabase database, Credential badge) {
    database.transaction(
        em ->
            desk(database, em)
                .credentials
                .credentials
                .ofOwner(badge.id(), badge.personId())
                .publish(CLOCK.instant()));
  }

  /** So many badges of one person. */
  private static List<Credential> owned(OpenDatabase database, SampleCourse course, int count) {
    List<Credential> owned = new ArrayList<>();
    @Nullable UUID person = null;
    for (int i = 0; i < count; i++) {
      SampleAward award = new SampleAward(database, course, course.badgeClass());
      if (person == null) {
        person = award.person;
      }
      database.execute("update lms_user set person_id = ? where id = ?", person, award.learner);
      owned.add(claimed(database, award));
    }
    return owned;
  }

  private static Credential claimed(OpenDatabase database, SampleAward award) {
    return database.compute(
        em -> {
          CredentialDesk desk = desk(database, em).credentials;
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  private static void with(OpenDatabase database, Consumer<Desk> deed) {
    database.transaction(em -> deed.accept(desk(database, em)));
  }

  private static Desk desk(OpenDatabase database, EntityManager em) {
    CredentialDesk credentials = new CredentialDesk(database, em, CLOCK);
    Sql sql = new Sql(JoinedDataSource.of(em));
    BadgeCollections collections = new BadgeCollections(sql);
    Portfolios portfolios = new Portfolios(sql, new FormerPersons(sql));
    return new Desk(
        collections,
        new KeepCollection(collections, sql, credentials.audit, CLOCK),
        new ArrangeCollection(collections, credentials.credentials, sql),
        new CollectionSheets(
            collections,
            credentials.credentials,
            credentials.seen,
            new PublicOrigin(CredentialDesk.BASE)),
        new KeepPortfolio(portfolios, sql, credentials.audit, CLOCK),
        portfolios,
        new Skills(CLOCK),
        credentials);
  }
}
