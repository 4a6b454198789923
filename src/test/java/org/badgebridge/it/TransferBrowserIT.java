package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator carries badge classes over in a file, and gives a program its token. */
@ArquillianTest
@RunAsClient
class TransferBrowserIT extends InChromium {

  private static final LocatorAssertions.HasTextOptions SOON =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @Test
  void exportsAndImportsWhatItLookedAtFirst() throws IOException {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      String from = StaffPeople.found(page, "University of Here");
      String to = StaffPeople.found(page, "University of There");
      publish(page, from, "Traveller");
      page.navigate(Campuses.tool() + "/admin/badges?institution=" + from);
      Download export =
          page.waitForDownload(
              () -> page.locator("a[href^='/admin/badges/export']").first().press("Enter"));
      String file = Files.readString(export.path(), StandardCharsets.UTF_8);
      assertThat(file).contains("Traveller");

      page.navigate(Campuses.tool() + "/admin/badges/import?institution=" + to);
      judge(page, "import");
      choose(page, "{\"format\": \"something else\"}");
      assertThat(page.locator("#outcome .notice.bad")).containsText("no file of badge classes");
      judge(page, "import-refused");
      choose(page, file);
      assertThat(page.locator("#outcome h2"))
          .hasText("1 would be made, 0 changed, 0 stay as they are, 0 are refused", SOON);
      judge(page, "import-looked-at");
      page.locator("button[value=import]").press("Enter");
      assertThat(page.locator("#outcome h2"))
          .hasText("1 made, 0 changed, 0 stayed as they were, 0 refused", SOON);
      choose(page, file);
      assertThat(page.locator("#outcome h2"))
          .hasText("0 would be made, 0 changed, 1 stay as they are, 0 are refused", SOON);
    }
  }

  @Test
  void givesAProgramATokenOnceAndTakesItBack() {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      String institution = StaffPeople.found(page, "University of Programs");
      page.locator("a[href^='/admin/api']").press("Enter");
      assertThat(page.locator("h1")).hasText("API clients");
      judge(page, "clients-none");
      page.locator("form[aria-labelledby=make] button.primary").press("Enter");
      assertThat(page.locator("#name-error")).isVisible();
      judge(page, "clients-faults");
      page.locator("#name").fill("Registrar");
      page.locator("[name=permission][value=UPDATE]").check();
      page.locator("form[aria-labelledby=make] button.primary").press("Enter");
      assertThat(page.locator("#token")).isVisible();
      String token = page.locator("#token").textContent();
      judge(page, "client-made");
      assertThat(status(page, token)).isEqualTo(200);

      page.navigate(Campuses.tool() + "/admin/api?institution=" + institution);
      assertThat(page.locator("#token")).hasCount(0);
      assertThat(page.content()).doesNotContain(token);
      page.locator("form[action$='/revoke'] button").press("Enter");
      page.locator("#confirmation .primary").press("Enter");
      assertThat(page.locator(".roll .pill")).not().hasClass("pill good");
      assertThat(status(page, token)).isEqualTo(401);
    }
  }

  private static int status(Page page, String token) {
    return page.request()
        .get(
            Campuses.tool() + "/api/v1/badge-classes",
            RequestOptions.create().setHeader("Authorization", "Bearer " + token))
        .status();
  }

  private static void publish(Page page, String institution, String name) {
    page.navigate(Campuses.tool() + "/admin/badges/new?institution=" + institution);
    page.locator("body[data-live]").waitFor();
    page.locator("#name").fill(name);
    page.locator("#description").fill("Goes from here to there.");
    page.locator("#criteria").fill("Went.");
    page.locator("[name=publish]").check();
    page.locator("form.editor button.primary").press("Enter");
    assertThat(page.locator("h1")).hasText(name, SOON);
  }

  /** The script looks at once at what would happen. */
  private static void choose(Page page, String content) {
    page.locator("body[data-live]").waitFor();
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "badges.json", "application/json", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("button[value=look]").press("Enter");
  }

  private static void judge(Page page, String where) {
    Sights.judge(page, "transfer-" + where);
  }
}
