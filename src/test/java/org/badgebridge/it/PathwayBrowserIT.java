package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A badge earned by badges: two courses give its steps, the learner sees in both and in the
 * backpack where they stand, and with the last step it is awarded.
 */
@ArquillianTest
@RunAsClient
class PathwayBrowserIT extends InChromium {

  private static final String PATH = "Way of the reader";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void walksAPathFromCourseToCourse() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse first = BadgeCourse.make(campus, "First step");
    BadgeCourse second = BadgeCourse.make(campus, "Second step");
    first.switchOn();
    second.switchOn();
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      makePath(Administrator.enter(context), first.badgeClass, second.badgeClass);
    }
    Person ada = first.learnerWhoIsDone("Ada");
    campus.school().enrol(second.course, ada, Role.LEARNER);
    second.complete(ada);

    try (var learner = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      learner.signIn(ada);
      FrameLocator frame = learner.open(first.course, first.activity());
      Locator journey = frame.locator(".journey");
      assertThat(journey).containsText("This badge counts towards", soonText());
      assertThat(journey.locator("progress")).hasAttribute("value", "0");
      CampusBrowser.press(frame, "Claim");
      assertThat(CampusBrowser.text(frame, "It is yours")).isVisible(SOON);
      assertThat(journey.locator("progress")).hasAttribute("value", "1");
      assertThat(journey.locator("li.taken")).hasCount(1);
      assertThat(journey.locator("li[aria-current=step]")).containsText("Badge Second step");
      learner.picture("pathway-course");
      Accessibility.checkFrame(learner.page(), "pathway-course");

      Page backpack = backpack(learner);
      backpack.navigate(Campuses.tool() + "/pathways");
      assertThat(backpack.locator(".journey")).containsText(PATH);
      judge(backpack, "begun");

      frame = learner.open(second.course, second.activity());
      CampusBrowser.press(frame, "Claim");
      assertThat(CampusBrowser.text(frame, "It is yours")).isVisible(SOON);
      assertThat(frame.locator(".journey li.taken")).hasCount(2);

      backpack.navigate(Campuses.tool() + "/backpack");
      Locator offer =
          backpack
              .locator("li, article, section")
              .filter(
                  new Locator.FilterOptions().setHas(backpack.locator("form[action$='/claim']")))
              .last();
      assertThat(offer).containsText(PATH, soonText());
      offer.locator("form[action$='/claim'] button").press("Enter");
      backpack.navigate(Campuses.tool() + "/pathways");
      assertThat(backpack.locator(".journey")).containsText("You have walked it", soonText());
      judge(backpack, "held");
    }
  }

  private static Page backpack(CampusBrowser learner) {
    Page page =
        learner
            .context()
            .waitForPage(() -> CampusBrowser.press(learner.tool(), "Open my backpack"));
    assertThat(page.getByText("Badge First step").first()).isVisible(SOON);
    return page;
  }

  /** An operator publishes the path over two badges. */
  static void makePath(Page page, String first, String second) {
    page.navigate(Campuses.tool() + "/admin/badges/" + first);
    String list =
        page.locator("a[href^='/admin/badges?institution=']").first().getAttribute("href");
    page.navigate(Campuses.tool() + list.replace("/admin/badges?", "/admin/badges/new?"));
    page.locator("body[data-live]").waitFor();
    page.locator("#name").fill(PATH);
    page.locator("#description").fill("Reads in two courses.");
    page.locator("#criteria").fill("Walk the path.");
    page.locator("[name=type][value=pathway]").check();
    page.locator("[name=publish]").check();
    page.locator("details:has([data-add=step]) > summary").press("Enter");
    step(page, 0, "first step", first);
    step(page, 1, "second step", second);
    page.locator("[name=ordered]").check();
    page.locator("form.editor .primary").press("Enter");
    assertThat(page.locator("h1"))
        .hasText(PATH, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }

  private static void step(Page page, int row, String words, String badge) {
    page.locator("[data-add=step]").press("Enter");
    Locator step = page.locator("[data-rows=step] > fieldset").nth(row);
    step.locator("[data-pick]").pressSequentially(words);
    step.locator("[data-picked='" + badge + "']").press("Enter");
    assertThat(step.locator("[data-chosen] > li")).hasCount(1);
  }

  private static LocatorAssertions.ContainsTextOptions soonText() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  private static void judge(Page page, String where) {
    Sights.judge(page, "pathways-" + where);
  }
}
