package org.badgebridge.credential.baking;

/** Puts a badge into an SVG of ours, as the first child of its root. */
public final class BakedSvg {

  private static final String ROOT = "<svg ";

  private BakedSvg() {}

  /**
   * The drawing with the badge in it.
   *
   * @param svg a drawing without a badge
   */
  public static String bake(String svg, Baking baking, String badge) {
    return bake(svg, baking, "", badge);
  }

  /**
   * The same, naming where the badge is verified.
   *
   * @param address one of our own
   */
  public static String bakeHosted(String svg, String address, String badge) {
    return bake(svg, Baking.OPEN_BADGES_2, " verify=\"" + address + "\"", badge);
  }

  private static String bake(String svg, Baking baking, String attribute, String badge) {
    int end = svg.indexOf('>');
    if (!svg.startsWith(ROOT) || end < 0) {
      throw new IllegalArgumentException("no SVG");
    }
    String name = "openbadges:" + baking.element();
    return ROOT
        + ("xmlns:openbadges=\"" + baking.namespace() + "\" ")
        + svg.substring(ROOT.length(), end + 1)
        + ("<" + name + attribute + ">" + characters(badge) + "</" + name + ">")
        + svg.substring(end + 1);
  }

  /** A section ends at the first {@code ]]>}: one in the text is parted over two. */
  private static String characters(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
