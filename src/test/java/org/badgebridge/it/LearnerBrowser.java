package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Person;

/** A learner at work: does what the course asks, and claims what that earned. */
final class LearnerBrowser implements AutoCloseable {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  final CampusBrowser browser;
  private final SampleLms lms;

  LearnerBrowser(Chromium chromium, SampleLms lms, Person learner) {
    this.lms = lms;
    browser = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED).signIn(learner);
  }

  /** Marks a page of the course as done. */
  void complete(Activity activity) {
    goTo(activity);
    button("Mark as done").click();
    assertThat(browser.page().getByText("Done ✓")).isVisible(SOON);
  }

  /** Answers every question of a quiz with the answer of that position, and sees the score. */
  void answer(Activity quiz, int... positions) {
    goTo(quiz);
    for (int i = 0; i < positions.length; i++) {
      browser.page().locator("input[name=q" + i + "][value='" + positions[i] + "']").check();
    }
    button("Send my answers").click();
    assertThat(browser.page().getByText("Your score")).isVisible(SOON);
  }

  private void goTo(Activity activity) {
    browser
        .page()
        .navigate(
            lms.campus
                .base()
                .resolve("/courses/" + lms.course.number() + "/activities/" + activity.number())
                .toString());
  }

  private Locator button(String name) {
    return browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  FrameLocator open(String title) {
    return browser.open(lms.course, lms.badge(title));
  }

  /** Opens the badge, which is on offer, and claims it. */
  FrameLocator claim(String title) {
    FrameLocator frame = open(title);
    assertThat(CampusBrowser.text(frame, "This badge is for you")).isVisible(SOON);
    CampusBrowser.press(frame, "Claim");
    assertThat(CampusBrowser.text(frame, "It is yours")).isVisible(SOON);
    return frame;
  }

  @Override
  public void close() {
    browser.close();
  }
}
