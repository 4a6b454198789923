package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Badge classes from the form to the catalogue: every field, faults beside their fields, a path of
 * badges, other languages, blocks for other pages; and a lecturer who changes theirs in the frame.
 */
@ArquillianTest
@RunAsClient
class BadgeClassBrowserIT {

  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void makesBadgesThatEverybodyFinds() throws Exception {
    try (Chromium chromium = new Chromium();
        BrowserContext context = context(chromium)) {
      Page page = Administrator.enter(context);
      String first = makesACompetency(page);
      String second = makesAnAchievement(page, "Peer Mentor " + RUN);
      String path = makesAPathway(page, first, second);
      page.navigate(Campuses.tool() + "/badges/" + path);
      assertThat(page.locator("ol.path > li")).hasCount(2);
      judge(page, "badge-pathway");
      searches(page, first);
      embeds(page, first);
      readsInDutch(page, first);
    }
  }

  private static BrowserContext context(Chromium chromium) {
    return chromium.open(
        CookieRule.PARTITIONED,
        Campuses.tool(),
        Campuses.of(Personality.MOODLE).base(),
        1200,
        ColorScheme.LIGHT);
  }

  private static String makesACompetency(Page page) throws Exception {
    blank(page);
    judge(page, "badge-new");
    page.locator("#name").fill("Data Literacy " + RUN);
    page.locator("#description").fill("Reads, questions and explains data.");
    page.locator("#criteria").fill("- Pass the **test**");
    page.locator("[name=type][value=competency]").check();
    Keyboard keyboard = new Keyboard(page);
    unfold(page, "skills");
    page.locator("#skills").focus();
    keyboard.type("Data analysis " + RUN + "\nCritical thinking");
    page.locator("[data-add=alignment]").press("Enter");
    keyboard.lands("Name").type("manage data").press("Tab").type("not an address");
    unfold(page, "languages");
    page.locator("[data-add-key]").selectOption("nl");
    page.locator("[data-add=translation]").press("Enter");
    keyboard.lands("Name").type("Datageletterdheid " + RUN);
    unfold(page, "awarding");
    page.locator("#validity").fill("2");
    page.locator("[name=publish]").check();
    judge(page, "badge-filled");
    page.locator("form.editor .primary").press("Enter");
    page.locator(".notice.bad").waitFor();
    keyboard.lands("Address (URL)"); // the first field with a fault
    assertThat(page.locator("form.editor")).containsText("Give a full web address");
    assertThat(page.locator("form.editor")).containsText("Choose how it is assessed");
    judge(page, "badge-faults");
    page.locator("[name=alignmentUrl]").fill("http://data.europa.eu/esco/skill/1");
    page.locator("[name=assessment][value=TEST]").check();
    return made(page);
  }

  private static String makesAnAchievement(Page page, String name) {
    blank(page);
    page.locator("#name").fill(name);
    page.locator("#description").fill("Helps others to begin.");
    page.locator("#criteria").fill("Mentor two students.");
    page.locator("[name=publish]").check();
    return made(page);
  }

  private static String makesAPathway(Page page, String first, String second) throws Exception {
    blank(page);
    page.locator("#name").fill("Leadership Award " + RUN);
    page.locator("#description").fill("Leads with data and with people.");
    page.locator("#criteria").fill("Walk the path.");
    page.locator("[name=type][value=pathway]").check();
    page.locator("[name=publish]").check();
    page.locator("form.editor .primary").press("Enter");
    page.locator(".notice.bad").waitFor();
    assertThat(page.locator("#section-pathway")).containsText("Make the path");
    step(page, 0, "Data", "data lit", first);
    step(page, 1, "People", "mentor", second);
    page.locator("[name=ordered]").check();
    judge(page, "badge-path-form");
    return made(page);
  }

  private static void step(Page page, int row, String title, String words, String badge) {
    page.locator("[data-add=step]").press("Enter");
    Locator step = page.locator("[data-rows=step] > fieldset").nth(row);
    step.locator("[name=stepTitle]").fill(title);
    step.locator("[data-pick]").pressSequentially(words);
    step.locator("[data-picked='" + badge + "']").press("Enter");
    assertThat(step.locator("[data-chosen] > li")).hasCount(1);
  }

  private static void searches(Page page, String badge) {
    page.navigate(Campuses.tool() + "/catalogue");
    judge(page, "catalogue");
    page.locator("#words").fill("datagel " + RUN);
    page.locator(".filters .primary").press("Enter");
    page.waitForURL(url -> url.contains("words="));
    assertThat(page.locator(".shelf > li")).hasCount(1);
    assertThat(page.locator(".shelf a")).hasAttribute("href", "/badges/" + badge);
    page.navigate(Campuses.tool() + "/catalogue?words=nothing-like-this");
    assertThat(page.locator(".empty")).isVisible();
    judge(page, "catalogue-empty");
    page.navigate(Campuses.tool() + "/badges/" + badge);
    judge(page, "badge-public");
    page.locator(".chips a").first().press("Enter");
    page.waitForURL(url -> url.contains("skill="));
    assertThat(page.locator(".shelf > li")).hasCount(1);
  }

  private static void embeds(Page page, String badge) {
    String address = Campuses.tool() + "/badges/" + badge;
    APIResponse oembed =
        page.request()
            .get(
                Campuses.tool()
                    + "/oembed?url="
                    + URLEncoder.encode(address, StandardCharsets.UTF_8));
    assertThat(oembed.status()).isEqualTo(200);
    assertThat(oembed.text()).contains("\"type\":\"rich\"", "/embed?badge=" + badge);
    assertThat(page.request().get(Campuses.tool() + "/oembed?url=https://evil.example/").status())
        .isEqualTo(404);
    APIResponse block = page.request().get(Campuses.tool() + "/embed?badge=" + badge);
    assertThat(block.headers().get("content-security-policy")).contains("frame-ancestors *");
    assertThat(block.headers()).doesNotContainKey("set-cookie");
    page.navigate(Campuses.tool() + "/embed?badge=" + badge);
    judge(page, "embed");
    APIResponse data = page.request().get(address + "/versions/1.json");
    assertThat(data.text()).contains("\"version\":\"1\"", "manage data", "\"tag\"");
    assertThat(page.request().get(address + "/card.png").headers().get("content-type"))
        .isEqualTo("image/png");
  }

  private static void readsInDutch(Page page, String badge) {
    APIResponse dutch =
        page.request()
            .get(
                Campuses.tool() + "/badges/" + badge,
                RequestOptions.create().setHeader("Accept-Language", "nl"));
    assertThat(dutch.text()).contains("<html lang=\"nl\"", "Datageletterdheid " + RUN);
  }

  @Test
  void letsALecturerChangeTheirBadgeInTheFrame() {
    try (Chromium chromium = new Chromium()) {
      SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
      String title = "Frame " + UUID.randomUUID();
      try (LecturerBrowser lecturer = new LecturerBrowser(chromium, lms)) {
        lecturer.addBadge(title, LecturerBrowser.Evidence.RESTRICTION);
        FrameLocator frame = lecturer.open(title);
        CampusBrowser.press(frame, "Change the badge");
        frame.locator("#description").fill("Weighs sources, and says so.");
        frame.locator("#criteria").fill("");
        CampusBrowser.press(frame, "Save");
        assertThat(frame.getByText("Say what has to be done")).isVisible();
        frame.locator("#criteria").fill("Weigh three sources.");
        CampusBrowser.press(frame, "Save");
        assertThat(frame.getByText("The badge is saved.")).isVisible();
        CampusBrowser.press(frame, "Change the badge");
        assertThat(frame.locator("#description")).hasValue("Weighs sources, and says so.");
      }
    }
  }

  private static void blank(Page page) {
    page.navigate(Campuses.tool() + "/admin/badges");
    page.locator("a[href^='/admin/badges/new']").press("Enter");
    page.locator("form.editor").waitFor();
    page.locator("body[data-live]").waitFor();
  }

  private static void unfold(Page page, String section) {
    page.locator("#section-" + section + " > summary").press("Enter");
  }

  private static String made(Page page) {
    page.locator("form.editor .primary").press("Enter");
    page.waitForURL(Pattern.compile("/admin/badges/[0-9a-f-]{36}"));
    String url = page.url();
    return url.substring(url.lastIndexOf('/') + 1).substring(0, 36);
  }

  private static void judge(Page page, String where) {
    for (int width : List.of(1200, 320)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT)
              .setReducedMotion(ReducedMotion.REDUCE));
      page.setViewportSize(width, 900);
      Accessibility.check(page, where + ", " + width);
      Object wide = page.evaluate("document.documentElement.scrollWidth");
      assertThat(((Number) wide).intValue()).as(where).isLessThanOrEqualTo(width);
      Administrator.picture(page, where + "-" + width);
    }
    page.setViewportSize(1200, 900);
  }
}
