package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A lecturer combines conditions, by keyboard, and decides when a grade falls afterwards. */
@ArquillianTest
@RunAsClient
class RuleEditorBrowserIT extends InChromium {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void combinesConditionsAndDecidesAboutEvidenceThatChanged() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.makeGraded(campus, "Combined");
    Person ada = made.learner("Ada");
    made.learner("Bo");
    made.grade(ada);
    try (Visitor lecturer = new Visitor(chromium, campus, "en")) {
      lecturer.as(made.lecturer).launch(made.course, made.activity());
      combines(lecturer);
      made.lecturerFrame().press("/course/attachment/on", Map.of());
      Waiting.until("Ada's award", () -> has(made, "Ada"));

      made.grade(ada, 0.2);
      made.lecturerFrame().press("/course/attachment/look", Map.of());
      Waiting.until(
          "the doubt",
          () ->
              made.lecturerFrame().get("/course/attachment").body().contains("id=\"see-doubts\""));
      decides(lecturer.launch(made.course, made.activity()));
    }
  }

  /** Looks again, and tells whether somebody stands among those who have the badge. */
  private static boolean has(BadgeCourse made, String name) {
    String body = made.lecturerFrame().press("/course/attachment/look", Map.of()).body();
    int from = body.indexOf("people-HAS");
    int to = body.indexOf("people-WOULD_GET");
    return from > 0 && to > from && body.substring(from, to).contains(name);
  }

  private static void combines(Visitor lecturer) throws Exception {
    Page page = lecturer.page();
    lecturer.press("#change-rule", "#combine");
    lecturer.press("#combine", "#trial [data-announce]");
    assertThat(page.locator(".rule-line")).hasCount(2);
    Keyboard keyboard = new Keyboard(page);
    keyboard.reach("Add a condition").press("Enter").lands("Line 2: what it is about");
    Sights.judge(page, "rule-editor");
    lecturer.press("#rule-form .button.primary", "#subject-2-error");
    assertThat(page.locator("#subject-2")).isFocused();
    page.locator("#subject-2").selectOption(page.locator("#subject-1").inputValue());
    page.locator("#kind-2").selectOption("between");
    page.locator("#high-2").waitFor();
    page.locator("#low-2").fill("70");
    page.locator("#high-2").fill("95");
    page.locator("#until").fill("2027-06-30");
    assertThat(page.getByText("Nobody would get it now").first()).isVisible(SOON);
    lecturer.press("#group-0", "#kind-4");
    Sights.judge(page, "rule-editor-group");
    lecturer.press("[aria-label='Remove line 3']", "body:not(:has(#kind-4))");
    page.locator("input[name=change][value=ASK]").check();
    lecturer.press("#rule-form .button.primary", "#change-rule");
    assertThat(page.getByText("70 to 95 % for").first()).isVisible(SOON);
    assertThat(page.getByText("Done before the deadline").first()).isVisible(SOON);
  }

  private static void decides(Visitor lecturer) {
    Page page = lecturer.page();
    Sights.judge(page, "doubt-notice");
    lecturer.press("#see-doubts", "h1:has-text('Evidence that changed')");
    assertThat(page.getByText("Ada").first()).isVisible(SOON);
    Sights.judge(page, "doubts");
    lecturer.press("button:has-text('Let it stand')", ".notice:has-text('It stands.')");
    Sights.judge(page, "doubts-none");
  }
}
