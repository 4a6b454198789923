package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator lets a partner award, and awards many learners from a table. */
@ArquillianTest
@RunAsClient
class AwardManyBrowserIT extends InChromium {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void uploadsLooksAwardsAndUndoes() throws IOException {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      String institution = StaffPeople.found(page, "University of Many");
      publish(page, institution);
      page.locator("a[href^='/admin/awards/']").press("Enter");
      assertThat(page.locator("main")).containsText("No table has been uploaded");
      judge(page, "none");

      choose(page, "letter.csv", "Dear reader,\nthis is no table.\n");
      assertThat(page.locator("#refused .error")).containsText("eppn");
      judge(page, "refused");

      choose(
          page,
          "learners.csv",
          """
          eppn;name
          ada@many.example;Ada
          bob@many.example;Bob
          ADA@many.example;Ada again
          nobody;Nobody
          """);
      assertThat(page.locator("h1")).hasText("learners.csv", waiting());
      assertThat(page.locator("li:has(a[href*='rows=GOOD']) .number")).hasText("2");
      judge(page, "preview");
      page.locator("a[href*='rows=INVALID']").press("Enter");
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody")).containsText("nobody is no eppn");
      judge(page, "preview-invalid");

      page.locator("form[action$='/start'] button.primary").press("Enter");
      assertThat(page.locator(".notice.good")).hasText("2 of 2 were awarded.", waiting());
      judge(page, "awarded");
      Download outcomes =
          page.waitForDownload(() -> page.locator("a[href$='/outcomes.csv']").press("Enter"));
      assertThat(Files.readString(outcomes.path(), StandardCharsets.UTF_8))
          .contains("ada@many.example,,Ada,can be awarded,,awarded,");

      String table = page.url();
      setsTheClocks(page, institution);
      takesOneBackAndThinksAgain(page, institution);
      page.navigate(table);
      page.locator("form[action$='/undo'] button").press("Enter");
      assertThat(page.locator("#state .notice")).containsText("was undone", soonText());
      judge(page, "undone");
    }
  }

  @Test
  void namesAPartnerAndTakesItBack() {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      StaffPeople.found(page, "Partner College");
      String institution = StaffPeople.found(page, "University of Friends");
      page.locator("a[href='/admin/partners/" + institution + "']").press("Enter");
      assertThat(page.locator(".empty")).isVisible(SOON);
      judge(page, "partners-none");
      page.locator("#partner").selectOption("Partner College");
      page.locator("form[action$='/add'] button").press("Enter");
      assertThat(page.locator(".roll")).containsText("Partner College");
      judge(page, "partners");
      page.locator("form[action$='/remove'] button").press("Enter");
      assertThat(page.locator(".empty")).isVisible(SOON);
    }
  }

  private static void setsTheClocks(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/institutions/" + institution);
    page.locator("a[href^='/admin/clocks/']").press("Enter");
    assertThat(page.locator("#lapseDays")).hasValue("82");
    page.locator("#lapseDays").fill("none");
    page.locator("#secondReminderDays").fill("10");
    page.locator("#evidenceDays").fill("30");
    page.locator("main form button.primary").press("Enter");
    assertThat(page.locator("#lapseDays-error")).isVisible();
    assertThat(page.locator("#secondReminderDays-error")).isVisible();
    assertThat(page.locator("#evidenceDays-error")).isVisible();
    judge(page, "clocks-faults");
    page.locator("#lapseDays").fill("60");
    page.locator("#secondReminderDays").fill("");
    page.locator("#evidenceDays").fill("730");
    page.locator("main form button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(page.locator("#lapseDays")).hasValue("60");
    assertThat(page.locator("#evidenceDays")).hasValue("730");
    judge(page, "clocks");
  }

  private static void takesOneBackAndThinksAgain(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/unclaimed?institution=" + institution);
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.locator("tbody details summary").first().press("Enter");
    page.locator("tbody input[name=why]").first().fill("A mistake");
    judge(page, "unclaimed");
    page.locator("tbody details[open] form button").press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(1);
    judge(page, "withdrawn");
    page.locator("form[action$='/restore'] button").press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(2);
  }

  private static void publish(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/badges/new?institution=" + institution);
    page.locator("body[data-live]").waitFor();
    page.locator("#name").fill("Helper of many");
    page.locator("#description").fill("Helps many.");
    page.locator("#criteria").fill("Helped many.");
    page.locator("[name=publish]").check();
    page.locator("form.editor button.primary").press("Enter");
    assertThat(page.locator("h1")).hasText("Helper of many", waiting());
  }

  private static LocatorAssertions.HasTextOptions waiting() {
    return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  }

  private static LocatorAssertions.ContainsTextOptions soonText() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  private static void choose(Page page, String name, String content) {
    page.locator("body[data-live]").waitFor();
    Locator file = page.locator("#file");
    file.setInputFiles(
        new FilePayload(
            name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static void judge(Page page, String where) {
    Sights.judge(page, "award-many-" + where);
  }
}
