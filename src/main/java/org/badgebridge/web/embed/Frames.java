package org.badgebridge.web.embed;

/** The HTML of a block in a frame: it may run nothing, and its links open outside of it. */
public final class Frames {

  /** As wide as a block usually is, in pixels. */
  public static final int WIDTH = 480;

  /** As high as a block usually is, in pixels. */
  public static final int HEIGHT = 160;

  private Frames() {}

  /**
   * The frame.
   *
   * @param address of the block: one of ours
   */
  public static String html(String address, int width, int height, String title) {
    return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>"
        .formatted(address, width, height, escape(title));
  }

  /** Text as it stands in HTML, in an attribute, too. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
