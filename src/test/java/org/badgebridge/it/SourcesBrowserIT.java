package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator connects what tells of completions and scores, and sees that it works. */
@ArquillianTest
@RunAsClient
class SourcesBrowserIT extends InChromium {

  @Test
  void connectsASourceAndShowsItsSecretOnce() {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      String institution = institutionOfACampus(page);
      String sources = Campuses.tool() + "/admin/sources?institution=" + institution;
      page.navigate(sources);
      Sights.judge(page, "sources");
      for (String each : List.of("caliper", "moodle", "outcomes", "scores", "xapi")) {
        page.navigate(
            Campuses.tool() + "/admin/sources/new?source=" + each + "&institution=" + institution);
        page.locator("form.card button.primary").press("Enter");
        assertThat(page.locator("#name-error")).isVisible();
        assertThat(page.locator("#name")).isFocused();
        Sights.judge(page, "source-new-" + each);
      }
      page.locator("#name").fill("Logstore of the sources");
      page.locator("form.card button.primary").press("Enter");
      assertThat(page.locator("#secret-shown")).isVisible();
      String secret = page.locator("#secret-shown").textContent();
      Sights.judge(page, "source-made");

      page.navigate(sources);
      page.locator("main a:has-text('Logstore of the sources')").press("Enter");
      assertThat(page.locator("main")).not().containsText(secret);
      page.locator("form[action$='/test'] button").press("Enter");
      assertThat(page.locator(".notice.bad[role=status]")).isVisible();
      Sights.judge(page, "source-tested");
      page.locator("form[action$='/off'] button").press("Enter");
      page.locator("#confirmation .primary").press("Enter");
      assertThat(page.locator("form[action$='/on'] button")).isVisible();
    }
  }

  @Test
  void testsWhatTheLmsHasByItself() {
    BadgeCourse course = BadgeCourse.make(Campuses.of(Personality.MOODLE), "Tested sources");
    course.switchOn();
    course.learnerWhoIsDone("Ada");
    course.learner("Bo");
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      String institution = institutionOfACampus(page);
      page.navigate(Campuses.tool() + "/admin/sources?institution=" + institution);
      page.locator("li:has-text('Moodle') a[href*='/membership?']").first().press("Enter");
      assertThat(page.locator("h1")).containsText("from the list of participants");
      page.locator("#words").fill("tested sources");
      page.locator("#words").press("Enter");
      assertThat(page.locator("form[action$='/test']")).hasCount(1);
      page.locator("form[action$='/test'] button").press("Enter");
      assertThat(page.locator("section[role=status]"))
          .containsText("3 members: 2 learners and 1 lecturer.");
      assertThat(page.locator("section[role=status]")).containsText("1 of 2 learners meet");
      Sights.judge(page, "source-membership");

      Campuses.of(Personality.MOODLE).failures().set(Part.MEMBERS, Mode.NONSENSE);
      page.locator("form[action$='/test'] button").press("Enter");
      assertThat(page.locator("section[role=status]")).containsText("something else than was");
      Campuses.of(Personality.MOODLE).failures().repairAll();
      for (String each : List.of("gradebook", "launch")) {
        page.navigate(
            page.url().replaceFirst("/(membership|gradebook)(/test)?.*", "/" + each)
                + "?words=tested+sources&institution="
                + institution);
        page.locator("form[action$='/test'] button").press("Enter");
        assertThat(page.locator("section[role=status]")).isVisible();
        Sights.judge(page, "source-" + each);
      }
    }
  }

  private static String institutionOfACampus(Page page) {
    page.navigate(Campuses.tool() + "/admin/institutions");
    page.locator("main a:has-text('Demo University')").first().press("Enter");
    page.locator("a[href^='/admin/sources']").waitFor();
    return page.url().replaceAll(".*/", "");
  }
}
