package org.badgebridge.drawing.artwork;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An uploaded SVG: checked, written anew with what may be in it, and drawn into pixels in bounded
 * time.
 */
final class SvgUpload {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Drawings that run, also those that nobody waits for any more. */
  private static final Semaphore RUNNING = new Semaphore(2);

  private static final double LARGEST_SIDE = 1_000_000;
  private static final double NARROWEST = 1.0 / 64;

  private SvgUpload() {}

  /** Whether it begins like XML in an encoding that has ASCII in it. */
  static boolean looksLike(byte[] upload) {
    String begin = new String(upload, 0, Math.min(upload.length, 256), StandardCharsets.ISO_8859_1);
    return begin.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<");
  }

  static BufferedImage read(byte[] upload) {
    SvgElement root = SvgElement.read(upload);
    SafeSvg.check(root);
    Rectangle2D view = view(root);
    String clean = SvgText.of(root, view);
    FutureTask<BufferedImage> drawing = new FutureTask<>(() -> drawn(clean, view));
    Refusal.unless(RUNNING.tryAcquire(), "busy");
    Thread hand =
        new Thread(
            () -> {
              try {
                drawing.run();
              } finally {
                RUNNING.release();
              }
            },
            "artwork");
    hand.setDaemon(true);
    hand.start();
    return awaited(drawing);
  }

  private static BufferedImage awaited(FutureTask<BufferedImage> drawing) {
    try {
      return drawing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      drawing.cancel(true);
      throw Refusal.because("too-complex");
    } catch (ExecutionException e) {
      throw Refusal.because("damaged"); // also what no parser foresaw: it was somebody's upload
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.because("busy");
    }
  }

  private static BufferedImage drawn(String svg, Rectangle2D view) {
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build());
    if (document == null) {
      throw new IllegalArgumentException("not an SVG");
    }
    double scale = Artwork.LARGEST / Math.max(view.getWidth(), view.getHeight());
    int width = (int) Math.max(1, Math.round(view.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(view.getHeight() * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setClip(0, 0, width, height);
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render(null, canvas, new ViewBox(width, height));
    } finally {
      canvas.dispose();
    }
    return image;
  }

  /** What part of its plane is shown. */
  private static Rectangle2D view(SvgElement root) {
    double[] box = numbers(root.attributes().getOrDefault("viewBox", ""));
    if (box.length != 4) {
      double[] width = numbers(root.attributes().getOrDefault("width", "").replace("px", ""));
      double[] height = numbers(root.attributes().getOrDefault("height", "").replace("px", ""));
      Refusal.unless(width.length == 1 && height.length == 1, "no-size");
      box = new double[] {0, 0, width[0], height[0]};
    }
    double narrow = Math.min(box[2], box[3]);
    double wide = Math.max(box[2], box[3]);
    Refusal.unless(narrow > 0 && wide <= LARGEST_SIDE && narrow / wide >= NARROWEST, "no-size");
    Refusal.unless(Math.abs(box[0]) <= LARGEST_SIDE && Math.abs(box[1]) <= LARGEST_SIDE, "no-size");
    return new Rectangle2D.Double(box[0], box[1], box[2], box[3]);
  }

  private static double[] numbers(String text) {
    try {
      return Arrays.stream(text.strip().split("[\\s,]+"))
          .filter(part -> !part.isEmpty())
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }
}
