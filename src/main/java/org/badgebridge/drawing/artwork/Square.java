package org.badgebridge.drawing.artwork;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Makes pictures square: one without transparent pixels is cut around its middle, one with them is
 * put in the middle of a transparent square.
 */
final class Square {

  private static final int OPAQUE = 255;

  private Square() {}

  static BufferedImage of(BufferedImage image) {
    return opaque(image) ? cut(image) : framed(image);
  }

  private static BufferedImage cut(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    BufferedImage middle =
        image.getSubimage(
            (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    int size = Math.min(side, Artwork.LARGEST);
    return scaled(middle, size, size, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage framed(BufferedImage image) {
    int side = Math.max(image.getWidth(), image.getHeight());
    int size = Math.min(side, Artwork.LARGEST);
    double scale = (double) size / side;
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = square.createGraphics();
    canvas.drawImage(scaled(image, width, height), (size - width) / 2, (size - height) / 2, null);
    canvas.dispose();
    return square;
  }

  private static boolean opaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return true;
    }
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) >>> 24 != OPAQUE) {
          return false;
        }
      }
    }
    return true;
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    return scaled(
        image,
        width,
        height,
        image.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB
            : BufferedImage.TYPE_INT_RGB);
  }

  /** Halves as often as it can, because one step over many pixels would leave most of them out. */
  private static BufferedImage scaled(BufferedImage image, int width, int height, int type) {
    BufferedImage from = image;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from = drawn(from, from.getWidth() / 2, from.getHeight() / 2, type);
    }
    return drawn(from, width, height, type);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height, int type) {
    BufferedImage result = new BufferedImage(width, height, type);
    Graphics2D canvas = result.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(image, 0, 0, width, height, null);
    canvas.dispose();
    return result;
  }
}
