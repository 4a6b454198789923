package org.badgebridge.drawing;

import org.badgebridge.drawing.lettering.Typeface;
import org.badgebridge.web.PlainText;

/**
 * The picture that other sites show beside a link to a badge: the badge on a calm ground, its name
 * and who issues it.
 */
record Card(BadgeSvg badge, String issuer) {

  /** The size that Open Graph readers expect. */
  static final int WIDTH = 1200;

  static final int HEIGHT = 630;

  private static final String QUIET = "#5a6372";
  private static final double MIDDLE = WIDTH / 2.0;
  private static final double ROOM = 1040;
  private static final double NAME_LARGEST = 46;
  private static final double ISSUER_SIZE = 28;

  String elements() {
    return "<path fill=\"#f5f6f8\" d=\"M0 0H1200V630H0z\"/>"
        + "<circle cx=\"600\" cy=\"232\" r=\"234\" fill=\"#fff\"/>"
        + "<path fill=\"%s\" d=\"M0 618H1200V630H0z\"/>".formatted(badge.look().theme().colour())
        + "<g transform=\"translate(394 26) scale(.6867)\">"
        + badge.full()
        + "</g>"
        + line(PlainText.line(badge.look().name()), 516, NAME_LARGEST, BadgeSvg.INK)
        + line(PlainText.line(issuer), 574, ISSUER_SIZE, QUIET);
  }

  /** One line, smaller if it is long; what does not fit even then ends in an ellipsis. */
  private String line(String text, double baseline, double largest, String colour) {
    double size = largest;
    while (size > largest * 0.6 && Typeface.bundled().width(text) * size > ROOM) {
      size -= 1;
    }
    if (Typeface.bundled().width(text) * size <= ROOM) {
      return badge.letters(text, MIDDLE, baseline, size, 0, colour);
    }
    String cut = text;
    while (Typeface.bundled().width(cut + "…") * size > ROOM) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return badge.letters(cut.strip() + "…", MIDDLE, baseline, size, 0, colour);
  }
}
