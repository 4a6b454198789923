package org.badgebridge.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An address that a telephone reads from paper or a screen, as squares (ISO/IEC 18004). */
public final class QrCode {

  private final BitMatrix modules;

  /**
   * The code of an address.
   *
   * @throws IllegalArgumentException if it has more than some 2,300 letters
   */
  public QrCode(String address) {
    Map<EncodeHintType, Object> hints =
        Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    try {
      modules = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + address, e);
    }
  }

  /** The side of one square when all together are so wide. */
  public float side(float width) {
    return width / modules.getWidth();
  }

  /** The lower left corners of the dark squares, in an area with its lower left corner there. */
  public List<float[]> corners(float x, float y, float width) {
    float side = side(width);
    List<float[]> corners = new ArrayList<>();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row)) {
          corners.add(new float[] {x + column * side, y + width - (row + 1) * side});
        }
      }
    }
    return corners;
  }

  /** How many squares wide and high it is. */
  public int width() {
    return modules.getWidth();
  }

  /** The dark squares as the path of an SVG, one unit each. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row)) {
          path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
