package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.badgebridge.demo.services.WebServices;

/** The web services of the Moodle campus, connected by an administrator for as long as it lasts. */
final class MoodleConnection implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;

  MoodleConnection(Chromium chromium) {
    context = StaffPeople.browser(chromium);
    page = Administrator.enter(context);
    page.navigate(Campuses.tool() + "/admin/institutions");
    page.locator("main a:has-text('Demo University')").first().press("Enter");
    page.locator("a[href^='/admin/sources']").waitFor();
    String institution = page.url().replaceAll(".*/", "");
    page.navigate(Campuses.tool() + "/admin/sources/new?source=moodle&institution=" + institution);
    page.locator("#name").fill("Web services");
    page.locator("#secret").fill(WebServices.TOKEN);
    String moodle = page.locator("#platform option:has-text('(Moodle)')").first().textContent();
    page.locator("#platform").selectOption(new SelectOption().setLabel(moodle));
    page.locator("form.card button.primary").press("Enter");
  }

  /** Sees that it works. */
  void test() {
    page.locator("form[action$='/test'] button").press("Enter");
    assertThat(page.locator("[role=status]").first()).containsText("It works");
  }

  /** Off again, because other tests use the campus without. */
  @Override
  public void close() {
    page.locator("form[action$='/off'] button").press("Enter");
    page.locator("#confirmation .primary").press("Enter");
    assertThat(page.locator("form[action$='/on'] button")).isVisible();
    context.close();
  }
}
