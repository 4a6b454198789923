package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A lecturer shows a code in the room, a learner types it on their own page, and the lecturer
 * corrects, prints, ticks off and uploads; in each language, by keyboard, on large and small
 * screens.
 */
@ArquillianTest
@RunAsClient
class AttendanceBrowserIT extends InChromium {

  @BeforeAll
  static void isPatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void fromTheCodeOnTheWallToTheLearnersCount(String language) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Attended " + language);
    Person lea = person(made, Role.LECTURER, language);
    Person ada = person(made, Role.LEARNER, language);
    made.complete(ada);
    made.open(made.learnerWhoIsDone("Bo"));
    try (Visitor lecturer = new Visitor(chromium, campus, language);
        Visitor learner = new Visitor(chromium, campus, language)) {
      learner.as(ada).launch(made.course, made.activity());
      assertThat(learner.page().locator("input[name=code]")).hasCount(0);
      lecturer.as(lea).launch(made.course, made.activity());
      lecturer.press("#attendance", "#new-series").judge("nothing yet");
      openMeeting(lecturer);
      checksIn(made, lecturer, learner);
      corrects(made, lecturer, learner);
      prints(lecturer);
      ticksOff(lecturer);
      uploads(lecturer, ada);
    }
  }

  private static void openMeeting(Visitor lecturer) {
    Page page = lecturer.page();
    lecturer.press("form[hx-post$='/series'] button", "#new-series-error").judge("no title");
    assertThat(page.locator("#new-series")).isFocused();
    page.locator("#new-series").fill("Lectures <b>& labs</b>");
    lecturer.press("form[hx-post$='/series'] button", "button[hx-get*='/attendance/series/']");
    lecturer.press("button[hx-get*='/attendance/series/']", "#stay").judge("no meeting");
    page.locator("#stay").fill("long");
    lecturer.press("#content form button", "#stay-error").judge("an odd stay");
    page.locator("#stay").fill("");
    lecturer.press("#content form button", "button[hx-get*='/attendance/meetings/']");
    lecturer.judge("a planned meeting");
    lecturer.press("button[hx-get*='/attendance/meetings/']", "#open").judge("not open");
    lecturer.press("#open", "#wall .code");
    assertThat(page.locator("#close")).isFocused();
    lecturer.judge("the code on the wall");
    Administrator.picture(page, "attendance-wall");
    page.locator("[data-fullscreen]").press("Enter");
    page.waitForFunction("document.fullscreenElement?.id === 'wall'");
    page.evaluate("document.exitFullscreen()");
  }

  private static void checksIn(BadgeCourse made, Visitor lecturer, Visitor learner) {
    Page page = learner.launch(made.course, made.activity()).page();
    learner.judge("a learner's page while a meeting is open");
    page.locator("input[name=code]").fill("wrong");
    page.locator("input[name=code]").press("Enter");
    assertThat(page.locator("input[name=code]")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("input[name=code]")).isFocused();
    learner.judge("a wrong code");
    Administrator.picture(page, "attendance-wrong-code");
    lecturer.page().locator("#code").waitFor();
    page.locator("input[name=code]").fill(code(lecturer).toLowerCase(Locale.ROOT));
    page.locator("input[name=code]").press("Enter");
    assertThat(page.locator(".notice.good [data-focus]")).isFocused();
    assertThat(page.locator("input[name=code]")).hasCount(0);
    assertThat(own(page)).containsText(Pattern.compile("1 (of|van) 1"));
    learner.judge("checked in");
    Administrator.picture(page, "attendance-checked-in");
  }

  private static String code(Visitor lecturer) {
    return lecturer.page().locator("#wall .code").textContent().strip();
  }

  private static void corrects(BadgeCourse made, Visitor lecturer, Visitor learner) {
    Page page = lecturer.page();
    lecturer.press("#close", "#open");
    assertThat(page.locator("#roll .pill.good")).hasCount(1);
    row(page, "Robin").locator("input").press("Space");
    lecturer.press("#roll button[hx-post$='/absent']", ".notice.good");
    assertThat(page.locator("#words")).isFocused();
    assertThat(page.locator("#roll .pill.good")).hasCount(0);
    page.locator(Visitor.AT_REST).waitFor();
    page.locator("#words").fill("bo");
    assertThat(page.locator("#roll li")).hasCount(1);
    row(page, "Bo").locator("input").press("Space");
    lecturer.press("#roll .button.primary", "#roll .pill.good");
    assertThat(page.locator("#words")).isFocused();
    page.locator(Visitor.AT_REST).waitFor();
    page.locator("#words").fill("");
    assertThat(page.locator("#roll li")).hasCount(2);
    lecturer.judge("corrected");
    Administrator.picture(page, "attendance-corrected");
    Page seen = learner.launch(made.course, made.activity()).page();
    assertThat(own(seen)).containsText(Pattern.compile("0 (of|van) 1"));
  }

  private static void prints(Visitor lecturer) {
    Page page = lecturer.page();
    lecturer.press("#to-paper", ".boxes").judge("the list for paper");
    Administrator.picture(page, "attendance-paper");
    assertThat(page.locator(".boxes li")).hasCount(2);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("[data-print]")).isHidden();
    assertThat(page.locator(".boxes li").first()).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    lecturer.press(".paper .button.quiet", "#to-paper");
    assertThat(page.locator("#to-paper")).isFocused();
  }

  private static void ticksOff(Visitor lecturer) {
    Page page = lecturer.page();
    lecturer.press("#content .button.flush", "#stay").press("#content .button.flush", "#new-task");
    page.locator("#new-task").fill("Presented a poster");
    lecturer.press("form[hx-post$='/tasks'] button", "button[hx-get*='/attendance/tasks/']");
    lecturer.judge("a series and a task");
    Administrator.picture(page, "attendance-overview");
    renames(lecturer);
    removes(lecturer);
    lecturer.press("button[hx-get*='/attendance/tasks/']", "#file").judge("a task");
    lecturer.press("#roll .button.primary", ".notice.warn").judge("nobody ticked");
    row(page, "Robin").locator("input").press("Space");
    row(page, "Bo").locator("input").press("Space");
    lecturer.press("#roll .button.primary", "#undo");
    assertThat(page.locator("#roll .pill.good")).hasCount(2);
    lecturer.judge("ticked off");
    Administrator.picture(page, "attendance-task");
    lecturer.press("#undo", ".notice.good:not(:has(#undo))");
    assertThat(page.locator("#roll .pill.good")).hasCount(0);
  }

  private static void renames(Visitor lecturer) {
    Page page = lecturer.page();
    lecturer.press("button[hx-get*='/attendance/tasks/']", "#own-title");
    page.locator("#own-title").fill("");
    lecturer.press("#change-own button", "#own-title-error").judge("a task without a title");
    assertThat(page.locator("#own-title")).isFocused();
    page.locator("#own-title").fill("Presented the poster");
    lecturer.press("#change-own button", "button[hx-get*='/attendance/tasks/']");
    assertThat(page.locator("#content")).containsText("Presented the poster");
  }

  private static void removes(Visitor lecturer) {
    Page page = lecturer.page();
    page.locator("#new-task").fill("A mistake");
    lecturer.press("form[hx-post$='/tasks'] button", "bdi:text-is('A mistake')");
    lecturer.press("li:has-text('A mistake') button", "#own-title");
    lecturer.press("#change-own button.quiet", "#confirmation[open]").judge("whether to remove");
    page.locator("#confirmation .primary").press("Enter");
    page.locator("#new-task").waitFor();
    assertThat(page.locator("#content")).not().containsText("A mistake");
  }

  private static void uploads(Visitor lecturer, Person ada) {
    Page page = lecturer.page();
    file(page, "name\nAda\n");
    assertThat(page.locator("#table .error")).isVisible();
    lecturer.judge("a table without headings");
    file(page, "e-mail,score\n" + ada.email() + ",8/10\nnobody@else.example,9/10\n");
    assertThat(page.locator("#table tbody tr")).hasCount(2);
    lecturer.judge("what a table would do");
    Administrator.picture(page, "attendance-table");
    lecturer.press("#table .button.primary", "#taken").judge("taken");
    assertThat(page.locator(".roll .pill.good")).hasCount(1);
    lecturer.press("#content .button.primary", "#roll");
    assertThat(row(page, "Robin")).containsText("8");
  }

  private static void file(Page page, String text) {
    page.locator(Visitor.AT_REST).waitFor();
    page.locator("#file")
        .setInputFiles(
            new FilePayload("posters.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Locator own(Page page) {
    return page.locator("section:has(#own-attendance)");
  }

  private static Locator row(Page page, String name) {
    return page.locator("#roll li", new Page.LocatorOptions().setHasText(name));
  }

  private static Person person(BadgeCourse made, Role role, String language) {
    Person person =
        made.campus.school().addPerson("Robin", role + " of " + language, role, language);
    made.campus.school().enrol(made.course, person, role);
    return person;
  }
}
