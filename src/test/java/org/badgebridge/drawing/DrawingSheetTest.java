package org.badgebridge.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;

/** Lays all drawings out on sheets below {@code target/drawings}, for people to look at. */
class DrawingSheetTest {

  private static final Path FOLDER = Path.of("target", "drawings");
  private static final List<String> COLOURS =
      List.of("#7cc4ef", "#143a7b", "#f5c119", "#2e8b57", "#c2504d", "#8e5bb5");

  private final VisualGrammar grammar = new BuiltIns(new Words()).grammar();
  private final BadgeDrawing drawing = new BadgeDrawing(new Words(), SampleArtwork::get);

  @Test
  void laysOutEveryShapeWithEveryTheme() throws IOException {
    Files.createDirectories(FOLDER);
    for (int size : new int[] {400, 96, 48}) {
      Shape[] shapes = Shape.values();
      int columns = size == 400 ? 1 : grammar.themes().size() * 2;
      int across = size == 400 ? 4 : columns;
      int down = size == 400 ? (shapes.length + 3) / 4 : shapes.length;
      BufferedImage sheet =
          new BufferedImage(across * (size + 8), down * (size + 8), BufferedImage.TYPE_INT_RGB);
      Graphics2D canvas = sheet.createGraphics();
      canvas.setColor(new Color(0xf5f6f8));
      canvas.fillRect(0, 0, sheet.getWidth() / 2, sheet.getHeight());
      canvas.setColor(new Color(0x14171c));
      canvas.fillRect(sheet.getWidth() / 2, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < shapes.length; i++) {
        for (int j = 0; j < columns; j++) {
          Theme theme = grammar.themes().get((size == 400 ? i : j) % grammar.themes().size());
          Look look =
              new Look(type(shapes[i], i), theme, "Research data management", Locale.ENGLISH);
          byte[] png = size == 48 ? drawing.markPng(look, 48) : drawing.png(look, size);
          BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
          int x = size == 400 ? i % 4 : j;
          int y = size == 400 ? i / 4 : i;
          canvas.drawImage(image, x * (size + 8) + 4, y * (size + 8) + 4, null);
        }
      }
      canvas.dispose();
      ImageIO.write(sheet, "png", FOLDER.resolve("shapes-" + size + ".png").toFile());
    }
    assertThat(FOLDER.resolve("shapes-48.png")).isNotEmptyFile();
  }

  @Test
  void laysOutArtworkPictogramsAndTheCard() throws IOException {
    Files.createDirectories(FOLDER);
    Look photo = look(Shape.CIRCLE, SampleArtwork.PHOTO);
    Files.write(FOLDER.resolve("photo.png"), drawing.png(photo, 400));
    Files.write(FOLDER.resolve("photo-mark.png"), drawing.markPng(photo, 96));
    Look logo = look(Shape.SHIELD, SampleArtwork.LOGO);
    Files.write(FOLDER.resolve("logo.png"), drawing.png(logo, 400));
    Files.write(FOLDER.resolve("logo-mark.png"), drawing.markPng(logo, 96));
    Files.writeString(FOLDER.resolve("logo.svg"), drawing.svg(logo));
    byte[] card = drawing.card(photo, "Universiteit Utrecht, Faculteit Geesteswetenschappen");
    Files.write(FOLDER.resolve("card.png"), card);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(card));
    assertThat(read.getWidth()).isEqualTo(1200);
    assertThat(read.getHeight()).isEqualTo(630);
    List<Pictogram> all = Pictogram.all();
    BufferedImage sheet =
        new BufferedImage(10 * 104, (all.size() + 9) / 10 * 104, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    for (int i = 0; i < all.size(); i++) {
      Theme like = grammar.themes().get(i % grammar.themes().size());
      Theme theme =
          new Theme(
              "x", like.names(), like.meanings(), like.colour(), all.get(i), null, true, true);
      byte[] png = drawing.markPng(new Look(type(Shape.CIRCLE, 0), theme, "", Locale.ENGLISH), 96);
      canvas.drawImage(
          ImageIO.read(new ByteArrayInputStream(png)), i % 10 * 104 + 4, i / 10 * 104 + 4, null);
    }
    canvas.dispose();
    ImageIO.write(sheet, "png", FOLDER.resolve("pictograms.png").toFile());
  }

  private Look look(Shape shape, UUID artwork) {
    return new Look(
        type(shape, 0),
        grammar.themes().get(0),
        "Mens & maatschappij: een heel goede naam",
        Locale.ENGLISH,
        artwork);
  }

  private static BadgeType type(Shape shape, int i) {
    return new BadgeType(
        "own",
        Translated.of(Locale.ENGLISH, i % 2 == 0 ? "Micro-credential" : "Competency"),
        Translated.NOTHING,
        shape,
        COLOURS.get(i % COLOURS.size()),
        "Badge",
        true,
        true);
  }
}
