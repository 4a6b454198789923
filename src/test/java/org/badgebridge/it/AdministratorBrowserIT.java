package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The first administrator comes in by the one-time link and finds pages that everybody can use. */
@ArquillianTest
@RunAsClient
class AdministratorBrowserIT {

  private static final List<String> PAGES =
      List.of("/admin", "/admin/unclaimed", "/admin/badges", "/admin/platforms", "/admin/operator");

  @Test
  void setsUpTheFirstAdministratorAndShowsAccessiblePages() {
    try (Chromium chromium = new Chromium();
        BrowserContext context =
            chromium.open(
                CookieRule.PARTITIONED,
                Campuses.tool(),
                Campuses.of(Personality.MOODLE).base(),
                1200,
                ColorScheme.LIGHT)) {
      Page page = Administrator.enter(context);
      for (String path : PAGES) {
        page.navigate(Campuses.tool() + path);
        page.setViewportSize(1200, 900);
        Accessibility.check(page, path);
        page.setViewportSize(320, 800);
        Accessibility.check(page, path + " at 320 px");
        fits(page, path);
      }
    }
  }

  private static void fits(Page page, String where) {
    Object width = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) width).intValue())
        .as(where + ": width at 320 px")
        .isLessThanOrEqualTo(320);
  }
}
