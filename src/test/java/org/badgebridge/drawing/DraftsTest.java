package org.badgebridge.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type about types and themes. */
class DraftsTest {

  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private final Words words = new Words();
  private final VisualGrammar grammar = new BuiltIns(words).grammar();

  @Test
  void readsTheLanguagesOfAForm() {
    MultivaluedMap<String, String> form =
        new MultivaluedHashMap<>(
            Map.of(
                "name.en", " Micro\u202E-credential ",
                "name.nl", "Microcredential",
                "meaning.fy", "Lytse mjitte",
                "name.xx", "unknown",
                "shape", "shield",
                "colour", "#2E8B57",
                "achievementType", "MicroCredential"));
    TypeDraft draft = TypeDraft.from(form);
    assertThat(draft.names().texts())
        .isEqualTo(Map.of("en", "Micro-credential", "nl", "Microcredential"));
    assertThat(draft.faults(grammar.types())).isEmpty();
  }

  @Test
  void namesEveryFaultOfATypeAtOnceWithWords() {
    TypeDraft wrong = TypeDraft.from(new MultivaluedHashMap<>());
    assertThat(wrong.faults(List.of()))
        .extracting(FieldFault::field)
        .containsExactly("name", "meaning", "shape", "colour", "achievementType");
    for (FieldFault fault : wrong.faults(List.of())) {
      for (Locale language : Words.LANGUAGES) {
        assertThat(words.text(language, fault.key())).isNotEqualTo(fault.key());
      }
    }
    assertThat(new ThemeDraft(text("n".repeat(41)), text("m"), "red", "none", null).faults())
        .extracting(FieldFault::key)
        .containsExactly(
            "drawing.fault.too-long", "drawing.fault.colour", "drawing.fault.pictogram");
  }

  @ParameterizedTest
  @CsvSource({
    "#ffffff,drawing.fault.border-light",
    "#fefbe0,drawing.fault.border-light",
    "#1b2433,drawing.fault.border-dark",
    "#000000,",
    "#143a7b,",
    "#f5c119,",
    "#7cc4ef,"
  })
  void refusesABorderThatIsOneWithTheLinesBesideIt(String colour, String fault) {
    TypeDraft draft = new TypeDraft(text("n"), text("m"), "sun", colour, "Badge");
    assertThat(draft.faults(List.of()))
        .extracting(FieldFault::key)
        .isEqualTo(fault == null ? List.of() : List.of(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ffffff", "#f5c119", "#7cc4ef"})
  void refusesAGroundThatHidesAWhitePicture(String colour) {
    assertThat(new ThemeDraft(text("n"), text("m"), colour, "star", null).faults())
        .extracting(FieldFault::key)
        .containsExactly("drawing.fault.ground-light");
  }

  @Test
  void buildsInOnlyWhatItWouldAccept() {
    for (BadgeType type : grammar.types()) {
      assertThat(TypeDraft.of(type).faults(List.of())).as(type.slug()).isEmpty();
    }
    for (Theme theme : grammar.themes()) {
      assertThat(ThemeDraft.of(theme).faults()).as(theme.slug()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#7cc4ef,light blue,lichtblauw",
    "#143a7b,dark blue,donkerblauw",
    "#f5c119,yellow,geel",
    "#a23b28,red,rood",
    "#7a4f00,brown,bruin",
    "#2b6833,dark green,donkergroen",
    "#808080,grey,grijs",
    "#000000,black,zwart",
    "#ff66cc,light pink,lichtroze"
  })
  void callsColoursAsPeopleDo(String colour, String english, String dutch) {
    assertThat(new Colour(colour).name(Locale.ENGLISH, words)).isEqualTo(english);
    assertThat(new Colour(colour).name(DUTCH, words)).isEqualTo(dutch);
  }

  @Test
  void hasWordsForEveryShapePictogramAndTerm() {
    for (Locale language : Words.LANGUAGES) {
      for (Shape shape : Shape.values()) {
        assertThat(words.text(language, shape.key())).isNotEqualTo(shape.key());
      }
      for (Pictogram each : Pictogram.all()) {
        assertThat(words.text(language, each.key())).isNotEqualTo(each.key());
      }
      for (String term : TypeDraft.TERMS) {
        assertThat(words.text(language, "drawing.term." + term)).doesNotStartWith("drawing.");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Écologie & société!,ecologie-societe",
    "日本,type",
    "---,type",
    "A very long name of a type that goes on,a-very-long-name-of-a-type-that-go"
  })
  void makesASlugOfAnyName(String name, String slug) {
    assertThat(EntryWords.slug(text(name), "type", taken -> false)).isEqualTo(slug);
    assertThat(EntryWords.slug(text(name), "type", slug::equals)).isEqualTo(slug + "-2");
  }

  @Test
  void previewsWhateverTheAddressSays() {
    MultivaluedMap<String, String> query =
        new MultivaluedHashMap<>(
            Map.of(
                "type", "competency",
                "shape", "sun",
                "colour", "#2e8b57",
                "word", "Mark",
                "ground", "url(evil)",
                "pictogram", "\"/><script>",
                "artwork", "../../etc/passwd",
                "name", "n".repeat(5000)));
    Look look = new DraftLook(query).look(grammar);
    assertThat(look.type().shape()).isEqualTo(Shape.SUN);
    assertThat(look.type().name(DUTCH)).isEqualTo("Mark");
    assertThat(look.theme().colour()).isEqualTo("#a23b28");
    assertThat(look.theme().pictogram().slug()).isEqualTo("three-people");
    assertThat(look.artwork()).isNull();
    assertThat(look.name()).hasSize(200);
  }

  private static Translated text(String english) {
    return Translated.of(Locale.ENGLISH, english);
  }
}
