package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * The {@code membership} source in a real browser: who completes the activity gets the badge
 * although they never opened it, because the roster of the restricted link lists them.
 */
@ArquillianTest
@RunAsClient
class MembershipBrowserIT extends InChromium {

  @Test
  void givesByTheRosterOfMoodleAlsoToWhoCompletesLater() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Late roster badge";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      FrameLocator page = restrictedAndOn(lecturer, lms, title);
      assertThat(LecturerBrowser.listed(page, "Not yet", lms.ada)).hasCount(1);
      ada.complete(lms.reading);
      page = lecturer.lookNow(title);
      assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
      assertThat(LecturerBrowser.listed(page, "Not yet", lms.grace)).hasCount(1);
      findsAndClaims(ada, title);
    }
  }

  @Test
  void givesByTheRosterOfBrightspace() {
    givesByTheRosterOf(Personality.BRIGHTSPACE);
  }

  @Test
  void givesByTheRosterOfBlackboard() {
    givesByTheRosterOf(Personality.BLACKBOARD);
  }

  private static void givesByTheRosterOf(Personality personality) {
    SampleLms lms = new SampleLms(Campuses.of(personality));
    String title = "Roster badge of " + personality.title();
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      ada.complete(lms.reading);
      FrameLocator page = restrictedAndOn(lecturer, lms, title);
      assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
      assertThat(LecturerBrowser.listed(page, "Not yet", lms.grace)).hasCount(1);
      LecturerBrowser.list(page, "Have it").locator("summary").click();
      lecturer.browser.picture("lecturer-roster-" + personality.product());
      findsAndClaims(ada, title);
    }
  }

  private static FrameLocator restrictedAndOn(
      LecturerBrowser lecturer, SampleLms lms, String title) {
    lecturer.addBadge(title, LecturerBrowser.Evidence.RESTRICTION);
    lecturer.restrict(title, lms.reading);
    return lecturer.confirmAndSwitchOn(title);
  }

  private static void findsAndClaims(LearnerBrowser learner, String title) {
    FrameLocator card = learner.claim(title);
    assertThat(card.getByText("course restriction").first()).isVisible(SOON);
  }

  /** Canvas lists whom a link is assigned to, whatever they have done. */
  @Test
  void givesToNobodyWhomCanvasOnlyLists() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.CANVAS));
    String title = "Roster badge of Canvas";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      FrameLocator frame = restrictedAndOn(lecturer, lms, title);
      assertThat(LecturerBrowser.listed(frame, "Not yet", lms.grace)).hasCount(1);
      assertThat(LecturerBrowser.listed(frame, "Not yet", lms.ada)).hasCount(1);

      ada.complete(lms.reading);
      ada.claim(title);
      frame = lecturer.open(title);
      assertThat(LecturerBrowser.listed(frame, "Have it", lms.ada)).hasCount(1);
      assertThat(LecturerBrowser.listed(frame, "Not yet", lms.grace)).hasCount(1);
    }
  }
}
