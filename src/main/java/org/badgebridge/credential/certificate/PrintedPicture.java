package org.badgebridge.credential.certificate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A picture as PDFs hold it, pixel for pixel: its colours, and beside them how much of each shows
 * (ISO 32000-1 §8.9.5, §11.6.5.3). Made once for all certificates of a badge. PDFBox would try five
 * filters on each row, which takes four times as long and makes drawings no smaller.
 */
public final class PrintedPicture {

  private final int width;
  private final int height;
  private final byte[] colours;
  private final byte[] opacity;

  private PrintedPicture(int width, int height, byte[] colours, byte[] opacity) {
    this.width = width;
    this.height = height;
    this.colours = colours;
    this.opacity = opacity;
  }

  /** Of a PNG. */
  public static PrintedPicture of(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      byte[] colours = new byte[3 * pixels.length];
      byte[] opacity = new byte[pixels.length];
      int next = 0;
      for (int i = 0; i < pixels.length; i++) {
        colours[next++] = (byte) (pixels[i] >> 16);
        colours[next++] = (byte) (pixels[i] >> 8);
        colours[next++] = (byte) pixels[i];
        opacity[i] = (byte) (pixels[i] >> 24);
      }
      return new PrintedPicture(width, height, deflated(colours), deflated(opacity));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
      deflating.write(bytes);
    }
    return out.toByteArray();
  }

  /** Puts it into a document. */
  PDImageXObject in(PDDocument document) throws IOException {
    PDImageXObject picture = image(document, colours, PDDeviceRGB.INSTANCE);
    picture.getCOSObject().setItem(COSName.SMASK, image(document, opacity, PDDeviceGray.INSTANCE));
    return picture;
  }

  private PDImageXObject image(PDDocument document, byte[] deflated, PDColorSpace space)
      throws IOException {
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(deflated),
        COSName.FLATE_DECODE,
        width,
        height,
        Byte.SIZE,
        space);
  }
}
