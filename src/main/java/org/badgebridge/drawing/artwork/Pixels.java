package org.badgebridge.drawing.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads pixels with the Java library, after the size in the header was checked. Of a large picture
 * only every n-th pixel is kept, so that it takes at most some 32 MB.
 */
final class Pixels {

  /** Pixels that each side may have. */
  static final int MOST = 4096;

  /** Beyond this, pixels are left out. */
  private static final int ENOUGH = 2 * Artwork.LARGEST;

  private Pixels() {}

  /**
   * The picture.
   *
   * @param format the name by which {@link ImageIO} knows the reader
   */
  static BufferedImage read(byte[] bytes, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkSize(width, height);
      int step = Math.max(1, Math.max(width, height) / ENOUGH);
      ImageReadParam every = reader.getDefaultReadParam();
      every.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, every);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Refusal.because("damaged");
    } finally {
      reader.dispose();
    }
  }

  static void checkSize(long width, long height) {
    Refusal.unless(width > 0 && height > 0, "damaged");
    Refusal.unless(width <= MOST && height <= MOST, "too-many-pixels", width, height, MOST);
  }
}
