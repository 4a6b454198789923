package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Lecturers who play the learner, and test students, never get a badge that counts. */
@ArquillianTest
@RunAsClient
class SwitchedRoleBrowserIT extends InChromium {

  /** Moodle sends a lecturer in the role of a student as a Learner, under their own id. */
  @Test
  void givesNothingToALecturerInTheRoleOfAStudent() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Not for the lecturer";
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      restrictedAndOn(lecturer, lms, title);
      FrameLocator card = asStudent(lecturer.browser, lms, title);
      assertThat(CampusBrowser.text(card, "Not yet yours")).isVisible(SOON);
      assertThat(card.getByText("you earn no badge here")).isVisible();
      assertThat(card.getByText("appears here by itself")).hasCount(0);
      assertThat(CampusBrowser.button(card, "Claim")).hasCount(0);
      lecturer.browser.picture("lecturer-as-student");

      button(lecturer.browser.page(), "Back to my own role").click();
      isOnNoList(lecturer.open(title), lms.lecturer);
    }
  }

  /** One whom Badge Bridge knows as a lecturer from the roster only. */
  @Test
  void givesNothingToALecturerWhoNeverCameAsOne() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    Person other = lms.join("Lars", Role.LECTURER);
    String title = "Not for the other lecturer either";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var browser = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
      restrictedAndOn(lecturer, lms, title);
      FrameLocator card = asStudent(browser.signIn(other), lms, title);
      assertThat(CampusBrowser.text(card, "Not yet yours")).isVisible(SOON);
      assertThat(card.getByText("you earn no badge here")).isVisible();
      assertThat(CampusBrowser.button(card, "Claim")).hasCount(0);
      isOnNoList(lecturer.open(title), other);
    }
  }

  @Test
  void countsNothingOfATestStudent() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.CANVAS));
    Person student = lms.join("Test", Role.TEST_STUDENT);
    String title = "A badge seen by the test student";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var tester = new LearnerBrowser(chromium, lms, student)) {
      restrictedAndOn(lecturer, lms, title);
      tester.complete(lms.reading);
      FrameLocator card = tester.open(title);
      assertThat(card.getByText("sandbox badges only")).isVisible(SOON);
      tester.claim(title);
      tester.browser.picture("learner-test-student");

      isOnNoList(lecturer.open(title), student);
      Page admin = Administrator.enter(lecturer.browser.context());
      admin.navigate(Campuses.tool() + "/admin");
      assertThat(Administrator.figures(admin, title)).containsText("No offers in this period.");
    }
  }

  private static void restrictedAndOn(LecturerBrowser lecturer, SampleLms lms, String title) {
    lecturer.addBadge(title, LecturerBrowser.Evidence.RESTRICTION);
    lecturer.restrict(title, lms.reading);
    lecturer.confirmAndSwitchOn(title);
  }

  /** Switches role in the course, does what a student must do, and opens the badge. */
  private static FrameLocator asStudent(CampusBrowser browser, SampleLms lms, String title) {
    browser.openCourse(lms.course);
    button(browser.page(), "Look at it as a student").click();
    browser
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(lms.reading.title()))
        .click();
    button(browser.page(), "Mark as done").click();
    return browser.open(lms.course, lms.badge(title));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void isOnNoList(FrameLocator page, Person person) {
    LecturerBrowser.looked(page);
    assertThat(
            page.locator(".people li", new FrameLocator.LocatorOptions().setHasText(person.name())))
        .hasCount(0);
  }
}
