package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.badgebridge.framework.file.SampleFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * An administrator imports a framework from a file, and whoever makes a badge class picks an item
 * of it with the keyboard alone.
 */
@ArquillianTest
@RunAsClient
class FrameworksBrowserIT extends InChromium {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void importsAFileAndPicksFromIt() throws Exception {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      page.navigate(Campuses.tool() + "/admin/badges");
      String list =
          Campuses.tool() + page.locator("a[href^='/admin/badges/new']").getAttribute("href");
      page.locator("a[href^='/admin/frameworks']").press("Enter");
      page.locator(".empty").waitFor();
      judge(page, "none");
      refuses(page);
      previews(page);
      imports(page);
      picks(page, list);
    }
  }

  private static void refuses(Page page) {
    choose(page, "letter.csv", "Dear reader,\nthis is no table.\n");
    assertThat(page.locator("#refused .error")).containsText("preferredLabel");
    judge(page, "refused");
  }

  private static void previews(Page page) {
    choose(page, "skills_en.csv", SampleFiles.ESCO_WITH_A_FAULT);
    assertThat(page.locator("#name")).isVisible(SOON);
    assertThat(page.locator("#name")).hasValue("ESCO");
    assertThat(page.locator("main")).containsText("Row 5: the name is missing");
    assertThat(page.locator("main")).containsText("manage musical staff");
    judge(page, "preview");
    page.locator("#name").fill("");
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#name-error")).isVisible();
    judge(page, "preview-faults");
    page.locator("a[href^='/admin/frameworks?']").press("Enter");
    page.locator("a[href^='/admin/frameworks/uploads/']").press("Enter");
    assertThat(page.locator("#name")).hasValue("ESCO");
  }

  private static void imports(Page page) {
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#state .roll li").first()).isVisible(SOON);
    assertThat(page.locator("#state")).containsText("3 items");
    judge(page, "framework");
    page.locator("#words").fill("supervise");
    page.locator("#words").press("Enter");
    assertThat(page.locator("#state .roll li")).hasCount(1);
    page.locator("form[action$='/archive'] button").press("Enter");
    assertThat(page.locator(".notice.warn")).isVisible();
    judge(page, "archived");
    page.locator("form[action$='/restore'] button").press("Enter");
    page.locator("a[href^='/admin/frameworks?']").press("Enter");
    assertThat(page.locator("table.table")).containsText("European Commission");
    judge(page, "list");
  }

  private static void picks(Page page, String form) throws Exception {
    page.navigate(form);
    page.locator("body[data-live]").waitFor();
    page.locator("#name").fill("Band leader");
    page.locator("#description").fill("Leads a band.");
    page.locator("#criteria").fill("Led a band for a year.");
    Keyboard keyboard = new Keyboard(page);
    Locator search = page.locator("#alignmentSearch");
    page.locator("details:has(#alignmentSearch) > summary").focus();
    keyboard.press("Enter").reach("Search in frameworks").type("musical manage");
    Locator suggestion = page.locator(".suggestion");
    assertThat(suggestion).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    judge(page, "suggestions");
    search.focus();
    keyboard
        .press("Tab")
        .lands("manage musical staff")
        .press("Enter")
        .lands("Search in frameworks");
    assertThat(page.locator("#announcer")).hasText("Added: manage musical staff");
    assertThat(search).hasValue("");
    assertThat(suggestion).hasCount(0);
    Locator rows = page.locator("[data-rows=alignment] > [data-row]");
    assertThat(rows).hasCount(1);
    assertThat(rows.locator("[name=alignmentName]")).hasValue("manage musical staff");
    assertThat(rows.locator("[name=alignmentFramework]")).hasValue("ESCO");
    assertThat(rows.locator("[name=alignmentType]")).hasValue("ext:ESCOAlignment");
    judge(page, "picked");
    page.locator("form.editor button.primary").press("Enter");
    assertThat(page.locator("h1:has-text('Band leader'), h2:has-text('Band leader')").first())
        .isVisible(SOON);
    assertThat(page.locator("[data-rows=alignment] [name=alignmentUrl]"))
        .hasValue("http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab");
  }

  private static void choose(Page page, String name, String content) {
    page.locator("body[data-live]").waitFor();
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static void judge(Page page, String where) {
    Sights.judge(page, "framework-" + where);
  }
}
