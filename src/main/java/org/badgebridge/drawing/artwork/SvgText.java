package org.badgebridge.drawing.artwork;

import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Writes the part of a checked SVG that is drawn, and nothing else. */
final class SvgText {

  private final StringBuilder out = new StringBuilder();

  private SvgText() {}

  /**
   * The text.
   *
   * @param view what part of the plane it shows, instead of what its root says
   */
  static String of(SvgElement root, Rectangle2D view) {
    SvgText text = new SvgText();
    text.out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
        .append(view.getX() + " " + view.getY() + " " + view.getWidth() + " " + view.getHeight())
        .append('"');
    root.attributes()
        .forEach(
            (name, value) -> {
              if (!name.matches("viewBox|width|height|x|y|xmlns|preserveAspectRatio|transform")) {
                text.attribute(root, name, value);
              }
            });
    text.inside(root, "svg");
    return text.out.toString();
  }

  private void element(SvgElement element) {
    if (!SafeSvg.draws(element)) {
      return;
    }
    String name =
        element.name().equals("a") || element.name().equals("switch") ? "g" : element.name();
    out.append('<').append(name);
    element.attributes().forEach((each, value) -> attribute(element, each, value));
    inside(element, name);
  }

  private void inside(SvgElement element, String name) {
    out.append('>');
    if (name.equals("style")) {
      out.append(escape(SafeSvg.style(element.text().toString())));
    }
    element.children().forEach(this::element);
    out.append("</").append(name).append('>');
  }

  private void attribute(SvgElement element, String name, String value) {
    Map<String, String> all = element.attributes();
    if (name.equals("href") || (name.equals("xlink:href") && !all.containsKey("href"))) {
      if (!element.name().equals("a")) {
        write("href", value.strip());
      }
    } else if (name.equals("style")) {
      write(name, SafeSvg.style(value));
    } else if (SafeSvg.takes(name)) {
      write(name, value);
    }
  }

  private void write(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
