package org.badgebridge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClassChanged;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.catalogue.Catalogue.Shelf;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuers;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsWhatIsPublishedAndNothingElse(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      UUID shown = make(db, course, SampleContent.plain("Shown"), true);
      make(db, course, SampleContent.plain("Draft"), false);
      assertThat(names(db, CatalogueFilter.ALL)).containsExactly("Shown");
      db.transaction(
          em -> {
            BadgeDesk desk = new BadgeDesk(em, CLOCK);
            desk.archive(shown, course.institution, ADMINISTRATOR);
            enter(em, desk);
          });
      assertThat(names(db, CatalogueFilter.ALL)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesOutInstitutionsThatAreNotListed(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      db.execute("update institution set micro_credentials = true");
      make(db, course, SampleContent.full(), true);
      db.execute("update institution set listed = false where id = ?", course.institution);
      assertThat(names(db, CatalogueFilter.ALL)).isEmpty();
      assertThat(count(db, CatalogueFilter.ALL)).isZero();
      db.transaction(
          em -> {
            assertThat(facets(em).skills()).isEmpty();
            assertThat(facets(em).languages()).isEmpty();
            assertThat(facets(em).issuers()).isEmpty();
            assertThat(facets(em).types()).isEmpty();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsByTheBeginningsOfWordsInEveryLanguageWhateverTheAccents(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      make(db, course, translated("Coöperation", "Samenwerken"), true);
      make(db, course, SampleContent.plain("Solo 100%_"), true);
      assertThat(names(db, words("cooper"))).containsExactly("Coöperation");
      assertThat(names(db, words("SAMEN"))).containsExactly("Coöperation");
      assertThat(names(db, words("solo takes"))).containsExactly("Solo 100%_");
      assertThat(names(db, words("operation"))).isEmpty();
      assertThat(names(db, words("' or 1=1 --"))).isEmpty();
      assertThat(names(db, words("%"))).as("no word at all asks for nothing").hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void filtersByIssuerTypeThemeSkillAndLanguage(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      db.execute("update institution set micro_credentials = true");
      make(db, course, SampleContent.full(), true);
      make(db, course, SampleContent.plain("Come"), true);
      assertThat(names(db, filter(null, "competency", "", "", "")))
          .containsExactly("Data Literacy");
      assertThat(names(db, filter(null, "", "community", "", ""))).containsExactly("Come");
      assertThat(names(db, filter(null, "", "", "data ANALYSIS", "")))
          .containsExactly("Data Literacy");
      assertThat(names(db, filter(null, "", "", "data", ""))).as("a whole skill").isEmpty();
      assertThat(names(db, filter(null, "", "", "", "nl"))).containsExactly("Data Literacy");
      assertThat(names(db, filter(course.issuer, "", "", "", ""))).hasSize(2);
      assertThat(names(db, filter(UUID.randomUUID(), "", "", "", ""))).isEmpty();
      db.transaction(
          em -> {
            assertThat(facets(em).types())
                .extracting(Facets.Facet::value)
                .containsExactly("achievement", "competency");
            assertThat(facets(em).skills())
                .extracting(Facets.Facet::value)
                .containsExactly("critical thinking, in groups", "data analysis");
            assertThat(facets(em).issuers())
                .singleElement()
                .satisfies(issuer -> assertThat(issuer.count()).isEqualTo(2));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nodeCountsAnewWhateverChangedWherever(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      CountFacets node = new CountFacets(new Sql(db.dataSource()), CLOCK);
      assertThat(node.now().issuers()).isEmpty();
      UUID badge = make(db, course, SampleContent.plain("Come"), true);
      assertThat(node.now().issuers())
          .singleElement()
          .satisfies(issuer -> assertThat(issuer.count()).isOne());
      assertThat(node.now()).as("nothing changed").isSameAs(node.now());

      db.transaction(
          em -> {
            BadgeDesk desk = new BadgeDesk(em, CLOCK);
            desk.archive(badge, course.institution, ADMINISTRATOR);
            enter(em, desk);
          });
      assertThat(node.now().issuers()).isEmpty();

      make(db, course, SampleContent.plain("Come again"), true);
      db.execute("update issuer set name = 'Renamed', version = version + 1");
      assertThat(node.now().issuers()).extracting(Facets.Facet::name).containsExactly("Renamed");
      db.execute("update institution set listed = false, version = version + 1");
      assertThat(node.now())
          .isEqualTo(new Facets(List.of(), List.of(), List.of(), List.of(), List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesByNameWithoutLossOrDoubles(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      for (int i = 0; i < Catalogue.PAGE * 2 + 3; i++) {
        make(db, course, SampleContent.plain(i % 2 == 0 ? "Same" : "Badge " + i), true);
      }
      db.transaction(
          em -> {
            List<UUID> seen = new ArrayList<>();
            Shelf shelf = catalogue(em).find(CatalogueFilter.ALL, null);
            shelf.badgeClasses().forEach(each -> seen.add(each.id()));
            while (shelf.next() != null) {
              shelf = catalogue(em).find(CatalogueFilter.ALL, shelf.next());
              shelf.badgeClasses().forEach(each -> seen.add(each.id()));
            }
            assertThat(seen).hasSize(Catalogue.PAGE * 2 + 3).doesNotHaveDuplicates();
          });
    }
  }

  private static BadgeContent translated(String name, String dutch) {
    BadgeContent said = SampleContent.plain(name);
    return new BadgeContent(
        said.wording(),
        "en",
        Map.of("nl", new Wording(dutch, "", "")),
        said.type(),
        said.theme(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static CatalogueFilter words(String words) {
    return new CatalogueFilter(words, null, null, "", "", "", "");
  }

  private static CatalogueFilter filter(
      @org.jspecify.annotations.Nullable UUID issuer,
      String type,
      String theme,
      String skill,
      String language) {
    return new CatalogueFilter("", null, issuer, type, theme, skill, language);
  }

  private static List<String> names(OpenDatabase db, CatalogueFilter filter) {
    return db.compute(
        em ->
            catalogue(em).find(filter, null).badgeClasses().stream()
                .map(BadgeClass::name)
                .toList());
  }

  private static long count(OpenDatabase db, CatalogueFilter filter) {
    return db.compute(em -> catalogue(em).find(filter, null).count());
  }

  private static Facets facets(EntityManager em) {
    return new CountFacets(new Sql(JoinedDataSource.of(em)), CLOCK).now();
  }

  private static Catalogue catalogue(EntityManager em) {
    return new Catalogue(new Sql(JoinedDataSource.of(em)), new BadgeClasses(em));
  }

  private static UUID make(
      OpenDatabase db, SampleCourse course, BadgeContent content, boolean publish) {
    return db.compute(
        em -> {
          BadgeDesk desk = new BadgeDesk(em, CLOCK);
          UUID id = desk.create(course.institution, content, publish, ADMINISTRATOR).id();
          enter(em, desk);
          return id;
        });
  }

  /** What the container does with the events. */
  private static void enter(EntityManager em, BadgeDesk desk) {
    CatalogueIndex index =
        new CatalogueIndex(
            new BadgeClasses(em), new Issuers(em), em, new Sql(JoinedDataSource.of(em)), CLOCK);
    for (BadgeClassChanged changed : desk.heard.events) {
      index.onChange(changed);
    }
  }
}
