package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A learner whose LMS speaks Dutch and whose browser asks for English. */
@ArquillianTest
@RunAsClient
class CourseLanguageBrowserIT extends InChromium {

  @Test
  void goesAlongIntoTheBackpackUntilItIsLeft() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "In Dutch");
    Person ada = campus.school().addPerson("Ada", "In Dutch", Role.LEARNER, "nl");
    campus.school().enrol(made.course, ada, Role.LEARNER);
    made.complete(ada);
    made.switchOn();
    try (var browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      browser.signIn(ada);
      CampusBrowser.press(browser.open(made.course, made.activity()), "Claimen");
      Page backpack =
          browser
              .context()
              .waitForPage(() -> CampusBrowser.press(browser.tool(), "Open mijn rugzak"));
      speaks(backpack, "nl");
      backpack.navigate(Campuses.tool() + "/backpack/collections");
      speaks(backpack, "nl");
      backpack.navigate(Campuses.tool() + "/catalogue");
      speaks(backpack, "en");
      backpack.navigate(Campuses.tool() + "/backpack");
      backpack.locator("form[action='/backpack/leave'] button").press("Enter");
      assertThat(backpack).hasURL(Campuses.tool() + "/");
      backpack.navigate(Campuses.tool() + "/backpack");
      assertThat(backpack.locator("#email")).isVisible();
      speaks(backpack, "en");
    }
  }

  private static void speaks(Page page, String language) {
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }
}
