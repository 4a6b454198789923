package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.badgebridge.demo.Personality;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Pages of an LMS are light; ours in them are, too, unless somebody presses for dark. */
@ArquillianTest
@RunAsClient
class FrameSchemeBrowserIT extends InChromium {

  private static final String LIGHT = "rgb(255, 255, 255)";
  private static final String DARK = "rgb(28, 32, 39)";

  @Test
  void isLightInTheLmsUntilThePersonPressesForDark() {
    BadgeCourse made = BadgeCourse.make(Campuses.of(Personality.MOODLE), "Seen at night");
    try (CampusBrowser browser = browser(made, ColorScheme.DARK)) {
      FrameLocator frame = shows(browser, made, LIGHT);
      assertThat(CampusBrowser.button(frame, "Dark page")).hasAttribute("aria-pressed", "false");
      CampusBrowser.press(frame, "Dark page");
      assertThat(frame.locator("html")).hasCSS("background-color", DARK);
      assertThat(CampusBrowser.button(frame, "Dark page")).hasAttribute("aria-pressed", "true");
      browser.picture("frame-dark");

      frame = shows(browser, made, DARK);
      CampusBrowser.press(frame, "Dark page");
      assertThat(frame.locator("html")).hasCSS("background-color", LIGHT);
      shows(browser, made, LIGHT);
      browser.picture("frame-light");
    }
  }

  @Test
  void asksNobodyWhoseDeviceIsLight() {
    BadgeCourse made = BadgeCourse.make(Campuses.of(Personality.MOODLE), "Seen by day");
    try (CampusBrowser browser = browser(made, ColorScheme.LIGHT)) {
      FrameLocator frame = shows(browser, made, LIGHT);
      frame.locator("body[data-live]").waitFor();
      assertThat(frame.locator("#scheme-choice")).isHidden();
      browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(frame.locator("#scheme-choice")).isVisible();
      assertThat(frame.locator("html")).hasCSS("background-color", LIGHT);
    }
  }

  private CampusBrowser browser(BadgeCourse made, ColorScheme scheme) {
    return new CampusBrowser(chromium, made.campus, CookieRule.PARTITIONED, 1200, scheme)
        .signIn(made.lecturer);
  }

  private static FrameLocator shows(CampusBrowser browser, BadgeCourse made, String ground) {
    FrameLocator frame = browser.open(made.course, made.activity());
    assertThat(frame.locator("html")).hasCSS("background-color", ground);
    return frame;
  }
}
