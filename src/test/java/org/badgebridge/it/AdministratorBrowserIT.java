package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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
      List.of(
          "/admin",
          "/admin/unclaimed",
          "/admin/badges",
          "/admin/badges/new",
          "/admin/badges-issued",
          "/admin/institutions",
          "/admin/platforms",
          "/admin/platforms/new",
          "/admin/platforms/setup/moodle",
          "/admin/operator",
          "/admin/operator/audit");

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
      everybodyCanUse(page, "en", ColorScheme.LIGHT, ColorScheme.DARK);
      page.navigate(Campuses.tool() + "/admin");
      page.locator("button[name=language][value=nl]").press("Enter");
      page.locator("html[lang=nl]").waitFor();
      everybodyCanUse(page, "nl", ColorScheme.DARK, ColorScheme.LIGHT);
      page.navigate(Campuses.tool() + "/admin");
      page.locator("button[name=language][value=en]").press("Enter");
      page.locator("html[lang=en]").waitFor();
    }
  }

  private static void everybodyCanUse(
      Page page, String language, ColorScheme large, ColorScheme small) {
    for (String path : PAGES) {
      String where = path + " in " + language;
      page.navigate(Campuses.tool() + path);
      assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(language);
      page.emulateMedia(in(large));
      page.setViewportSize(1200, 900);
      Accessibility.check(page, where + ", " + large);
      page.emulateMedia(in(small));
      page.setViewportSize(320, 800);
      Accessibility.check(page, where + ", " + small + ", 320 px");
      fits(page, where);
    }
  }

  private static Page.EmulateMediaOptions in(ColorScheme scheme) {
    return new Page.EmulateMediaOptions()
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE); // no colour is on its way to another
  }

  private static void fits(Page page, String where) {
    Object width = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) width).intValue())
        .as(where + ": width at 320 px")
        .isLessThanOrEqualTo(320);
  }
}
