package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The first administrator comes in by the one-time link and finds pages that everybody can use. */
@ArquillianTest
@RunAsClient
class AdministratorBrowserIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/admin/set-up#[A-Za-z0-9_-]+");
  private static final List<String> PAGES =
      List.of("/admin", "/admin/unclaimed", "/admin/badges", "/admin/platforms", "/admin/operator");

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void setsUpTheFirstAdministratorAndShowsAccessiblePages() throws IOException {
    try (Chromium chromium = new Chromium();
        BrowserContext context =
            chromium.open(
                CookieRule.PARTITIONED,
                Campuses.tool(),
                Campuses.of(Personality.MOODLE).base(),
                1200,
                ColorScheme.LIGHT)) {
      Page page = context.pages().get(0);
      page.navigate(setUpLink());
      page.locator("input[name=name]").fill("Ada Administrator");
      page.locator("input[name=email]").fill("ada@example.org");
      for (var password : page.locator("input[type=password]").all()) {
        password.fill("correct horse battery staple 7");
      }
      page.locator("main button.primary").press("Enter");
      assertThat(page.getByText("Unclaimed").first()).isVisible(SOON);
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

  private static String setUpLink() throws IOException {
    try (Stream<Path> files = Files.list(Campuses.folder())) {
      for (Path log :
          files.filter(file -> file.getFileName().toString().startsWith("server.log")).toList()) {
        Matcher link = LINK.matcher(Files.readString(log));
        if (link.find()) {
          return link.group();
        }
      }
    }
    throw new AssertionError("the first start printed no set-up link");
  }
}
