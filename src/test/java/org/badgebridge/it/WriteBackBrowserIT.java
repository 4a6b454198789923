package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The gradebook of the campus shows who has a badge, where the lecturer wants that. */
@ArquillianTest
@RunAsClient
class WriteBackBrowserIT extends InChromium {

  @Test
  void showsOffersInTheGradebookOfBrightspace() throws Exception {
    SampleLms lms = new SampleLms(Campuses.of(Personality.BRIGHTSPACE));
    String title = "Shown in Brightspace";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      ada.complete(lms.reading);
      switchOnWithColumn(lecturer, lms, title, "AWARDED");
      shows(lecturer, title, lms.ada, "1");
      assertThat(lecturer.cell(title, lms.grace)).hasValue("");
    }
  }

  @Test
  void showsOffersAndClaimsInTheGradebookOfMoodle() throws Exception {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String offered = "Shown when offered";
    String claimed = "Shown when claimed";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      ada.complete(lms.reading);
      switchOnWithColumn(lecturer, lms, claimed, "CLAIMED");
      switchOnWithColumn(lecturer, lms, offered, "AWARDED");
      shows(lecturer, offered, lms.ada, "1");
      shows(lecturer, claimed, lms.ada, ""); // offered before the other one, and not claimed
      ada.claim(claimed);
      shows(lecturer, claimed, lms.ada, "1");
      lecturer.browser.picture("gradebook");
      assertThat(lecturer.cell(offered, lms.grace)).hasValue("");
    }
  }

  @Test
  void showsWhatALecturerGaveByHandUntilTheyTakeItBack() throws Exception {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Shown by hand";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      ada.complete(lms.reading);
      switchOnWithColumn(lecturer, lms, title, "AWARDED");
      FrameLocator page = lecturer.open(title);
      CampusBrowser.press(page, "Award by hand");
      CampusBrowser.tick(page, "label:has-text('" + lms.grace.name() + "') input");
      CampusBrowser.press(page, "Look it over");
      CampusBrowser.press(page, "Award one learner");
      shows(lecturer, title, lms.grace, "1");

      page = lecturer.open(title);
      page.locator("body[data-live] #people-HAS summary").press("Enter");
      CampusBrowser.press(page, "Withdraw " + lms.grace.name());
      CampusBrowser.press(page, "Yes, do it");
      shows(lecturer, title, lms.grace, "");
      assertThat(lecturer.cell(title, lms.ada)).hasValue("1");
    }
  }

  @Test
  void offersNoWritingIntoTheColumnThatARuleReads() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Reads its own column";
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      lecturer.addBadge(title, LecturerBrowser.Evidence.OWN_GRADE);
      FrameLocator page = lecturer.open(title);
      assertThat(page.getByText("The rule reads this gradebook column")).isVisible(SOON);
      assertThat(page.locator("input[name=when]")).hasCount(0);

      // whoever sends the form all the same is refused too, and nothing is written
      lecturer.grade(title, lms.ada, "90");
      lecturer.switchOn(lecturer.open(title));
      Frame frame =
          Frame.of(
              new BrowserlessLaunch(lms.campus, lms.lecturer, CookieRule.PARTITIONED_ONLY)
                  .open(lms.course, lms.badge(title)));
      ToolPage answer = frame.post("/course/attachment/write-back", Map.of("when", "AWARDED"));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).contains("The rule reads this gradebook column");
      assertThat(lms.campus.scores())
          .noneMatch(
              score ->
                  score.column() == lms.course.columnOf(lms.badge(title)).orElseThrow().number());
    }
  }

  /** A badge with a column of its own, which says nothing until the lecturer chooses when. */
  private static void switchOnWithColumn(
      LecturerBrowser lecturer, SampleLms lms, String title, String when) {
    addWithColumn(lecturer, title);
    lecturer.restrict(title, lms.reading);
    FrameLocator page = lecturer.open(title);
    assertThat(page.locator("input[name=when]:checked")).hasValue("NONE");
    choose(page, when);
    CampusBrowser.press(page, "I have restricted it");
    page = lecturer.switchOn(page);
    lecturer.browser.picture("write-back");
    assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
  }

  private static void addWithColumn(LecturerBrowser lecturer, String title) {
    FrameLocator frame = lecturer.newBadge(title);
    CampusBrowser.tick(frame, "input[name=column]");
    CampusBrowser.press(frame, "Add to the course");
    lecturer.added(title);
  }

  private static void choose(FrameLocator page, String when) {
    CampusBrowser.tick(page, "input[name=when][value=" + when + "]");
    CampusBrowser.press(page, "Save");
    assertThat(page.locator("input[name=when]:checked")).hasValue(when);
  }

  /** Reloads the gradebook until it shows the value, which a job writes in its own time. */
  private static void shows(LecturerBrowser lecturer, String column, Person learner, String value)
      throws Exception {
    Waiting.until(
        column + " shows '" + value + "'",
        () -> {
          lecturer.openGradebook();
          return lecturer.cell(column, learner).inputValue().equals(value);
        });
  }
}
