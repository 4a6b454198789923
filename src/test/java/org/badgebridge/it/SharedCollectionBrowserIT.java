package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner shows a collection of private badges by a link: who has it sees what was chosen and no
 * more, search engines keep out, and once it is over nobody learns that it ever was.
 */
@ArquillianTest
@RunAsClient
class SharedCollectionBrowserIT extends InChromium {

  private static final Caller CALLER = new Caller(Campuses.tool());
  private static final Pattern MEMBER = Pattern.compile("href=\"(/shared/[^\"]+/badges/[^\"]+)\"");
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @Test
  void aLinkShowsWhatWasChosenForAsLongAsItsOwnerWants() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Collected");
    course.switchOn();
    Person learner = course.learnerWhoIsDone("Wilhelmina");
    String badge = course.claim(learner);
    try (CampusBrowser browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page page = backpack(browser, course, learner);
      String collection = collect(page);
      String link = share(page);

      String member = readByAStranger(link);
      page.navigate(Campuses.tool() + collection + "/links");
      assertThat(page.locator("main")).containsText("Opened once", SOON_IN);
      seenByAStranger(link);
      assertThat(CALLER.get("/assertions/" + badge).statusCode())
          .as("still private")
          .isEqualTo(404);

      page.locator("form[action$='/end'] button").press("Enter");
      assertThat(page.locator("form[action$='/resume'] button")).isVisible(SOON);
      Sights.judge(page, "collection-link-ended");
      String never = "/shared/" + "A".repeat(43);
      for (String each : List.of(link, member, never, never + "/badges/" + badge)) {
        HttpResponse<String> answer = CALLER.get(each);
        assertThat(answer.statusCode()).as(each).isEqualTo(410);
        assertThat(answer.body()).as(each).isEqualTo(CALLER.get(never).body());
      }
      assertThat(CALLER.get(member + "/badge.json").statusCode()).isEqualTo(404);

      page.locator("form[action$='/resume'] button").press("Enter");
      assertThat(page.locator("form[action$='/end'] button")).isVisible(SOON);
      assertThat(CALLER.get(link).statusCode()).isEqualTo(200);
      remove(page, collection);
      assertThat(CALLER.get(link).body()).isEqualTo(CALLER.get(never).body());
    }
  }

  private static Page backpack(CampusBrowser browser, BadgeCourse course, Person learner) {
    browser.signIn(learner);
    browser.open(course.course, course.activity());
    return browser.openBackpack();
  }

  /** Gives its path. */
  private static String collect(Page page) {
    page.navigate(Campuses.tool() + "/backpack/collections");
    page.locator("#name").fill("For Acme");
    page.locator("form:has(#name) button").press("Enter");
    assertThat(page.locator("#badge")).isVisible(SOON);
    String path = URI.create(page.url()).getPath();
    page.navigate(Campuses.tool() + "/backpack/collections");
    assertThat(page.locator("ul.roll")).containsText("For Acme", SOON_IN);
    Sights.judge(page, "collections");
    page.navigate(Campuses.tool() + path + "/links");
    assertThat(page.locator(".empty")).containsText("Put a badge into the collection", SOON_IN);
    Sights.judge(page, "collection-links-empty");
    page.navigate(Campuses.tool() + path);
    page.locator("form:has(#badge) button").press("Enter");
    assertThat(page.locator("ol.roll")).isVisible(SOON);
    Sights.judge(page, "collection-of-private-badges");
    return path;
  }

  /** Gives the path of the link. */
  private static String share(Page page) {
    page.locator("main a[href$='/links']").press("Enter");
    assertThat(page.locator("#label")).isVisible(SOON);
    page.locator("form:has(#label) button").press("Enter");
    assertThat(page.locator("#label-error")).isVisible(SOON);
    page.locator("#label").fill("Recruiter of Globex");
    page.locator("[name=name][value=INITIALS]").check();
    page.locator("form:has(#label) button").press("Enter");
    assertThat(page.locator("#made")).isVisible(SOON);
    Sights.judge(page, "collection-link-made");
    return URI.create(page.locator("#made").innerText()).getPath();
  }

  /** Over HTTP. Gives the path of the badge behind the link. */
  private static String readByAStranger(String link) {
    HttpResponse<String> answer = CALLER.get(link, "User-Agent", "Mozilla/5.0 (X11) Firefox/140.0");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .contains("For Acme", "Badge Collected", "W. L.", "property=\"og:title\"", "noindex")
        .doesNotContain("Wilhelmina", "Globex", "og:image");
    String member = Frame.found(MEMBER, answer.body());
    HttpResponse<String> seen = CALLER.get(member);
    assertThat(seen.body()).contains("W. L.").doesNotContain("Wilhelmina");
    assertThat(seen.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    assertThat(CALLER.get(member + "/badge.json").body()).contains("OpenBadgeCredential");
    assertThat(CALLER.get(link + "/badge.json").statusCode()).isEqualTo(404);
    assertThat(
            CALLER
                .get(link + "/badges/" + "0".repeat(8) + "-0000-4000-8000-000000000000")
                .statusCode())
        .as("not in it")
        .isEqualTo(410);
    assertThat(CALLER.get(link, "User-Agent", "Slackbot 1.0").statusCode()).isEqualTo(200);
    return member;
  }

  private static void seenByAStranger(String link) {
    URI tool = Campuses.tool();
    try (BrowserContext stranger =
        chromium.open(CookieRule.PARTITIONED, tool, tool, 1200, ColorScheme.LIGHT)) {
      Page page = stranger.newPage();
      page.navigate(tool + link);
      assertThat(page.locator("h1")).containsText("For Acme", SOON_IN);
      Sights.judge(page, "collection-behind-a-link");
      page.locator(".shelf a").press("Enter");
      assertThat(page.locator("article h1")).containsText("Badge Collected", SOON_IN);
      Sights.judge(page, "badge-behind-a-collection-link");
      page.locator("main a[href^='/shared/']").first().press("Enter");
      assertThat(page.locator("h1")).containsText("For Acme", SOON_IN);
    }
  }

  private static void remove(Page page, String collection) {
    page.navigate(Campuses.tool() + collection);
    page.locator("body[data-live]").waitFor();
    page.locator("main details summary").last().press("Enter");
    page.locator("form[action$='/remove'] button").last().press("Enter");
    page.locator("#confirmation .primary").press("Enter");
    assertThat(page)
        .hasURL(
            Campuses.tool() + "/backpack/collections",
            new PageAssertions.HasURLOptions().setTimeout(60_000));
  }
}
