package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.badgebridge.demo.Personality;

/** People who look after institutions, each in a browser of their own. */
final class StaffPeople {

  private static final String PASSWORD = "quiet harbour lantern 9";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  private StaffPeople() {}

  /** An empty browser. */
  static BrowserContext browser(Chromium chromium) {
    return chromium.open(
        CookieRule.PARTITIONED,
        Campuses.tool(),
        Campuses.of(Personality.MOODLE).base(),
        1200,
        ColorScheme.LIGHT);
  }

  /** An operator founds an institution; its page is open then. */
  static String found(Page operator, String name) {
    operator.navigate(Campuses.tool() + "/admin/institutions");
    operator.locator("#name").fill(name);
    operator.locator("main button.primary").press("Enter");
    assertThat(operator.locator("h1")).hasText(name);
    return id(operator);
  }

  /** Makes an invitation on a page of staff, and gives its link. */
  static String invite(Page page, String level, String id, String email, String role) {
    page.navigate(Campuses.tool() + "/admin/staff/" + level + "/" + id);
    page.locator("#email").fill(email);
    page.locator("input[name=role][value=" + role + "]").check();
    page.locator("form[action$='/invitations'] button.primary").press("Enter");
    assertThat(page.locator("#invitation-link")).isVisible(SOON);
    return page.locator("#invitation-link").textContent();
  }

  /** Somebody without an account opens an invitation; what it promises is shown then. */
  static Page open(BrowserContext context, String link) {
    Page page = context.pages().get(0);
    page.navigate(link);
    assertThat(page.locator("form[action='/admin/join']")).isVisible(SOON);
    return page;
  }

  /** Takes the invitation with a new account. */
  static Page accept(Page page, String name) {
    page.locator("input[name=name]").fill(name);
    for (var password : page.locator("input[type=password]").all()) {
      password.fill(PASSWORD);
    }
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("section[aria-labelledby=issuers]")).isVisible(SOON);
    return page;
  }

  /** The id at the end of the page's address. */
  static String id(Page page) {
    String path = page.url().replaceFirst("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
