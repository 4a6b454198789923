package org.badgebridge.drawing.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.badgebridge.problem.InvalidFields;

/**
 * A picture of an institution's own, as a square PNG. However it was uploaded, it was drawn anew
 * pixel by pixel: no byte of the upload is in it. Immutable.
 */
public final class Artwork {

  /** Bytes that an upload may have. */
  public static final int LARGEST_UPLOAD = 1 << 20;

  /** Pixels on each side, at most. */
  public static final int LARGEST = 800;

  /** Where a PNG says whether its pixels can be transparent (PNG §11.2.1, colour type). */
  private static final int COLOUR_TYPE_AT = 25;

  private static final int TRUECOLOUR = 2;

  /** How many pictures are drawn anew at a time: what bounds the memory they take together. */
  private static final Semaphore TURNS = new Semaphore(2);

  private final byte[] png;

  private Artwork(byte[] png) {
    this.png = png;
  }

  /**
   * Draws an uploaded picture anew.
   *
   * @param upload the bytes of a PNG, JPEG or SVG; what it is is told by them alone
   * @throws InvalidFields field {@code picture}, if it is none of these, too large, damaged, or
   *     holds what a picture must not
   */
  public static Artwork redrawn(byte[] upload) {
    Refusal.unless(upload.length > 0, "missing");
    Refusal.unless(upload.length <= LARGEST_UPLOAD, "too-heavy", LARGEST_UPLOAD / 1024);
    TURNS.acquireUninterruptibly();
    try {
      return of(image(upload));
    } finally {
      TURNS.release();
    }
  }

  private static BufferedImage image(byte[] upload) {
    if (PngUpload.looksLike(upload)) {
      return Square.of(PngUpload.read(upload));
    }
    if (JpegUpload.looksLike(upload)) {
      return Square.of(JpegUpload.read(upload));
    }
    if (SvgUpload.looksLike(upload)) {
      return Square.of(SvgUpload.read(upload));
    }
    throw Refusal.because("kind");
  }

  private static Artwork of(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Artwork(png.toByteArray());
  }

  /** What was drawn anew before. */
  static Artwork stored(byte[] png) {
    return new Artwork(png.clone());
  }

  /** The picture as PNG. */
  public byte[] png() {
    return png.clone();
  }

  /** Whether no pixel is transparent: such a picture covers its ground. */
  public boolean fillsItsSquare() {
    return png[COLOUR_TYPE_AT] == TRUECOLOUR;
  }

  /** The same picture with at most so many pixels on each side. */
  public Artwork within(int pixels) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      return image.getWidth() <= pixels ? this : of(Square.scaled(image, pixels, pixels));
    } catch (IOException e) {
      throw new UncheckedIOException("stored artwork is damaged", e);
    }
  }
}
