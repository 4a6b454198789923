package org.badgebridge.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.ArrangeGrammar.Deed;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisualGrammarsDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor ADA =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  private final UUID institution = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final BuiltIns builtIns = new BuiltIns(new Words());

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void startsWithTheBuiltInOnes(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      db.transaction(
          em -> {
            VisualGrammar grammar = grammar(em, institution);
            assertThat(grammar.types())
                .extracting(BadgeType::slug)
                .containsExactly("achievement", "competency", "pathway");
            assertThat(grammar.themes()).hasSize(5);
            assertThat(grammar.type("competency").name(Locale.ENGLISH)).isEqualTo("Competency");
          });
      assertThat(db.count("select count(*) from badge_type")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void addsATypeOfItsOwnBesideTheBuiltInOnes(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      String slug = db.compute(em -> saveType(em, null, type("Micro-credential", Shape.SHIELD), 0));
      assertThat(slug).isEqualTo("micro-credential");
      String second = db.compute(em -> saveType(em, null, type("Micro credential", Shape.SUN), 0));
      assertThat(second).isEqualTo("micro-credential-2");
      db.transaction(
          em -> {
            VisualGrammar grammar = grammar(em, institution);
            assertThat(grammar.types())
                .extracting(BadgeType::slug)
                .containsExactly("achievement", "competency", "pathway", slug, second);
            assertThat(grammar.type(slug).shape()).isEqualTo(Shape.SHIELD);
            assertThat(grammar.type(slug).name(Locale.forLanguageTag("nl")))
                .isEqualTo("Micro-credential");
            assertThat(grammar.type("achievement").name(Locale.forLanguageTag("nl")))
                .isEqualTo("Prestatie");
            assertThat(grammar(em, other).types()).hasSize(3);
          });
      assertThat(db.count("select count(*) from audit_entry where action = 'badge-type.created'"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverGivesTwoActiveTypesOneShape(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      String slug = db.compute(em -> saveType(em, null, type("Mark", Shape.SHIELD), 0));
      for (Shape taken : List.of(Shape.CIRCLE, Shape.SHIELD)) {
        invalid("shape", () -> db.compute(em -> saveType(em, null, type("Twin", taken), 0)));
      }
      assertThatThrownBy(
              () ->
                  db.execute(
                      "update badge_type set shape = 'CIRCLE', worn_shape = 'CIRCLE' where slug = ?",
                      slug))
          .as("the database holds it too")
          .hasStackTraceContaining("CIRCLE");
      db.transaction(em -> arrange(em, Kind.TYPE, "achievement", Deed.OFF));
      db.compute(em -> saveType(em, null, type("Round", Shape.CIRCLE), 0));
      invalid("shape", () -> db.transaction(em -> arrange(em, Kind.TYPE, "achievement", Deed.ON)));
      db.transaction(
          em -> {
            VisualGrammar grammar = grammar(em, institution);
            assertThat(grammar.offersType("achievement")).isFalse();
            assertThat(grammar.type("achievement").shape()).isEqualTo(Shape.CIRCLE);
            assertThat(grammar.keeping("achievement", "").offersType("achievement")).isTrue();
            assertThat(grammar.type("never-was").slug()).isEqualTo("competency");
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ordersAndKeepsTheLastOneOn(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      db.transaction(em -> arrange(em, Kind.THEME, "inclusion", Deed.UP));
      db.transaction(em -> arrange(em, Kind.THEME, "community", Deed.UP));
      db.transaction(
          em ->
              assertThat(grammar(em, institution).themes())
                  .extracting(Theme::slug)
                  .containsExactly(
                      "community",
                      "digital-citizenship",
                      "employability",
                      "inclusion",
                      "global-leadership"));
      for (String slug : List.of("achievement", "competency", "achievement")) {
        db.transaction(em -> arrange(em, Kind.TYPE, slug, Deed.OFF));
      }
      conflict(() -> db.transaction(em -> arrange(em, Kind.TYPE, "pathway", Deed.OFF)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesToOverwriteWhatSomebodyElseChanged(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      String slug = db.compute(em -> saveType(em, null, type("Mark", Shape.SHIELD), 0));
      db.compute(em -> saveType(em, slug, type("Mark II", Shape.SHIELD), version(em, slug)));
      conflict(() -> db.compute(em -> saveType(em, slug, type("Mine", Shape.SHIELD), 1)));
      conflict(
          () ->
              db.compute(
                  em ->
                      saveType(em, "competency", type("X", Shape.SUN), version(em, "competency"))));
      db.transaction(
          em ->
              assertThat(grammar(em, institution).type(slug).name(Locale.ENGLISH))
                  .isEqualTo("Mark II"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void drawsAThemeWithAPictureOfItsOwn(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      Artwork photo = SampleArtwork.photo();
      UUID id = db.compute(em -> keep(em, institution, photo));
      UUID again = db.compute(em -> keep(em, institution, photo));
      assertThat(again).isEqualTo(id);
      UUID theirs = db.compute(em -> keep(em, other, photo));
      assertThat(theirs).isNotEqualTo(id);
      String slug = db.compute(em -> saveTheme(em, null, theme("Mountains", id)));
      db.transaction(
          em -> {
            Look look = grammar(em, institution).look("achievement", slug, "Hike", Locale.ENGLISH);
            BadgeDrawing drawing = new BadgeDrawing(new Words(), artworks(em));
            assertThat(drawing.svg(look)).contains("href=\"data:image/png;base64,");
            assertThat(drawing.png(look, 600)).isNotEmpty();
            assertThat(drawing.mark(look).length()).isLessThan(drawing.svg(look).length());
          });
      assertThatThrownBy(() -> db.compute(em -> saveTheme(em, null, theme("Stolen", theirs))))
          .isInstanceOf(ProblemException.class);
      assertThat(db.count("select count(*) from audit_entry where action = 'artwork.uploaded'"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void turnsTheNamesOfFormerTimesIntoSlugs(TestDatabase kind) throws IOException {
    try (OpenDatabase db = institutions(kind)) {
      UUID issuer = UUID.randomUUID();
      db.execute(
          "insert into issuer (id, institution_id, name, created_at)"
              + " values (?, ?, 'I', current_timestamp)",
          issuer,
          institution);
      db.execute(
          "insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type,"
              + " theme, language, created_by, created_at, updated_at, version) values (?, ?,"
              + " 'DRAFT', 'n', 'd', 'c', 'ACHIEVEMENT', 'DIGITAL_CITIZENSHIP', 'en', 'x',"
              + " current_timestamp, current_timestamp, 1)",
          UUID.randomUUID(),
          issuer);
      String migration =
          Files.readString(
              Path.of("src/main/resources/db/migration/V8__types_and_themes.sql"),
              StandardCharsets.UTF_8);
      int update = migration.indexOf("update badge_class");
      db.execute(migration.substring(update, migration.indexOf(';', update)));
      assertThat(
              db.count(
                  "select count(*) from badge_class where badge_type = 'achievement'"
                      + " and theme = 'digital-citizenship'"))
          .isEqualTo(1);
    }
  }

  private VisualGrammar grammar(EntityManager em, UUID of) {
    return new VisualGrammars(em, builtIns).of(of);
  }

  private String saveType(EntityManager em, @Nullable String slug, TypeDraft draft, long seen) {
    return new SaveType(
            new GrammarRows(em, builtIns),
            new VisualGrammars(em, builtIns),
            new AuditTrail(em, CLOCK))
        .save(institution, slug, draft, seen, ADA);
  }

  private String saveTheme(EntityManager em, @Nullable String slug, ThemeDraft draft) {
    return new SaveTheme(new GrammarRows(em, builtIns), artworks(em), new AuditTrail(em, CLOCK))
        .save(institution, slug, draft, 0, ADA);
  }

  private void arrange(EntityManager em, Kind kind, String slug, Deed deed) {
    new ArrangeGrammar(new GrammarRows(em, builtIns), new AuditTrail(em, CLOCK))
        .arrange(institution, kind, slug, deed, ADA);
  }

  private long version(EntityManager em, String slug) {
    return new GrammarRows(em, builtIns)
        .types(institution).stream()
            .filter(each -> each.slug().equals(slug))
            .findFirst()
            .orElseThrow()
            .version();
  }

  private static UUID keep(EntityManager em, UUID institution, Artwork artwork) {
    return new KeepArtwork(artworks(em), new AuditTrail(em, CLOCK)).keep(institution, artwork, ADA);
  }

  private static Artworks artworks(EntityManager em) {
    return new Artworks(new Sql(JoinedDataSource.of(em)), CLOCK);
  }

  private static TypeDraft type(String name, Shape shape) {
    return new TypeDraft(text(name), text("Says something."), shape.slug(), "#2e8b57", "Badge");
  }

  private static ThemeDraft theme(String name, UUID artwork) {
    return new ThemeDraft(text(name), text("Up there."), "#1f5fbf", "star", artwork);
  }

  private static Translated text(String english) {
    return new Translated(Map.of("en", english));
  }

  private static void invalid(String field, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            problem -> assertThat(problem.faults()).extracting(FieldFault::field).contains(field));
  }

  private static void conflict(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
  }

  private OpenDatabase institutions(TestDatabase kind) {
    OpenDatabase db = kind.open();
    for (UUID each : List.of(institution, other)) {
      db.execute(
          "insert into institution (id, name, default_locale, accent, created_at)"
              + " values (?, ?, 'en', '#1f5fbf', current_timestamp)",
          each,
          each.toString());
    }
    return db;
  }
}
