package org.badgebridge.drawing;

import static java.lang.System.Logger.Level.INFO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns our own SVG into PNG, without a display and without fonts. */
final class Raster {

  private static final System.Logger LOG = System.getLogger(Raster.class.getName());

  private Raster() {}

  private static final class Fonts {
    static final boolean PRESENT = probe();

    private static boolean probe() {
      try {
        return GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames()
                .length
            > 0;
      } catch (RuntimeException | LinkageError | InternalError e) {
        LOG.log(INFO, "no fonts here: PNG pictures leave out what Inter lacks");
        return false;
      }
    }
  }

  /**
   * Path data of a text in a script that our typeface lacks, set with the fonts of this machine;
   * empty if it has none.
   */
  static String outline(String text, double centre, double baseline, double size) {
    if (!Fonts.PRESENT) {
      return "";
    }
    TextLayout layout =
        new TextLayout(
            text,
            new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size),
            new FontRenderContext(null, true, true));
    AffineTransform place =
        AffineTransform.getTranslateInstance(centre - layout.getAdvance() / 2, baseline);
    return Outline.data(layout.getOutline(place));
  }

  static byte[] png(String svg, int width, int height) {
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.createDefault());
    if (document == null) {
      throw new IllegalArgumentException("not an SVG of ours");
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render(null, canvas, new ViewBox(width, height));
    } finally {
      canvas.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
