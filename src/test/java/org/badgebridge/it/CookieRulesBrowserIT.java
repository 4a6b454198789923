package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A launch reaches its page whatever the browser does with a frame's cookies. */
@ArquillianTest
@RunAsClient
class CookieRulesBrowserIT {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void opensInTheFrameWithThirdPartyCookies() {
    opensInTheFrame(Personality.MOODLE, CookieRule.ALLOWED);
  }

  @Test
  void opensInTheFrameWithPartitionedCookiesOnly() {
    opensInTheFrame(Personality.MOODLE, CookieRule.PARTITIONED);
  }

  @Test
  void opensInTheFrameWithoutCookiesByPlatformStorage() {
    opensInTheFrame(Personality.CANVAS, CookieRule.PLATFORM_STORAGE);
  }

  @Test
  void opensInATabWithoutCookiesAndWithoutStorage() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    try (Chromium chromium = new Chromium();
        var lecturer = new CampusBrowser(chromium, lms.campus, CookieRule.NONE)) {
      lecturer.signIn(lms.lecturer);
      FrameLocator frame = lecturer.addBadge(lms.course);
      Page tab =
          lecturer.context().waitForPage(() -> frame.locator("a, button").last().press("Enter"));
      assertThat(tab.getByText("Choose the badge").first()).isVisible(SOON);
    }
  }

  private static void opensInTheFrame(Personality personality, CookieRule rule) {
    SampleLms lms = new SampleLms(Campuses.of(personality));
    try (Chromium chromium = new Chromium();
        var lecturer = new CampusBrowser(chromium, lms.campus, rule)) {
      lecturer.signIn(lms.lecturer);
      FrameLocator frame = lecturer.addBadge(lms.course);
      assertThat(frame.getByText("Choose the badge").first()).isVisible(SOON);
      lecturer.picture("cookies-" + rule.name().toLowerCase(Locale.ROOT));
    }
  }
}
