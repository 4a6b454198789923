package org.badgebridge.drawing.artwork;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Builds pictures, harmless and hostile, byte by byte. */
final class Uploads {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Uploads() {}

  static byte[] picture(String format, int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.ORANGE);
    canvas.fillRect(width / 4, height / 4, width / 2, height / 2);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Only a header and a little data: what it promises is not there. */
  static byte[] pngHeader(int width, int height) {
    return join(SIGNATURE, chunk("IHDR", header(width, height)), idat(100), chunk("IEND"));
  }

  /** A picture that is all there: one byte a pixel, of zeros, which compress a thousandfold. */
  static byte[] emptyPng(int width, int height) {
    return join(
        SIGNATURE,
        chunk("IHDR", header(width, height)),
        idat((long) height * (width + 1)),
        chunk("IEND"));
  }

  /** A harmless PNG with further chunks after the header. */
  static byte[] pngWith(byte[]... chunks) {
    return join(
        SIGNATURE, chunk("IHDR", header(64, 64)), join(chunks), idat(64 * 65), chunk("IEND"));
  }

  /** Text that swells a thousandfold when it is inflated. */
  static byte[] textBomb(String type, int megabytes) {
    byte[] begin =
        switch (type) {
          case "zTXt" -> new byte[] {'k', 0, 0};
          case "iTXt" -> new byte[] {'k', 0, 1, 0, 0, 0};
          default -> new byte[] {'p', 0, 0};
        };
    return chunk(type, join(begin, deflated((long) megabytes << 20)));
  }

  static byte[] idat(long zeros) {
    return chunk("IDAT", deflated(zeros));
  }

  static byte[] header(int width, int height) {
    return join(number(width), number(height), new byte[] {8, 0, 0, 0, 0});
  }

  static byte[] deflated(long zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      byte[] block = new byte[1 << 16];
      for (long left = zeros; left > 0; left -= block.length) {
        deflater.write(block, 0, (int) Math.min(left, block.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] chunk(String type, byte[]... data) {
    byte[] body = join(type.getBytes(StandardCharsets.ISO_8859_1), join(data));
    CRC32 check = new CRC32();
    check.update(body);
    return join(number(body.length - 4), body, number((int) check.getValue()));
  }

  static byte[] number(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new DataOutputStream(out).writeInt(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] svg(String inside) {
    return text(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " viewBox=\"0 0 100 100\">"
            + inside
            + "</svg>");
  }
}
