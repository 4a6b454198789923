package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A badge with one place: who comes too late waits, and gets it when the first declines. */
@ArquillianTest
@RunAsClient
class PlacesBrowserIT extends InChromium {

  @Test
  void aDeclinedPlaceGoesToWhoeverWaitsByItself() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.makeWithPlaces(campus, "Places", 1);
    Person ada = made.learnerWhoIsDone("Ada");
    made.switchOn();
    Waiting.until("Ada's award", () -> BadgeCourse.offers(made.open(ada)));
    Person bo = made.learnerWhoIsDone("Bo");
    Waiting.until(
        "Bo waits", () -> made.open(bo).body().contains("All places are taken at the moment."));
    try (Visitor learner = new Visitor(chromium, campus, "en")) {
      learner.as(bo).launch(made.course, made.activity());
      Sights.judge(learner.page(), "learner-waits-for-a-place");
    }
    try (Visitor lecturer = new Visitor(chromium, campus, "en")) {
      Page page = lecturer.as(made.lecturer).launch(made.course, made.activity()).page();
      lecturer.press("#people-WAITS summary", "#people-WAITS[open]");
      assertThat(page.locator("#people-WAITS").textContent()).contains("Bo");
      Sights.judge(page, "places-line");
    }

    ToolPage opened = made.open(ada);
    Frame.of(opened).press("/course/awards/" + BadgeCourse.award(opened) + "/decline", Map.of());
    Waiting.until("Bo's award", () -> BadgeCourse.offers(made.open(bo)));
    assertThat(made.lecturerFrame().get("/course/attachment").body())
        .doesNotContain("people-WAITS");
  }
}
