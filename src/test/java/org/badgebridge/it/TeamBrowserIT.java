package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A team earns its badges in one act; each member says whether the badge tells of it. */
@ArquillianTest
@RunAsClient
class TeamBrowserIT extends InChromium {

  @BeforeAll
  static void isPatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @Test
  void awardsATeamOfWhichOneMemberLetsTheBadgeTell() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Earned together");
    Person ada = made.learner("Ada");
    Person bo = made.learner("Bo");
    made.switchOn();
    Waiting.until(
        "the roster",
        () -> made.lecturerFrame().get("/course/attachment/hand").body().contains("Bo Learner"));
    try (Visitor lecturer = new Visitor(chromium, campus, "en");
        Visitor learner = new Visitor(chromium, campus, "en")) {
      lecturer.as(made.lecturer).launch(made.course, made.activity());
      awards(lecturer);
      made.complete(ada);
      made.complete(bo);
      learner.as(ada).launch(made.course, made.activity());
      assertThat(learner.page().locator("blockquote")).hasText("Wrote the simulator.");
      learner.judge("team-claim");
      shows(learner, false);
      learner.as(bo).launch(made.course, made.activity());
      learner.page().locator("[name=part]").check();
      shows(learner, true);
    }
  }

  private static void awards(Visitor lecturer) {
    lecturer.press("#award-by-hand", "#hand");
    Page page = lecturer.page();
    for (String name : new String[] {"Ada", "Bo"}) {
      page.locator("#hand-learners label:has-text('" + name + "') input").check();
    }
    page.locator("#team").fill("Rover");
    lecturer.press("#hand button[value=check]", "#hand-sure");
    page.locator("textarea").first().fill("Wrote the simulator.");
    lecturer.press("button[value=award]", "p.error");
    assertThat(page.locator("textarea").first()).hasValue("Wrote the simulator.");
    lecturer.judge("team-parts");
    lecturer.press("button[value=change]", "#hand");
    assertThat(page.locator("#team")).hasValue("Rover");
    lecturer.press("#hand button[value=check]", "#hand-sure");
    assertThat(page.locator("textarea").first()).hasValue("Wrote the simulator.");
    page.locator("textarea").last().fill("Built the wheels.");
    lecturer.press("button[value=award]", "#content .pill.good");
    assertThat(page.locator("#content .pill.good")).hasCount(2);
  }

  /** Claims, makes it public and looks at what everybody sees. */
  private static void shows(Visitor learner, boolean team) {
    learner.press("#claim", "#publish").press("#publish", "#public-page");
    Page page = learner.page();
    String address = page.locator("#public-page").getAttribute("href");
    page.navigate(address);
    assertThat(page.locator("h1").first()).isVisible();
    assertThat(page.getByText("Rover")).hasCount(team ? 1 : 0);
    if (team) {
      assertThat(page.getByText("In the team “Rover”: Built the wheels.")).isVisible();
    }
  }
}
