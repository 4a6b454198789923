package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner lets an advisor see badges and what comes next; the advisor gets in by a code and
 * nobody by the link alone; the learner reads what was opened, and ends it.
 */
@ArquillianTest
@RunAsClient
class AdvisorBrowserIT extends InChromium {

  private static final Pattern LINK = Pattern.compile("http\\S+(/advising/[0-9a-f-]{36})");
  private static final Caller CALLER = new Caller(Campuses.tool());
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private final String mailbox = "deniz-" + UUID.randomUUID() + "@advice.example";

  @Test
  void anAdvisorSeesWhatALearnerLetsThemSee() throws InterruptedException {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse first = BadgeCourse.make(campus, "First step with advice");
    BadgeCourse second = BadgeCourse.make(campus, "Second step with advice");
    first.switchOn();
    second.switchOn();
    try (BrowserContext staff = StaffPeople.browser(chromium);
        BrowserContext elsewhere = StaffPeople.browser(chromium);
        CampusBrowser browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page operator = Administrator.enter(staff);
      PathwayBrowserIT.makePath(operator, first.badgeClass, second.badgeClass);
      Person ada = first.learnerWhoIsDone("Ada");
      campus.school().enrol(second.course, ada, Role.LEARNER);
      Page backpack = browser.claim(first, ada);

      grant(backpack);
      String link = found(LINK, OutboxReader.message(operator, mailbox, LINK));
      Page advisor = elsewhere.pages().get(0);
      enter(advisor, operator, link);
      looks(advisor);
      theLinkAloneOpensNothing(link);
      whatIsOpenOpensNothingElse(backpack, advisor);
      backpack.navigate(Campuses.tool() + link.replace("/advising/", "/backpack/advisors/"));
      readsTheLogAndEndsIt(backpack);

      Response over = advisor.navigate(Campuses.tool() + link);
      assertThat(over.status()).isEqualTo(410);
      assertThat(advisor.locator("main")).not().containsText("Badge First step");
      Sights.judge(advisor, "advisor-over");
    }
  }

  private void grant(Page page) {
    page.locator("a[href='/backpack/advisors']").press("Enter");
    assertThat(page.locator(".empty")).isVisible(SOON);
    Sights.judge(page, "advisors-none");
    page.locator(".empty a.button").press("Enter");
    page.locator("form[action='/backpack/advisors'] button.primary").press("Enter");
    for (String field : new String[] {"advisor", "email", "purpose"}) {
      assertThat(page.locator("#" + field + "-error")).isVisible(SOON);
    }
    Sights.judge(page, "advisor-form-faults");
    fill(page, "Electives for next year");
    assertThat(page.locator("#log + p")).hasText("Nothing yet.");
    Sights.judge(page, "advisor-granted");
  }

  private void fill(Page page, String purpose) {
    page.locator("#advisor").fill("Dr. Deniz");
    page.locator("#email").fill(mailbox);
    page.locator("#purpose").fill(purpose);
    page.locator("form[action='/backpack/advisors'] button.primary").press("Enter");
    assertThat(page.locator("h1")).containsText("Dr. Deniz", SOON_IN);
  }

  /** The same learner, the same mailbox, another grant. */
  private void whatIsOpenOpensNothingElse(Page learner, Page advisor) {
    learner.navigate(Campuses.tool() + "/backpack/advisors/new");
    fill(learner, "An internship");
    advisor.navigate(Campuses.tool() + "/advising/" + StaffPeople.id(learner));
    assertThat(advisor.locator("form[action$='/ask'] button")).isVisible(SOON);
    assertThat(advisor.locator("main")).not().containsText("internship");
  }

  private void enter(Page page, Page operator, String link) throws InterruptedException {
    page.navigate(Campuses.tool() + link);
    assertThat(page.locator("main")).not().containsText("Ada");
    Sights.judge(page, "advisor-door");
    page.locator("form[action$='/ask'] button").press("Enter");
    page.locator("#code").fill("WRONG");
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#code-error")).isVisible(SOON);
    assertThat(page.locator("main")).not().containsText(mailbox);
    Sights.judge(page, "advisor-code");
    page.locator("#code").fill(OutboxReader.code(operator, mailbox));
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("h1")).containsText("What Ada Learner has learnt", SOON_IN);
  }

  private static void looks(Page page) {
    assertThat(page.locator("main")).containsText("Electives for next year");
    assertThat(page.locator(".journey li.next")).containsText("Badge Second step with advice");
    Sights.judge(page, "advisor-sees");
    page.locator(".tile a").press("Enter");
    assertThat(page.locator("article h1")).hasText("Badge First step with advice");
    Sights.judge(page, "advisor-sees-badge");
  }

  private static void theLinkAloneOpensNothing(String link) {
    HttpResponse<String> forwarded = CALLER.get(link, "Accept", "text/html");
    assertThat(forwarded.statusCode()).isEqualTo(200);
    assertThat(forwarded.body()).doesNotContain("Ada", "First step", "Deniz", "Electives");
    assertThat(forwarded.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(forwarded.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
  }

  private static void readsTheLogAndEndsIt(Page page) {
    assertThat(page.locator("section[aria-labelledby=log] li")).hasCount(3);
    assertThat(page.locator("section[aria-labelledby=log]"))
        .containsText("opened the badge Badge First step with advice");
    Sights.judge(page, "advisor-log");
    page.locator("details summary").press("Enter");
    page.locator("form[action$='/prolong'] button").press("Enter");
    assertThat(page.locator(".pill.good")).isVisible(SOON);
    page.locator("body[data-live]").waitFor();
    page.locator("form[action$='/end'] button").press("Enter");
    page.locator("#confirmation button[value=yes]").press("Enter");
    assertThat(page.locator("main")).containsText("They see nothing any more", SOON_IN);
    Sights.judge(page, "advisor-ended");
    page.navigate(Campuses.tool() + "/backpack/advisors");
    assertThat(page.locator(".roll .pill").last()).hasText("Ended");
    Sights.judge(page, "advisors");
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
