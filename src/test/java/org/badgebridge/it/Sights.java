package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** A page as people with large and small, light and dark screens see it. */
final class Sights {

  private static final int WIDE = 1200;
  private static final int NARROW = 320;
  private static final int HIGH = 900;

  /** Cards whose content touches their edge. */
  private static final String FLUSH =
      """
      [...document.querySelectorAll('.card')]
        .filter(card => card.checkVisibility() && getComputedStyle(card).paddingInlineStart === '0px')
        .map(card => card.outerHTML.slice(0, 200))
      """;

  private Sights() {}

  /**
   * Judges the page by axe on each, that nothing sticks out of it or touches the edge of a card,
   * and keeps a picture of each.
   *
   * @param name of the pictures
   */
  static void judge(Page page, String name) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      see(page, name, WIDE, scheme);
      see(page, name, NARROW, scheme);
    }
    page.setViewportSize(WIDE, HIGH);
  }

  private static void see(Page page, String name, int width, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.setViewportSize(width, HIGH);
    Accessibility.check(page, name + ", " + width + ", " + scheme);
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as(name).isLessThanOrEqualTo(width);
    assertThat((List<?>) page.evaluate(FLUSH)).as(name).isEmpty();
    Administrator.picture(page, name + "-" + width + "-" + scheme);
  }
}
