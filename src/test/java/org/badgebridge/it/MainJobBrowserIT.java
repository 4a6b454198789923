package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Activity;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * The main job in a real browser, against each kind of LMS: a lecturer makes a badge and ties it to
 * an activity, a learner earns and claims it in the course page, and the world can check it.
 */
@ArquillianTest
@RunAsClient
class MainJobBrowserIT {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void worksInMoodle() throws Exception {
    worksIn(Personality.MOODLE);
  }

  @Test
  void worksInCanvas() throws Exception {
    worksIn(Personality.CANVAS);
  }

  @Test
  void worksInBrightspace() throws Exception {
    worksIn(Personality.BRIGHTSPACE);
  }

  @Test
  void worksInBlackboard() throws Exception {
    worksIn(Personality.BLACKBOARD);
  }

  private static void worksIn(Personality personality) throws Exception {
    SampleLms lms = new SampleLms(Campuses.of(personality));
    String title = "Source detective of " + personality.title();
    try (Chromium chromium = new Chromium()) {
      try (var lecturer = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
        lecturer.signIn(lms.lecturer);
        addBadge(lecturer, lms, title);
        lms.restrict(lms.badge(title));
        switchOn(lecturer, lms, title);
      }
      lms.complete(lms.ada);
      try (var learner = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
        learner.signIn(lms.ada);
        String badge = claimAndPublish(learner, lms, title);
        isThereForEverybody(badge);
        isInTheBackpack(learner, title);
      }
    }
  }

  private static void addBadge(CampusBrowser lecturer, SampleLms lms, String title) {
    FrameLocator frame = lecturer.addBadge(lms.course);
    CampusBrowser.press(frame, "New badge");
    frame.locator("#name").fill(title);
    frame.locator("#description").fill("Finds, weighs and cites sources.");
    frame.locator("#criteria").fill("- Read the four questions\n- Try them on an article");
    CampusBrowser.tick(frame, "[name=theme][value=digital-citizenship]");
    lecturer.picture("badge-editor");
    Accessibility.checkFrame(lecturer.page(), "badge-editor");
    CampusBrowser.press(frame, "Next");
    assertThat(frame.getByText("What counts")).isVisible(SOON);
    lecturer.picture("rule");
    Accessibility.checkFrame(lecturer.page(), "rule");
    CampusBrowser.press(frame, "Add to the course");
    lecturer.page().waitForURL(url -> url.contains("added="));
    assertThat(lecturer.page().getByText(title).first()).isVisible(SOON);
  }

  private static void switchOn(CampusBrowser lecturer, SampleLms lms, String title) {
    FrameLocator frame = lecturer.open(lms.course, lms.badge(title));
    CampusBrowser.press(frame, "I have restricted it");
    assertThat(CampusBrowser.button(frame, "Switch on")).isEnabled();
    CampusBrowser.press(frame, "Switch on");
    CampusBrowser.press(frame, "Yes, do it");
    assertThat(CampusBrowser.text(frame, "Switched on")).isVisible(SOON);
    assertThat(CampusBrowser.button(frame, "Look now")).isVisible(SOON);
    lecturer.picture("lecturer");
    Accessibility.checkFrame(lecturer.page(), "lecturer");
  }

  private static String claimAndPublish(CampusBrowser learner, SampleLms lms, String title) {
    Activity badge = lms.badge(title);
    FrameLocator frame = learner.open(lms.course, badge);
    assertThat(CampusBrowser.text(frame, "This badge is for you")).isVisible(SOON);
    learner.picture("learner-offer");
    Accessibility.checkFrame(learner.page(), "learner-offer");
    CampusBrowser.press(frame, "Claim");
    assertThat(CampusBrowser.text(frame, "It is yours")).isVisible(SOON);
    CampusBrowser.press(frame, "Make it public");
    assertThat(frame.getByText("Open the public page")).isVisible(SOON);
    learner.picture("learner-claimed");
    Accessibility.checkFrame(learner.page(), "learner-claimed");
    return frame.getByText("Open the public page").getAttribute("href");
  }

  private static void isThereForEverybody(String badge) throws Exception {
    HttpResponse<String> document =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(badge))
                    .header("Accept", "application/json")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.body())
        .contains("OpenBadgeCredential", "eddsa-rdfc-2022", "BitstringStatusListEntry", badge);
  }

  private static void isInTheBackpack(CampusBrowser learner, String title) {
    Page backpack =
        learner
            .context()
            .waitForPage(() -> CampusBrowser.press(learner.tool(), "Open my backpack"));
    assertThat(backpack.getByText(title).first()).isVisible(SOON);
    assertThat(URI.create(backpack.url()).getQuery()).isNull();
    assertThat(URI.create(backpack.url()).getPath()).isEqualTo("/backpack");
  }
}
