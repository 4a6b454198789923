package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * An administrator gives an institution a type and a theme of its own, with the keyboard alone but
 * for choosing a file, and everybody finds them in the legend.
 */
@ArquillianTest
@RunAsClient
class TypesAndThemesBrowserIT {

  private static final String LOGO =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="45"
      fill="#ffd54a"/><path d="M30 50l15 15 27-30" fill="none" stroke="#1b2433"
      stroke-width="9"/></svg>""";

  @Test
  void makesATypeAndAThemeThatEverybodyCanRead() throws Exception {
    try (Chromium chromium = new Chromium();
        BrowserContext context =
            chromium.open(
                CookieRule.PARTITIONED,
                Campuses.tool(),
                Campuses.of(Personality.MOODLE).base(),
                1200,
                ColorScheme.LIGHT)) {
      Page page = Administrator.enter(context);
      page.navigate(Campuses.tool() + "/admin/badges");
      page.locator("a[href^='/admin/types-and-themes']").press("Enter");
      page.locator("#types").waitFor();
      judge(page, "types-and-themes");
      makesAType(page);
      makesATheme(page);
      switchesOffAndOn(page);
      page.locator("a[href^='/legend?']").press("Enter");
      page.locator("figure.diagram").waitFor();
      assertThat(page.locator("main")).containsText("Micro-credential");
      assertThat(page.locator("main")).containsText("a sun, green");
      assertThat(page.locator("main")).containsText("Sustainability");
      assertThat(page.locator("main")).containsText("Drawn with a picture of its own.");
      judge(page, "legend");
    }
  }

  private static void makesAType(Page page) throws Exception {
    Keyboard keyboard = new Keyboard(page);
    page.locator("a[href$='/new']").first().press("Enter");
    page.locator("form.editor").waitFor();
    live(page);
    judge(page, "type");
    page.locator("form.editor .primary").press("Enter");
    page.locator(".notice.bad").waitFor();
    judge(page, "type-faults");
    page.locator("[name='name.en']").focus();
    keyboard.type("Micro-credential").press("Tab").type("A small course with a test.");
    keyboard.press("Tab").type("Microcredential");
    page.locator("[name=shape]:checked").focus();
    while (!page.locator("[name=shape]:checked").inputValue().equals("sun")) {
      keyboard.press("ArrowDown");
    }
    assertThat(page.locator("[data-preview]")).hasAttribute("src", Pattern.compile("shape=sun"));
    assertThat(page.locator("[data-preview]"))
        .hasAttribute("src", Pattern.compile("word=Micro-credential"));
    Waiting.until("the drawing", () -> drawn(page, "[data-preview]"));
    judge(page, "type-filled");
    page.locator("form.editor .primary").press("Enter");
    page.locator(".notice.good").waitFor();
    assertThat(page.locator("#types")).containsText("Micro-credential");
  }

  private static void makesATheme(Page page) throws Exception {
    page.locator("#themes a[href$='/new']").press("Enter");
    page.locator("form.editor").waitFor();
    live(page);
    judge(page, "theme");
    page.locator("[name='name.en']").fill("Sustainability");
    page.locator("[name='meaning.en']").fill("Leaving the world no worse.");
    page.locator("[name=pictogram][value=leaf]").check();
    choose(page, "logo.svg", LOGO.replace("<circle", "<script>alert(1)</script><circle"));
    assertThat(page.locator("#picture-error")).containsText("script");
    judge(page, "theme-unsafe");
    choose(page, "not-a-picture.png", LOGO);
    page.locator("[name=artwork]").waitFor();
    assertThat(page.locator("[data-preview]"))
        .hasAttribute("src", Pattern.compile("artwork=[0-9a-f-]{36}"));
    Waiting.until("the drawing", () -> drawn(page, "[data-preview]"));
    judge(page, "theme-filled");
    String artwork = "/artwork/" + page.locator("[name=artwork]").inputValue() + ".png";
    page.locator("form.editor .primary").press("Enter");
    page.locator(".notice.good").waitFor();
    Waiting.until("the marks", () -> drawn(page, "#themes li:last-child img"));
    judge(page, "types-and-themes-own");
    APIResponse served = page.request().get(Campuses.tool() + artwork);
    assertThat(served.headers().get("content-type")).isEqualTo("image/png");
    assertThat(served.headers().get("content-security-policy")).contains("default-src 'none'");
    assertThat(served.headers().get("x-content-type-options")).isEqualTo("nosniff");
  }

  private static void switchesOffAndOn(Page page) {
    page.locator("#types button[aria-label='Switch off: Pathway']").press("Enter");
    page.locator("#types .pill").waitFor();
    page.locator("#types button[aria-label='Switch on: Pathway']").press("Enter");
    page.locator("#types button[aria-label='Switch off: Pathway']").waitFor();
    page.locator("#types button[aria-label='Move forward: Micro-credential']").press("Enter");
    page.locator("#types li:nth-child(3):has-text('Micro-credential')").waitFor();
  }

  private static void choose(Page page, String name, String content) {
    page.locator("#picture")
        .setInputFiles(
            new FilePayload(
                name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static void live(Page page) {
    page.locator("body[data-live]").waitFor();
  }

  private static boolean drawn(Page page, String image) {
    return Boolean.TRUE.equals(
        page.locator(image).evaluate("e => e.complete && e.naturalWidth > 0"));
  }

  private static void judge(Page page, String where) {
    see(page, where, 1200, ColorScheme.LIGHT);
    see(page, where, 320, ColorScheme.DARK);
    page.setViewportSize(1200, 900);
  }

  private static void see(Page page, String where, int width, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.setViewportSize(width, 900);
    Accessibility.check(page, where + ", " + width);
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as(where).isLessThanOrEqualTo(width);
    Administrator.picture(page, "drawing-" + where + "-" + width);
  }
}
