package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.framework.file.SampleFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A lecturer makes a badge with everything that needs the server on the way, inside the frame of an
 * LMS of another site, where cookies do not come along.
 */
@ArquillianTest
@RunAsClient
class FrameEditorBrowserIT extends InChromium {

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
        <circle cx="100" cy="100" r="80" fill="#c03"/>
      </svg>
      """;
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void drawsPicksAndLooksInTheFrame() {
    Campus campus = Campuses.of(Personality.CANVAS);
    BadgeCourse made = BadgeCourse.make(campus, "Stone of the path");
    importsAFramework(made.badgeClass);
    try (var lecturer = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      lecturer.signIn(made.lecturer);
      FrameLocator frame = lecturer.addBadge(made.course);
      CampusBrowser.press(frame, "New badge");
      frame.locator("#name").fill("Made in the frame");
      frame.locator("#description").fill("Everything was there.");
      frame.locator("#criteria").fill("- Try all of it");
      assertThat(frame.locator("[data-preview]"))
          .hasAttribute(
              "src",
              Pattern.compile(".*Made.in.the.frame.*"),
              new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
      CampusBrowser.tick(frame, "[name=type][value=pathway]");
      uploads(frame);
      aligns(frame);
      String stone = steps(frame, made.badgeClass);
      lecturer.picture("frame-editor");
      Accessibility.checkFrame(lecturer.page(), "frame-editor");
      CampusBrowser.press(frame, "Next");
      assertThat(frame.getByText("What counts")).isVisible(SOON);
      assertThat(stone).isEqualTo(made.badgeClass);
    }
  }

  private static void uploads(FrameLocator frame) {
    Locator file = frame.locator("input[type=file][data-upload]");
    file.setInputFiles(
        new FilePayload("letter.txt", "text/plain", "no picture".getBytes(StandardCharsets.UTF_8)));
    assertThat(frame.locator("#artwork .error")).isVisible(SOON);
    file.setInputFiles(
        new FilePayload("art.svg", "image/svg+xml", SVG.getBytes(StandardCharsets.UTF_8)));
    assertThat(frame.locator("[name=artwork]"))
        .isChecked(new LocatorAssertions.IsCheckedOptions().setTimeout(60_000));
  }

  private static void aligns(FrameLocator frame) {
    frame.locator("details:has(#alignmentSearch) > summary").press("Enter");
    frame.locator("#alignmentSearch").pressSequentially("musical manage");
    Locator suggestion = frame.locator(".suggestion").first();
    assertThat(suggestion).isVisible(SOON);
    suggestion.press("Enter");
    assertThat(frame.locator("[name=alignmentName]")).hasValue("manage musical staff");
  }

  private static String steps(FrameLocator frame, String badge) {
    frame.locator("details:has([data-add=step]) > summary").press("Enter");
    frame.locator("[data-add=step]").press("Enter");
    Locator step = frame.locator("[data-rows=step] > fieldset").first();
    step.locator("[data-pick]").pressSequentially("stone of");
    Locator choice = step.locator("[data-picked='" + badge + "']");
    assertThat(choice).isVisible(SOON);
    choice.press("Enter");
    Locator chosen = step.locator("[data-chosen] > li input").first();
    assertThat(step.locator("[data-chosen] > li")).hasCount(1);
    return chosen.inputValue();
  }

  private void importsAFramework(String badge) {
    try (BrowserContext context = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(context);
      page.navigate(Campuses.tool() + "/admin/badges/" + badge);
      String list =
          page.locator("a[href^='/admin/badges?institution=']").first().getAttribute("href");
      page.navigate(Campuses.tool() + list.replace("/admin/badges?", "/admin/frameworks?"));
      page.locator("body[data-live]").waitFor();
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  "skills_en.csv",
                  "application/octet-stream",
                  SampleFiles.ESCO_WITH_A_FAULT.getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator("#name")).isVisible(SOON);
      page.locator("main button.primary").press("Enter");
      assertThat(page.locator("#state .roll li").first()).isVisible(SOON);
      assertThat(page.url()).contains("/admin/frameworks/");
    }
  }
}
