package org.badgebridge.credential;

import org.badgebridge.credential.certificate.PrintedPicture;
import org.badgebridge.drawing.Look;
import org.jspecify.annotations.Nullable;

/**
 * The picture of one badge as it was awarded. Each form of it is made when it is first asked for,
 * and once: most of the time that a file takes goes into its picture. Not for several threads.
 */
public final class DrawnBadge {

  /** Width and height of a picture, fine enough for paper. */
  static final int PIXELS = 600;

  private final AwardedVersion awarded;
  private final Look look;
  private @Nullable String svg;
  private byte @Nullable [] png;
  private @Nullable PrintedPicture printed;

  DrawnBadge(AwardedVersion awarded, Credential credential) {
    this.awarded = awarded;
    this.look = awarded.look(awarded.of(credential));
  }

  /** As drawn. */
  public String svg() {
    if (svg == null) {
      svg = awarded.svg(look);
    }
    return svg;
  }

  /** As PNG, square; not to be changed. */
  byte[] png() {
    if (png == null) {
      png = awarded.png(look, PIXELS);
    }
    return png;
  }

  /** As certificates hold it. */
  public PrintedPicture printed() {
    if (printed == null) {
      printed = PrintedPicture.of(png());
    }
    return printed;
  }
}
