package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.login.RealProvider;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner makes their backpack outlive the school: adds an address and a login at a provider of
 * other people, joins the backpack of a second school, and takes everything along.
 */
@ArquillianTest
@RunAsClient
class WaysInBrowserIT extends InChromium {

  private static final LocatorAssertions.HasTextOptions SOON_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private final String home = "eve-" + UUID.randomUUID() + "@home.example";

  @Test
  void aBackpackOutlivesTheSchool() throws Exception {
    RealProvider.install();
    try (BrowserContext staff = StaffPeople.browser(chromium)) {
      Page operator = Administrator.enter(staff);
      String institution = StaffPeople.found(operator, "University of Leavers");
      try (RealProvider provider = RealProvider.start(Campuses.tool() + "/login/" + institution)) {
        setUp(operator, institution, provider);
        learner(operator, Campuses.of(Personality.MOODLE));
      }
    }
  }

  private static void setUp(Page page, String institution, RealProvider provider) {
    page.navigate(Campuses.tool() + "/admin/login/" + institution);
    page.locator("#name").fill("Leavers account");
    page.locator("#issuer").fill("ftp://nowhere");
    page.locator("form.card button.primary").press("Enter");
    assertThat(page.locator("#issuer-error")).isVisible(SOON);
    assertThat(page.locator("#secret-error")).isVisible(SOON);
    Sights.judge(page, "login-set-up-faults");
    page.locator("#issuer").fill(provider.issuer);
    page.locator("#client").fill(RealProvider.CLIENT);
    page.locator("#secret").fill(RealProvider.SECRET);
    page.locator("[name=enabled]").check();
    page.locator("form.card button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).isVisible(SOON);
    Sights.judge(page, "login-set-up");
    page.locator("a[href$='/test']").press("Enter");
    assertThat(page.locator("h1")).hasText("The login works", SOON_TEXT);
    assertThat(page.locator("table")).containsText("ada@home.example");
    Sights.judge(page, "login-tested");
  }

  private void learner(Page operator, Campus campus) throws InterruptedException {
    BadgeCourse first = BadgeCourse.make(campus, "First school");
    BadgeCourse second = BadgeCourse.make(Campuses.of(Personality.CANVAS), "Second school");
    first.switchOn();
    second.switchOn();
    Person eve = first.learnerWhoIsDone("Eve");
    try (var browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page backpack = browser.claim(first, eve);
      addAddress(backpack, operator);
      addLogin(backpack);
      join(browser, backpack, second);
      takeAlong(backpack);
      thinkBetterOfErasing(backpack);
      comeBackByLogin(backpack);
    }
  }

  private void addAddress(Page page, Page operator) throws InterruptedException {
    page.navigate(Campuses.tool() + "/backpack/ways");
    assertThat(page.locator("main")).containsText("So far you get in only by what your school");
    Sights.judge(page, "ways-school-only");
    page.locator("#email").fill("eve");
    page.locator("form[action='/backpack/ways/address'] button").press("Enter");
    assertThat(page.locator("#email-error")).isVisible(SOON);
    page.locator("#email").fill(home);
    page.locator("form[action='/backpack/ways/address'] button").press("Enter");
    page.locator("#code").fill("WRONG");
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#code-error")).isVisible(SOON);
    Sights.judge(page, "ways-code");
    page.locator("#code").fill(OutboxReader.code(operator, home));
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("Added", SOON_IN);
    page.locator("form[action$='/mail'] button").press("Enter");
    assertThat(page.locator("main")).containsText("gets our mail", SOON_IN);
  }

  private static void addLogin(Page page) {
    page.navigate(Campuses.tool() + "/backpack/ways");
    page.locator("a[href$='/begin?link=yes']").last().press("Enter");
    assertThat(page.locator(".notice.good")).containsText("Added", SOON_IN);
    assertThat(page.locator("main")).containsText("ada@home.example");
    Sights.judge(page, "ways");
  }

  /** From a course at another campus, in the same browser. */
  private static void join(CampusBrowser browser, Page page, BadgeCourse second) {
    Person eve = second.learnerWhoIsDone("Eve");
    browser.page().navigate(Campuses.of(Personality.CANVAS).base().toString());
    browser.page().locator("button[name=person][value='" + eve.id() + "']").click();
    browser.page().waitForURL(url -> !url.contains("sign-in"));
    browser
        .page()
        .navigate(
            Campuses.of(Personality.CANVAS)
                .base()
                .resolve("/courses/" + second.course.number())
                .toString());
    browser.page().getByText(second.activity().title()).first().click();
    CampusBrowser.press(browser.tool(), "Claim");
    Page two =
        browser
            .context()
            .waitForPage(() -> CampusBrowser.press(browser.tool(), "Open my backpack"));
    assertThat(two.locator("h1")).hasText("You have two backpacks", SOON_TEXT);
    Sights.judge(two, "two-backpacks");
    two.locator("form[action='/backpack/ways/join'] button").press("Enter");
    assertThat(two.locator(".notice.good")).containsText("one backpack now", SOON_IN);
    Sights.judge(two, "ways-joined");
    two.close();
    page.navigate(Campuses.tool() + "/backpack");
    assertThat(page.locator(".grid .tile")).hasCount(2);
    assertThat(page.locator("a[href='/backpack/ways']")).isVisible(SOON);
  }

  private static void takeAlong(Page page) {
    page.locator("a[href='/backpack/kit']").press("Enter");
    assertThat(page.locator("main")).containsText("2 badges", SOON_IN);
    Sights.judge(page, "take-along");
    Download kit = page.waitForDownload(() -> page.locator("main button.primary").press("Enter"));
    assertThat(kit.suggestedFilename()).matches("badges-\\d{4}-\\d{2}-\\d{2}\\.zip");
    assertThat(kit.path().toFile().length()).isGreaterThan(100_000);
  }

  private static void thinkBetterOfErasing(Page page) {
    page.navigate(Campuses.tool() + "/backpack/data");
    Sights.judge(page, "data");
    Download everything =
        page.waitForDownload(
            () -> page.locator("form[action$='/everything.json'] button").press("Enter"));
    assertThat(everything.suggestedFilename()).isEqualTo("everything-about-me.json");
    page.locator("body[data-live]").waitFor();
    page.locator("form[action$='/erase'] button").press("Enter");
    page.locator("#confirmation button[value=yes]").press("Enter");
    assertThat(page.locator(".notice.warn")).isVisible(SOON);
    Sights.judge(page, "data-waiting");
    String receipt = page.locator("a[href*='/erasures/']").getAttribute("href");
    page.navigate(receipt);
    assertThat(page.locator(".notice.warn")).containsText("Will be done", SOON_IN);
    page.navigate(Campuses.tool() + "/backpack/data");
    page.locator("form[action$='/keep'] button").press("Enter");
    assertThat(page.locator("form[action$='/erase'] button")).isVisible(SOON);
    page.navigate(receipt);
    assertThat(page.locator(".notice")).containsText("Called off", SOON_IN);
    Sights.judge(page, "erasure-called-off");
  }

  private static void comeBackByLogin(Page page) {
    page.navigate(Campuses.tool() + "/backpack");
    page.locator("form[action='/backpack/leave'] button").press("Enter");
    page.navigate(Campuses.tool() + "/backpack/sign-in");
    Sights.judge(page, "sign-in-with-login");
    page.locator("a[href$='/begin']").last().press("Enter");
    page.waitForURL("**/backpack");
    assertThat(page.locator(".grid .tile")).hasCount(2);
  }
}
