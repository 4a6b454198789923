package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * The main job without a mouse, in the frame: the focus is always to be seen, and after every press
 * it lands where one goes on.
 */
@ArquillianTest
@RunAsClient
class KeyboardBrowserIT {

  private static final String LIVE = "body[data-live]";

  @Test
  void doesTheMainJobWithoutAMouse() throws Exception {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Typist of " + lms.course.label();
    try (Chromium chromium = new Chromium()) {
      try (var lecturer = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
        enter(lecturer, lms.lecturer);
        addsTheBadge(lecturer, lms, title);
        lms.restrict(lms.badge(title));
        switchesItOn(lecturer, lms, title);
      }
      lms.complete(lms.ada);
      try (var learner = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
        enter(learner, lms.ada);
        claimsAndPublishes(learner, lms, title);
        looksIntoTheBackpack(learner, title);
      }
    }
  }

  private static void addsTheBadge(CampusBrowser browser, SampleLms lms, String title)
      throws Exception {
    Keyboard keyboard = new Keyboard(browser.page());
    browser.openCourse(lms.course);
    keyboard.reach("Add a badge").press("Enter");
    browser.tool().locator(LIVE).waitFor();
    keyboard.reach("New badge").press("Enter").lands("A new badge");
    keyboard.reach("Next").press("Enter").lands("Name"); // the first field with a fault
    keyboard.type(title).reach("Description").type("Finds, weighs and cites sources.");
    keyboard.reach("What it takes").type("Read the four questions.");
    keyboard.reach("Achievement").press("ArrowRight").lands("Competency");
    keyboard.reach("Next").press("Enter").lands("Test or exam"); // the type asks for it
    keyboard.press("Space").reach("Next").press("Enter").lands("When do learners earn");
    keyboard.reach("The course's own restriction");
    keyboard.press("ArrowDown").lands("A grade in this activity's own column");
    keyboard.reach("At least this much").back("A grade in this activity's own column");
    keyboard.press("ArrowUp").lands("The course's own restriction");
    keyboard.reach("Add to the course").press("Enter");
    browser.page().waitForURL(url -> url.contains("added="));
  }

  private static void switchesItOn(CampusBrowser browser, SampleLms lms, String title)
      throws Exception {
    Keyboard keyboard = new Keyboard(browser.page());
    browser.openCourse(lms.course);
    keyboard.reach(title).press("Enter");
    browser.tool().locator(LIVE).waitFor();
    keyboard.reach("I have restricted it").press("Enter").lands("Switch on");
    keyboard.press("Enter").reach("Yes, do it").press("Enter").lands("Switch off");
    Waiting.until("the page at rest", () -> browser.tool().locator("[data-refresh]").count() == 0);
    assertThat(keyboard.focused()).as("refreshing keeps the focus").isEqualTo("Switch off");
    keyboard.reach("Not yet").press("Space");
    browser.tool().locator("#people-NOT_YET li").first().waitFor();
    keyboard.back("Change the rule").press("Enter").lands("When do learners earn");
    keyboard.reach("Leave it as it is").press("Enter").lands(title);
    ElementHandle before = browser.tool().locator("#look").elementHandle();
    keyboard.reach("Look now").press("Enter");
    Waiting.until("a look", () -> before.evaluate("e => e.isConnected").equals(false));
    Waiting.until("the page at rest", () -> browser.tool().locator("[data-refresh]").count() == 0);
    keyboard.lands("Look now"); // looking keeps the focus
  }

  private static void claimsAndPublishes(CampusBrowser browser, SampleLms lms, String title)
      throws Exception {
    Keyboard keyboard = new Keyboard(browser.page());
    browser.openCourse(lms.course);
    keyboard.reach(title).press("Enter");
    browser.tool().locator(LIVE).waitFor();
    keyboard.reach("No, thank you").press("Enter").lands("I want it after all");
    keyboard.press("Enter").lands("Claim");
    keyboard.press("Enter").lands("Make it public");
    keyboard.press("Enter").lands("Open the public page");
    keyboard.reach("Make it private").press("Enter").lands("Make it public");
    keyboard.press("Enter").lands("Open the public page");
  }

  private static void looksIntoTheBackpack(CampusBrowser browser, String title) throws Exception {
    Keyboard frame = new Keyboard(browser.page());
    frame.reach("Open my backpack");
    Page backpack = browser.context().waitForPage(() -> frame.press("Enter"));
    backpack.waitForURL(url -> url.endsWith("/backpack"));
    backpack.bringToFront();
    Keyboard keyboard = new Keyboard(backpack);
    keyboard.reach("Skip to content").press("Enter").reach(title).press("Enter");
    backpack.waitForURL(url -> url.matches(".*/backpack/[0-9a-f-]{36}"));
    keyboard.reach("Make private").press("Enter");
    backpack.getByText("Make public").waitFor();
    keyboard.reach("Make public").press("Enter").reach("Yes, do it").press("Enter");
    backpack.locator("#public-link").waitFor();
  }

  /** Signs in at the campus, which is not ours to judge. */
  private static void enter(CampusBrowser browser, Person person) {
    var campus = Campuses.of(Personality.MOODLE);
    String[] session = campus.signIn(person).split("=", 2);
    browser
        .context()
        .addCookies(
            List.of(
                new Cookie(session[0], session[1])
                    .setDomain(campus.base().getHost())
                    .setPath("/")
                    .setSecure(true)
                    .setSameSite(SameSiteAttribute.NONE)));
  }
}
