package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A meeting that asks for a stay: being on the list counts for nothing, checking in neither; the
 * code on the wall changes, and only who stays and checks out was there.
 */
@ArquillianTest
@RunAsClient
class AttendanceStayBrowserIT extends InChromium {

  @BeforeAll
  static void isPatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
  }

  @Test
  void onlyAStayCountsAndTheCodeChanges() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Stayed");
    Person ada = made.learnerWhoIsDone("Ada");
    Person bo = made.learnerWhoIsDone("Bo");
    made.open(bo);
    made.open(made.learnerWhoIsDone(bo.given()));
    try (Visitor lecturer = new Visitor(chromium, campus, "en");
        Visitor learner = new Visitor(chromium, campus, "en")) {
      learner.as(ada).launch(made.course, made.activity());
      opensALab(lecturer.as(made.lecturer).launch(made.course, made.activity()));
      String first = wall(lecturer).textContent().strip();
      Page page = learner.launch(made.course, made.activity()).page();
      assertThat(own(page)).containsText("0 of 1");
      type(page, first);
      assertThat(page.getByText("Do not forget to check out.")).isVisible();
      assertThat(own(page)).containsText("0 of 1");
      learner.judge("checked in where a stay is asked");

      assertThat(wall(lecturer)).not().hasText(first);
      lecturer.press("#other", "#wall-title:has-text('out')");
      String out = wall(lecturer).textContent().strip();
      type(page, out);
      assertThat(page.locator("section.notice [data-focus]"))
          .containsText(Pattern.compile("too soon to check out|You attended"));
      attends(lecturer, page);
      assertThat(own(page)).containsText("1 of 1");
      assertThat(lecturer.page().locator("#wall")).containsText("One learner attended");
      assertThat(lecturer.page().locator("#attended")).hasText("One learner attended");

      lecturer.press("#close", "#open");
      Locator roll = lecturer.page().locator("#roll li");
      assertThat(roll).hasCount(3);
      assertThat(lecturer.page().locator("#roll .pill.good")).hasCount(1);
      assertThat(roll.filter(saying(bo.name() + " (" + bo.username() + ")"))).hasCount(2);
      assertThat(roll.filter(saying("Bo")).locator(".pill.good")).hasCount(0);
      Sights.judge(lecturer.page(), "attendance-namesakes");
    }
  }

  private static Locator.FilterOptions saying(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void opensALab(Visitor lecturer) {
    lecturer.press("#attendance", "#new-series");
    lecturer.page().locator("#new-series").fill("Labs");
    lecturer.press("form[hx-post$='/series'] button", "button[hx-get*='/attendance/series/']");
    lecturer.press("button[hx-get*='/attendance/series/']", "#stay");
    lecturer.page().locator("#stay").fill("1");
    lecturer.press("#content form button", "button[hx-get*='/attendance/meetings/']");
    lecturer.press("button[hx-get*='/attendance/meetings/']", "#open");
    lecturer.press("#open", "#wall .code");
  }

  /** Types the code that is shown until the stay is long enough. */
  private static void attends(Visitor lecturer, Page page) {
    Locator field = page.locator("input[name=code]");
    for (int i = 0; i < 12 && field.count() > 0; i++) {
      page.waitForTimeout(10_000);
      type(page, wall(lecturer).textContent().strip());
      assertThat(page.locator("#content [data-focus]").first()).isFocused();
    }
    assertThat(field).hasCount(0);
    assertThat(page.locator(".notice.good")).containsText(Pattern.compile("You attended"));
  }

  private static void type(Page page, String code) {
    page.locator(Visitor.AT_REST).waitFor();
    page.locator("input[name=code]").fill(code);
    page.locator("input[name=code]").press("Enter");
  }

  private static Locator wall(Visitor lecturer) {
    return lecturer.page().locator("#wall .code");
  }

  private static Locator own(Page page) {
    return page.locator("section:has(#own-attendance)");
  }
}
