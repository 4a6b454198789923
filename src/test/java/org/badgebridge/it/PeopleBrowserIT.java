package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator finds a learner, has them erased for a reason, and thinks better of it. */
@ArquillianTest
@RunAsClient
class PeopleBrowserIT extends InChromium {

  @Test
  void aLearnerIsFoundErasedForAReasonAndKeptAfterAll() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "People");
    Person learner = made.learnerWhoIsDone("Quintessa");
    try (Visitor visitor = new Visitor(chromium, campus, "en");
        BrowserContext staff = StaffPeople.browser(chromium)) {
      visitor.as(learner).launch(made.course, made.activity());
      Page page = Administrator.enter(staff);
      page.navigate(Campuses.tool() + "/admin/institutions");
      page.locator("main .roll a", new Page.LocatorOptions().setHasText("Demo University"))
          .first()
          .press("Enter");
      page.locator("a[href^='/admin/people/']").press("Enter");
      find(page, "nobody-of-that-name");
      assertThat(page.locator("section[aria-labelledby=found]"))
          .containsText("Nobody goes by these words");
      find(page, "quintessa");
      assertThat(page.locator("section[aria-labelledby=found] .roll")).containsText("Quintessa");
      Sights.judge(page, "people");
      page.locator(".roll a").first().press("Enter");
      assertThat(page.locator("h1")).containsText("Quintessa");

      erase(page);
      assertThat(page.locator("#ground-error")).isVisible();
      Sights.judge(page, "person-fault");
      page.locator("input[value=RETENTION]").check();
      erase(page);
      assertThat(page.locator("section[aria-labelledby=erase]"))
          .containsText("Everything about them goes on");
      Sights.judge(page, "person-waiting");
      page.locator("a[href^='/erasures/']").press("Enter");
      assertThat(page.locator(".notice.warn")).containsText("Will be done on");
      page.goBack();
      page.locator("form[action$='/keep'] button").press("Enter");
      assertThat(page.locator("input[value=ASKED]")).isVisible();
      Sights.judge(page, "person");
      page.locator("a[href^='/admin/people/']").first().press("Enter");
      assertThat(page.locator("section[aria-labelledby=asked]")).containsText("called off");
      Sights.judge(page, "people-asked");
    }
  }

  private static void find(Page page, String words) {
    page.locator("#words").fill(words);
    page.locator("#words").press("Enter");
  }

  private static void erase(Page page) {
    page.locator("form[action$='/erase'] button").press("Enter");
    page.locator("#confirmation .primary").press("Enter");
  }
}
