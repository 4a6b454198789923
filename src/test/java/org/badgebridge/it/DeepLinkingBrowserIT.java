package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What "add a badge" hands back to the campus: several activities, their columns, or just one. */
@ArquillianTest
@RunAsClient
class DeepLinkingBrowserIT extends InChromium {

  @Test
  void addsSeveralBadgesWithTheirGradeColumnsAtOnce() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.BLACKBOARD));
    List<String> titles = List.of("Pair of badges: first", "Pair of badges: second");
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      FrameLocator frame = twoToChooseFrom(lecturer, titles);
      for (String title : titles) {
        CampusBrowser.tick(frame, "label:has-text('" + title + "') input");
      }
      lecturer.browser.picture("badge-picker-several");
      CampusBrowser.press(frame, "Next");
      assertThat(frame.getByText("these 2 badges")).isVisible(SOON);
      CampusBrowser.tick(frame, "input[name=evidence][value=OWN_GRADE]");
      lecturer.browser.picture("rule-several");
      CampusBrowser.press(frame, "Add to the course");
      lecturer.added(titles.get(0));

      Map<String, Object> answer = lastAnswer(lms);
      assertThat(items(answer)).hasSize(2);
      for (String title : titles) {
        Activity badge = lms.badge(title);
        hasItem(answer, title, attachment(badge), 100);
        Column column = lms.course.columnOf(badge).orElseThrow();
        assertThat(column.maximum()).isEqualTo(100);
        frame = lecturer.open(title);
        assertThat(frame.getByText("The grade column of this activity is read.")).isVisible(SOON);
        assertThat(frame.locator("h1")).hasText(title);
      }
    }
  }

  @Test
  void addsOneBadgeWhereThePlatformTakesOneOnly() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.CANVAS));
    List<String> titles = List.of("Only badge: first", "Only badge: second");
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      FrameLocator frame = twoToChooseFrom(lecturer, titles);
      for (String title : titles) {
        CampusBrowser.tick(frame, "label:has-text('" + title + "') input");
      }
      lecturer.browser.picture("badge-picker-one");
      assertThat(frame.locator("#picker-list input:checked")).hasCount(1);
      CampusBrowser.press(frame, "Next");
      assertThat(frame.getByText(titles.get(1))).isVisible(SOON);
      CampusBrowser.press(frame, "Add to the course");
      lecturer.added(titles.get(1));

      Map<String, Object> answer = lastAnswer(lms);
      assertThat(items(answer)).hasSize(1);
      hasItem(answer, titles.get(1), attachment(lms.badge(titles.get(1))), 0);
      assertThat(answer.get(Claims.DATA)).asString().startsWith("dl:" + lms.course.number() + ":");
      assertThat(answer).containsEntry("aud", List.of("https://canvas.instructure.com"));
    }
  }

  @Test
  void asksForAColumnOnlyWhenTheLecturerWantsOne() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Badge with a column";
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      FrameLocator frame = lecturer.newBadge(title);
      CampusBrowser.tick(frame, "input[name=column]");
      CampusBrowser.press(frame, "Add to the course");
      lecturer.added(title);

      hasItem(lastAnswer(lms), title, attachment(lms.badge(title)), 1);
      assertThat(lms.course.columnOf(lms.badge(title)).orElseThrow().maximum()).isEqualTo(1);
    }
  }

  @Test
  void offersTheActivitiesOfAConnectedMoodleAtOnce() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    SampleLms lms = new SampleLms(campus);
    Activity quiz = lms.quiz();
    campus.school().grade(lms.course, quiz, lms.ada, 90.0);
    campus.school().grade(lms.course, quiz, lms.grace, 40.0);
    String title = "Badge for the quiz";
    try (var connection = new MoodleConnection(chromium);
        var lecturer = new LecturerBrowser(chromium, lms)) {
      connection.test();
      FrameLocator frame = lecturer.newBadge(title);
      assertThat(frame.locator("#activity")).isHidden();
      CampusBrowser.tick(frame, "input[name=evidence][value=ACTIVITY_DONE]");
      assertThat(frame.locator("#percent")).isHidden();
      CampusBrowser.tick(frame, "input[name=evidence][value=ACTIVITY_GRADE]");
      assertThat(frame.locator("#activity")).isVisible(SOON);
      CampusBrowser.press(frame, "Add to the course");
      assertThat(frame.locator("#activity-error")).hasText("Choose the activity that counts.");
      frame.locator("#activity").selectOption(new SelectOption().setLabel(quiz.title()));
      CampusBrowser.press(frame, "Add to the course");
      lecturer.added(title);

      lecturer.switchOn(lecturer.open(title));
      Waiting.until(
          "Ada has the badge",
          () -> {
            FrameLocator now = lecturer.open(title);
            LecturerBrowser.looked(now);
            return LecturerBrowser.listed(now, "Have it", lms.ada).count() == 1;
          });
      frame = lecturer.open(title);
      assertThat(frame.locator("#content")).containsText(quiz.title());
      assertThat(LecturerBrowser.listed(frame, "Have it", lms.grace)).hasCount(0);
      CampusBrowser.press(frame, "Change the rule");
      assertThat(frame.locator("input[value=ACTIVITY_GRADE]")).isChecked();
      assertThat(frame.locator("#activity option:checked")).hasText(quiz.title());
    }
    try (Visitor visitor = new Visitor(chromium, campus, "nl")) {
      choosesAnActivity(visitor.as(lms.lecturer).deepLink(lms.course), "ACTIVITY_GRADE");
      Sights.judge(visitor.page(), "rule-activity");
    }
  }

  @Test
  void addsABadgeWhileAConnectedMoodleIsSilent() {
    Campus campus = Campuses.of(Personality.MOODLE);
    SampleLms lms = new SampleLms(campus);
    String title = "Badge in silence";
    try (var connection = new MoodleConnection(chromium);
        var lecturer = new LecturerBrowser(chromium, lms)) {
      connection.test();
      campus.failures().set(Part.WEB_SERVICES, Mode.NONSENSE);
      FrameLocator frame = lecturer.newBadge(title);
      CampusBrowser.tick(frame, "input[name=evidence][value=ACTIVITY_DONE]");
      assertThat(frame.getByText("does not tell its activities")).isVisible(SOON);
      try (Visitor visitor = new Visitor(chromium, campus, "en")) {
        choosesAnActivity(visitor.as(lms.lecturer).deepLink(lms.course), "ACTIVITY_DONE");
        assertThat(visitor.page().locator("#activities-again")).isVisible(SOON);
        Sights.judge(visitor.page(), "rule-activity-silent");
      }
      CampusBrowser.press(frame, "Add to the course");
      assertThat(frame.locator("#activity-error")).isVisible(SOON);
      CampusBrowser.tick(frame, "input[name=evidence][value=RESTRICTION]");
      CampusBrowser.press(frame, "Add to the course");
      lecturer.added(title);

      frame = lecturer.open(title);
      CampusBrowser.press(frame, "Change the rule");
      CampusBrowser.tick(frame, "input[name=evidence][value=ACTIVITY_DONE]");
      assertThat(frame.locator("#activities-again")).isVisible(SOON);
      campus.failures().repairAll();
      CampusBrowser.press(frame, "Ask again");
      assertThat(frame.locator("#activity")).containsText(lms.reading.title());
    } finally {
      campus.failures().repairAll();
    }
  }

  /** Stands where a badge of before is added again, because of another activity. */
  private static void choosesAnActivity(Visitor lecturer, String evidence) {
    Page page = lecturer.page();
    page.locator("#picker-list input").first().press("Space");
    lecturer.press("form .button.primary", "input[name=evidence]");
    page.locator("input[name=evidence][value=" + evidence + "]").press("Space");
  }

  /** Makes two badge classes, and stands where one chooses among all there are. */
  private static FrameLocator twoToChooseFrom(LecturerBrowser lecturer, List<String> titles) {
    titles.forEach(lecturer::newBadge);
    FrameLocator frame = lecturer.browser.tool();
    CampusBrowser.press(frame, "Back");
    frame.locator("h1:focus").waitFor(); // before that the page does not listen yet
    frame.locator("#picker-words").fill(titles.get(0).replaceAll(":.*", ""));
    assertThat(frame.locator("#picker-list input")).hasCount(2);
    return frame;
  }

  private static Map<String, Object> lastAnswer(SampleLms lms) {
    List<Map<String, Object>> all = lms.campus.deepLinkingResponses();
    return all.get(all.size() - 1);
  }

  private static String attachment(Activity badge) {
    return badge.toolLink().custom().getOrDefault("badgebridge_attachment", "none");
  }

  private static List<Map<String, Object>> items(Map<String, Object> answer) {
    return assertThat(answer.get(Claims.CONTENT_ITEMS))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .actual()
        .stream()
        .map(DeepLinkingBrowserIT::item)
        .toList();
  }

  @SuppressWarnings("unchecked") // JSON objects have strings for keys
  private static Map<String, Object> item(Object item) {
    return (Map<String, Object>) item;
  }

  private static void hasItem(
      Map<String, Object> answer, String title, String attachment, double points) {
    Map<String, Object> item =
        items(answer).stream()
            .filter(each -> title.equals(each.get("title")))
            .findFirst()
            .orElseThrow();
    assertThat(item)
        .containsEntry("type", "ltiResourceLink")
        .containsEntry("url", Campuses.tool() + "/lti/launch")
        .containsEntry("custom", Map.of("badgebridge_attachment", attachment))
        .containsKeys("text", "icon");
    if (points == 0) {
      assertThat(item).doesNotContainKey("lineItem");
      return;
    }
    assertThat(item.get("lineItem"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("label", title)
        .containsEntry("resourceId", attachment)
        .containsEntry("tag", "badge")
        .hasEntrySatisfying(
            "scoreMaximum",
            maximum -> assertThat(((Number) maximum).doubleValue()).isEqualTo(points));
  }
}
