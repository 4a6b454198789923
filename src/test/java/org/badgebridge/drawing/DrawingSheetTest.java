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
  private final BadgeDrawing drawing = new BadgeDrawing(new Words());

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
