package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Draws badges. */
@ApplicationScoped
public class BadgeDrawing {

  /** The drawing as SVG. */
  public String svg(BadgeType type, Theme theme, String name, Locale language) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\"/>";
  }

  /** The drawing as SVG. */
  public String svg(BadgeClass badgeClass) {
    return svg(badgeClass.type(), badgeClass.theme(), badgeClass.name(), badgeClass.language());
  }

  /**
   * The drawing as PNG.
   *
   * @param size width and height in pixels; taken to the nearest of what is offered
   */
  public byte[] png(BadgeClass badgeClass, int size) {
    return new byte[0];
  }
}
