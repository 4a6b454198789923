package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A learner brings a badge that the library of somebody else issued, and takes it along. */
@ArquillianTest
@RunAsClient
class ImportBadgeBrowserIT extends InChromium {

  private static final String GO = "form[data-file-to] button.primary";
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  private static final LocatorAssertions.HasCountOptions SOON_COUNT =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);

  /** Of the examples of did:key. */
  private static final String SOMEBODY = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";

  private final String home = "eve-" + UUID.randomUUID() + "@home.example";

  @Test
  void aLearnerKeepsABadgeFromElsewhere() throws Exception {
    Verifiers others = Verifiers.install();
    String badge = others.issueEndorsedByTokens(home);
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Brought from elsewhere");
    course.switchOn();
    Person eve = course.learnerWhoIsDone("Eve");
    try (BrowserContext staff = StaffPeople.browser(chromium);
        var browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page operator = Administrator.enter(staff);
      Page page = browser.claim(course, eve);
      List<String> loaded = new CopyOnWriteArrayList<>();
      page.onRequest(request -> loaded.add(request.url()));
      page.locator("a[href='/backpack/elsewhere']").press("Enter");
      assertThat(page.locator(".empty")).isVisible(SOON);
      Sights.judge(page, "elsewhere-empty");

      paste(page, badge, "NOT_YOURS");
      assertThat(page.locator("#badge")).hasValue(badge);
      Sights.judge(page, "elsewhere-not-yours");
      addAddress(page, operator);
      refuses(page, badge, others.issue("bob@home.example"));
      paste(page, others.issueTo(SOMEBODY), "NOT_YOUR_KEY");
      Sights.judge(page, "elsewhere-not-your-key");
      page.navigate(Campuses.tool() + "/backpack/elsewhere");
      keep(page, badge);
      lookAgain(page, badge);
      takeAlong(page);
      remove(page);
      assertThat(loaded).allMatch(url -> url.startsWith(Campuses.tool().toString()));
    }
  }

  private void addAddress(Page page, Page operator) throws InterruptedException {
    page.navigate(Campuses.tool() + "/backpack/ways");
    page.locator("#email").fill(home);
    page.locator("form[action='/backpack/ways/address'] button").press("Enter");
    page.locator("#code").fill(OutboxReader.code(operator, home));
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("Added", SOON_IN);
  }

  private static void refuses(Page page, String badge, String bobs) {
    page.navigate(Campuses.tool() + "/backpack/elsewhere");
    paste(page, badge.replace("Welds", "Welded"), "INVALID");
    assertThat(page.locator("li[data-probe=SIGNATURE][data-outcome=FAILED]")).isVisible(SOON);
    Sights.judge(page, "elsewhere-altered");
    paste(page, bobs, "NOT_YOURS");
    paste(page, "https://127.0.0.2/badge", "UNCHECKED");
    paste(page, "hello", "UNREADABLE");
    file(page, new byte[(1 << 20) + 1]);
    assertThat(page.locator("#outcome")).containsText("larger than 1,024 KB", SOON_IN);
    page.navigate(Campuses.tool() + "/backpack/elsewhere");
    assertThat(page.locator(".empty")).isVisible(SOON);
  }

  private static void keep(Page page, String badge) throws Exception {
    file(page, badge.getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("#outcome [data-state=VALID]")).hasCount(1, SOON_COUNT);
    assertThat(page.locator("#outcome li[data-outcome=FAILED]")).hasCount(0);
    assertThat(page.locator("#look")).isFocused();
    endorsements(page);
    Sights.judge(page, "elsewhere-look");
    page.locator("form[action$='/keep'] button").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("in your backpack", SOON_IN);
    assertThat(page.locator("h1")).hasText("Welding");
    assertThat(page.locator("main")).containsText("the issuer is only a key");
    assertThat(page.locator(".pill[data-state=VALID]")).hasText("Verified");
    assertThat((boolean) page.evaluate("document.querySelector('.badge-image').naturalWidth > 0"))
        .isTrue();
    endorsements(page);
    Sights.judge(page, "elsewhere-kept");
    Download original =
        page.waitForDownload(() -> page.locator("a[href$='/original']").press("Enter"));
    assertThat(original.suggestedFilename()).matches("badge-[0-9a-f-]{36}\\.json");
    assertThat(Files.readString(original.path())).isEqualTo(badge);
  }

  /** Who speaks for it, what they say, and whether they did; with when that was checked. */
  private static void endorsements(Page page) {
    Locator section = page.locator("section[aria-labelledby=endorsements]");
    assertThat(section.locator("time")).hasCount(1);
    Locator holds = section.locator("[data-endorsement=WARNING]");
    assertThat(holds).containsText("the Welding Association");
    assertThat(holds.locator("blockquote")).containsText("for four study points");
    Locator changed = section.locator("[data-endorsement=FAILED]");
    assertThat(changed.locator("blockquote")).containsText("at double pay");
    assertThat(changed).containsText("It does not fit");
  }

  private static void lookAgain(Page page, String badge) {
    page.locator("form[action$='/check'] button").press("Enter");
    assertThat(page.locator(".notice.info")).containsText("Checked", SOON_IN);
    endorsements(page);
    page.navigate(Campuses.tool() + "/backpack/elsewhere");
    assertThat(page.locator(".grid .tile")).hasCount(1);
    Sights.judge(page, "elsewhere-list");
    file(page, badge.getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("#outcome .notice.info")).containsText("already", SOON_IN);
    page.navigate(Campuses.tool() + "/backpack");
    assertThat(page.locator("section[aria-labelledby=elsewhere] .tile")).hasCount(1);
    assertThat(page.locator("section[aria-labelledby=badges] .tile")).hasCount(1);
    Sights.judge(page, "backpack-with-elsewhere");
  }

  private static void takeAlong(Page page) {
    page.navigate(Campuses.tool() + "/backpack/kit");
    assertThat(page.locator("main")).containsText("1 badge from elsewhere", SOON_IN);
    Sights.judge(page, "take-elsewhere-along");
    Download kit = page.waitForDownload(() -> page.locator("main button.primary").press("Enter"));
    assertThat(kit.path().toFile().length()).isGreaterThan(50_000);
  }

  private static void remove(Page page) {
    page.navigate(Campuses.tool() + "/backpack/elsewhere");
    page.locator(".tile a").press("Enter");
    page.locator("body[data-live]").waitFor();
    page.locator("form[action$='/remove'] button").press("Enter");
    page.locator("#confirmation button[value=yes]").press("Enter");
    assertThat(page.locator(".empty")).isVisible(SOON);
  }

  private static void paste(Page page, String text, String refusal) {
    page.locator("#badge").fill(text);
    page.locator(GO).press("Enter");
    assertThat(page.locator("[data-refusal=" + refusal + "]")).isVisible(SOON);
  }

  private static void file(Page page, byte[] bytes) {
    page.locator("#badge").fill("");
    page.locator("#file").setInputFiles(new FilePayload("badge.json", "application/json", bytes));
    page.locator(GO).press("Enter");
  }
}
