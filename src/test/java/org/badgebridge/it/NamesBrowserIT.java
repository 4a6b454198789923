package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner asks for another name and the school grants it; the public page at the same address
 * shows it at once, the signed badge is the same, and what the LMS tells changes nothing.
 */
@ArquillianTest
@RunAsClient
class NamesBrowserIT extends InChromium {

  private static final Pattern INSTITUTION = Pattern.compile("institution=([0-9a-f-]{36})");
  private static final Caller CALLER = new Caller(Campuses.tool());
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @Test
  void aNewNameStandsAtTheSameAddress() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Renamed");
    course.switchOn();
    Person learner = course.learnerWhoIsDone("Formerly");
    String address = "/assertions/" + course.claim(learner);
    try (BrowserContext staff = StaffPeople.browser(chromium);
        CampusBrowser browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page operator = Administrator.enter(staff);
      Page page = publish(browser, course, learner);
      assertThat(CALLER.get(address, "Accept", "text/html").body()).contains("Formerly Learner");
      String signed = CALLER.get(address + ".json").body();
      assertThat(signed).doesNotContain("Formerly");

      ask(page, "Noah Learner");
      deny(operator, course);
      page.navigate(Campuses.tool() + "/backpack/names");
      assertThat(page.locator(".notice.warn")).containsText("Bring your passport", SOON_IN);
      Sights.judge(page, "name-denied");
      ask(page, "Nova Learner");
      grant(operator, course);

      String shown = CALLER.get(address, "Accept", "text/html").body();
      assertThat(shown).contains("Nova Learner").doesNotContain("Formerly");
      assertThat(CALLER.get(address + ".json").body()).isEqualTo(signed);

      course.open(learner); // the LMS still tells the former name
      assertThat(CALLER.get(address, "Accept", "text/html").body()).doesNotContain("Formerly");
      page.navigate(Campuses.tool() + "/backpack/names");
      assertThat(page.locator("main")).containsText("Your school corrected it", SOON_IN);
      assertThat(page.locator("main")).not().containsText("Formerly");
      Sights.judge(page, "name-corrected");
    }
  }

  private static Page publish(CampusBrowser browser, BadgeCourse course, Person learner) {
    browser.signIn(learner);
    browser.open(course.course, course.activity());
    Page page = browser.openBackpack();
    page.locator(".tile a").press("Enter");
    page.locator("body[data-live]").waitFor();
    page.locator("form[action$='/publish'] button").press("Enter");
    page.locator("#confirmation .primary").press("Enter");
    assertThat(page.locator("#public-link")).isVisible(SOON);
    return page;
  }

  private static void ask(Page page, String name) {
    page.navigate(Campuses.tool() + "/backpack/names");
    assertThat(page.locator("main")).containsText("Formerly Learner", SOON_IN);
    page.locator("main form.stack input[name=name]").fill("Formerly Learner");
    page.locator("main form.stack button").press("Enter");
    assertThat(page.locator(".error")).isVisible(SOON);
    Sights.judge(page, "name-fault");
    page.locator("main form.stack input[name=name]").fill(name);
    page.locator("main form.stack button").press("Enter");
    assertThat(page.locator(".notice.info")).containsText(name, SOON_IN);
    Sights.judge(page, "name-asked");
  }

  private static void deny(Page page, BadgeCourse course) {
    requests(page, course);
    page.locator(".roll details summary").press("Enter");
    page.locator("form[action$='/deny'] button").press("Enter");
    assertThat(page.locator(".error")).isVisible(SOON);
    Sights.judge(page, "name-denied-without-reason");
    page.locator("form[action$='/deny'] textarea").fill("Bring your passport.");
    page.locator("form[action$='/deny'] button").press("Enter");
    assertThat(page.locator(".empty")).isVisible(SOON);
  }

  private static void grant(Page page, BadgeCourse course) {
    requests(page, course);
    assertThat(page.locator(".roll li")).containsText("Nova Learner", SOON_IN);
    assertThat(page.locator(".roll li")).containsText("Formerly Learner");
    Sights.judge(page, "name-requests");
    page.locator("form[action$='/grant'] button").press("Enter");
    assertThat(page.locator(".empty")).isVisible(SOON);
    Sights.judge(page, "name-requests-none");
  }

  private static void requests(Page page, BadgeCourse course) {
    page.navigate(Campuses.tool() + "/admin/badges/" + course.badgeClass);
    String link =
        page.locator("a[href^='/admin/badges?institution=']").first().getAttribute("href");
    page.navigate(Campuses.tool() + "/admin/institutions/" + Frame.found(INSTITUTION, link));
    page.locator("a[href^='/admin/names/']").press("Enter");
    assertThat(page.locator(".roll li")).isVisible(SOON);
  }
}
