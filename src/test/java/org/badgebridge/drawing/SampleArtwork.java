package org.badgebridge.drawing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.badgebridge.drawing.artwork.Artwork;

/** Two pictures of one's own: a photo, and a logo on a transparent ground. */
final class SampleArtwork {

  static final UUID PHOTO = new UUID(0, 1);
  static final UUID LOGO = new UUID(0, 2);

  private SampleArtwork() {}

  static Artwork get(UUID id, int pixels) {
    return id.equals(LOGO) ? logo() : photo();
  }

  static Artwork logo() {
    return Artwork.redrawn(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><style>.a{fill:#ffd54a}</style>
        <circle class="a" cx="40" cy="40" r="38"/><rect x="60" y="10" width="50" height="60"
        fill="#fff" opacity=".8"/></svg>"""
            .getBytes(StandardCharsets.UTF_8));
  }

  static Artwork photo() {
    BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(new GradientPaint(0, 0, new Color(0x88c0e8), 0, 600, new Color(0xf6c590)));
    canvas.fillRect(0, 0, 900, 600);
    canvas.setColor(new Color(0x35506b));
    canvas.fillPolygon(new int[] {150, 420, 700}, new int[] {600, 180, 600}, 3);
    canvas.fillPolygon(new int[] {430, 650, 900}, new int[] {600, 260, 600}, 3);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Artwork.redrawn(bytes.toByteArray());
  }
}
