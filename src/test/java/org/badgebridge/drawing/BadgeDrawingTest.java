package org.badgebridge.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.badgebridge.drawing.lettering.Lettering;
import org.badgebridge.drawing.lettering.Typeface;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class BadgeDrawingTest {

  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private static final VisualGrammar GRAMMAR = new BuiltIns(new Words()).grammar();

  private final BadgeDrawing drawing = new BadgeDrawing(new Words(), SampleArtwork::get);

  static Stream<Arguments> everyBadge() {
    return Stream.of(Shape.values())
        .flatMap(shape -> GRAMMAR.themes().stream().map(theme -> Arguments.of(shape, theme)));
  }

  private static BadgeType type(Shape shape) {
    return new BadgeType(
        "own",
        Translated.of(Locale.ENGLISH, "Micro-credential"),
        Translated.NOTHING,
        shape,
        "#2b6833",
        "Badge",
        true,
        true);
  }

  @ParameterizedTest
  @MethodSource("everyBadge")
  void drawsEveryShapeWithEveryThemeAsSvgAndPng(Shape shape, Theme theme) throws Exception {
    Look look = new Look(type(shape), theme, "Research data management", Locale.ENGLISH);
    String svg = drawing.svg(look);
    parse(svg);
    BufferedImage png = image(drawing.png(look, 96));
    assertThat(png.getWidth()).isEqualTo(96);
    assertThat(png.getRGB(0, 0) >>> 24).as("corner is transparent").isZero();
    assertThat(png.getRGB(48, 20) >>> 24).as("inside is opaque").isEqualTo(255);
  }

  @Test
  void tellsTypesApartByShapeAndWordNotByColourAlone() {
    assertThat(Stream.of(Shape.values()).map(Shape::outline)).doesNotHaveDuplicates();
    assertThat(GRAMMAR.types()).extracting(BadgeType::shape).doesNotHaveDuplicates();
    assertThat(GRAMMAR.types()).extracting(BadgeType::colour).doesNotHaveDuplicates();
    assertThat(drawing.svg(GRAMMAR.look("pathway", "inclusion", "x", Locale.ENGLISH)))
        .contains("Type: Pathway. Theme: Inclusion.");
    assertThat(drawing.svg(GRAMMAR.look("pathway", "inclusion", "x", DUTCH)))
        .contains("Soort: Leerpad. Thema: Inclusie.");
  }

  @Test
  void tellsShapesApartAt48PixelsWithoutColour() throws IOException {
    Shape[] shapes = Shape.values();
    for (int i = 0; i < shapes.length; i++) {
      for (int j = 0; j < i; j++) {
        BufferedImage one = mark(shapes[i]);
        BufferedImage other = mark(shapes[j]);
        double different = 0; // in pixels
        for (int at = 0; at < 48 * 48; at++) {
          int inOne = one.getRGB(at % 48, at / 48) >>> 24;
          int inOther = other.getRGB(at % 48, at / 48) >>> 24;
          different += Math.abs(inOne - inOther) / 255.0;
        }
        assertThat(different).as(shapes[i] + " and " + shapes[j]).isGreaterThan(115);
      }
    }
  }

  private BufferedImage mark(Shape shape) throws IOException {
    Look look = new Look(type(shape), GRAMMAR.theme("community"), "", Locale.ENGLISH);
    return image(drawing.markPng(look, 48));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void keepsNameWordAndPictureInsideOfTheBorder(Shape shape) {
    assertThat(shape.room(shape.wordAt())).isGreaterThan(180);
    assertThat(shape.room(shape.wordAt() - 15)).isGreaterThan(180);
    double half = 88 * shape.pictureScale();
    assertThat(shape.room(shape.pictureAt() - half)).isGreaterThan(half);
    assertThat(shape.pictureAt() + half).isLessThan(Shape.SPLIT);
  }

  @Test
  void drawsArtworkInsteadOfThePicture() throws Exception {
    for (UUID artwork : List.of(SampleArtwork.PHOTO, SampleArtwork.LOGO)) {
      Look look = GRAMMAR.look("competency", "inclusion", "Own", Locale.ENGLISH, artwork);
      Document document = parse(drawing.svg(look));
      assertThat(document.getElementsByTagName("image").getLength()).isEqualTo(1);
      Look without = GRAMMAR.look("competency", "inclusion", "Own", Locale.ENGLISH);
      assertThat(drawing.png(look, 96)).isNotEqualTo(drawing.png(without, 96));
      assertThat(drawing.markPng(look, 96)).isNotEqualTo(drawing.markPng(without, 96));
    }
    BufferedImage photo =
        image(
            drawing.png(
                GRAMMAR.look("achievement", "inclusion", "x", Locale.ENGLISH, SampleArtwork.PHOTO),
                600));
    assertThat(photo.getRGB(20, 20) >>> 24).as("clipped to the border").isZero();
    assertThat(photo.getRGB(300, 30)).as("the border stays").isEqualTo(0xFF7CC4EF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mentor", "", "日本語のバッジ", "W", "<script>alert(1)</script>"})
  void drawsACardForLinksElsewhere(String name) throws IOException {
    Look look = GRAMMAR.look("pathway", "community", name.repeat(20), Locale.ENGLISH);
    BufferedImage card = image(drawing.card(look, "University of " + name.repeat(30)));
    assertThat(card.getWidth()).isEqualTo(1200);
    assertThat(card.getHeight()).isEqualTo(630);
    assertThat(card.getRGB(2, 2) >>> 24).as("opaque").isEqualTo(255);
    assertThat(card.getRGB(2, 516)).as("nothing runs over the edge").isEqualTo(0xFFF5F6F8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"/><image href=\"https://evil.example/x\"/>",
        "]]><!ENTITY x 'y'>&x;",
        "a\u202Egnp.exe",
        "zero\u200Bwidth\uFEFF",
        "nul\u0000 and \u0007 bell",
        "lone \uD800 surrogate",
        "日本語のバッジ",
        "شارة البيانات",
        "Emoji 👩\u200D🚀 badge",
        "",
        "   ",
        "\u200D"
      })
  void drawsAnyNameSafely(String name) throws Exception {
    String svg = drawing.svg(GRAMMAR.look("competency", "employability", name, Locale.ENGLISH));
    Document document = parse(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("image").getLength()).isZero();
    assertThat(svg).doesNotContain("\u202E", "\u200B", "\uFEFF", "\u0000", "\u0007");
    assertThat(drawing.png(GRAMMAR.look("competency", "employability", name, DUTCH), 48))
        .isNotEmpty();
  }

  @Test
  void needsNoFontForEuropeanNames() {
    for (String name :
        new String[] {
          "Mens & maatschappij – één", "Žluťoučký kůň", "Ικανότητα", "Навички", "Ðƞ’s"
        }) {
      String svg = drawing.svg(GRAMMAR.look("achievement", "community", name, Locale.ENGLISH));
      assertThat(svg).as(name).doesNotContain("<text");
    }
  }

  @Test
  void cutsANameThatDoesNotFit() {
    Lettering lettering = new Lettering(Typeface.bundled());
    for (String name : new String[] {"W".repeat(200), "wide words ".repeat(18)}) {
      var lines = lettering.set(name, Locale.ENGLISH, 398, y -> Shape.ROSETTE.room(y) - 40);
      assertThat(lines).hasSize(3);
      assertThat(lines.get(2).text()).endsWith("…");
      for (Lettering.Line line : lines) {
        assertThat(Typeface.bundled().width(line.text()) * line.size())
            .isLessThanOrEqualTo(Shape.ROSETTE.room(line.baseline()));
      }
    }
  }

  @Test
  void keepsAShortNameLarge() {
    var lines = new Lettering(Typeface.bundled()).set("Mentor", Locale.ENGLISH, 398, y -> 400);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).size()).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 48, 500, 1200, 50_000, Integer.MAX_VALUE})
  void boundsTheSizeOfPictures(int size) {
    assertThat(BadgeDrawing.pixels(size)).isBetween(48, 1200);
  }

  @Test
  void drawsTheSameEveryTime() throws IOException {
    String once = drawing.svg(GRAMMAR.look("pathway", "global-leadership", "Twice", DUTCH));
    assertThat(drawing.svg(GRAMMAR.look("pathway", "global-leadership", "Twice", DUTCH)))
        .isEqualTo(once);
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
