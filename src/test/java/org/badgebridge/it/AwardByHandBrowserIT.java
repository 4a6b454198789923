package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A lecturer awards by hand and approves with words, staff do the same, and an award is followed
 * from its offer to what took its place.
 */
@ArquillianTest
@RunAsClient
class AwardByHandBrowserIT extends InChromium {

  @BeforeAll
  static void isPatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @Test
  void awardsByHandAndFollowsWhatWasGiven() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Given by hand");
    Person ada = made.learnerWhoIsDone("Ada");
    made.learner("Bo");
    made.learner("Cleo");
    try (BrowserContext context = StaffPeople.browser(chromium);
        Visitor lecturer = new Visitor(chromium, campus, "en")) {
      Page staff = Administrator.enter(context);
      asksForMore(staff, made.badgeClass);
      made.switchOn();
      Waiting.until(
          "the proposal for Ada",
          () -> made.lecturerFrame().get("/course/attachment").body().contains("id=\"proposals\""));
      lecturer.as(made.lecturer).launch(made.course, made.activity());
      approvesWithWords(lecturer);
      remindsByKeyboard(lecturer);
      awardsTwoByKeyboardAndTakesOneBack(lecturer);
      awardsOneByName(staff, made.badgeClass);
      followsAda(staff, made, ada);
    }
  }

  /** Lets every award of the badge class say what was done, with evidence. */
  private static void asksForMore(Page staff, String badge) {
    staff.navigate(Campuses.tool() + "/admin/badges/" + badge);
    staff.locator("body[data-live]").waitFor();
    staff.locator("details:has([name=narrativeRequired]) > summary").press("Enter");
    staff.locator("[name=narrativeRequired]").check();
    staff.locator("[name=evidenceRequired]").check();
    staff.locator("form.editor button.primary").press("Enter");
    assertThat(staff.locator(".notice.good")).isVisible(SOON);
  }

  private static void approvesWithWords(Visitor lecturer) {
    Page page = lecturer.page();
    assertThat(page.locator("#people-PROPOSED")).containsText("Ada");
    Sights.judge(page, "by-hand-proposed");
    lecturer.press("#people-PROPOSED li button", "form[hx-post$='/said']");
    Sights.judge(page, "by-hand-approve");
    page.locator("#narrative").fill("Read *every* page.");
    lecturer.press("form[hx-post$='/said'] button.primary", "#evidenceUrl-error");
    assertThat(page.locator("#evidenceUrl")).isFocused();
    assertThat(page.locator("#narrative")).hasValue("Read *every* page.");
    page.locator("#evidenceUrl").fill("https://work.example/ada");
    lecturer.press("form[hx-post$='/said'] button.primary", "#people-HAS:has(li) summary");
    assertThat(page.locator("#people-HAS")).containsText("Ada");
  }

  private static void remindsByKeyboard(Visitor lecturer) throws Exception {
    Page page = lecturer.page();
    Keyboard keyboard = new Keyboard(page);
    Locator closed = page.locator("#people-HAS:not([open]) summary");
    if (closed.count() > 0) {
      closed.press("Enter");
    }
    keyboard.reach("Remind Ada").press("Enter").lands("Remind Ada");
    assertThat(page.locator(".notice.info[data-announce]"))
        .containsText("A message is on its way", soonText());
    Sights.judge(page, "by-hand-reminded");
  }

  private static void awardsTwoByKeyboardAndTakesOneBack(Visitor lecturer) throws Exception {
    Page page = lecturer.page();
    Keyboard keyboard = new Keyboard(page);
    keyboard.reach("Award by hand").press("Enter").lands("Badge Given by hand");
    assertThat(page.locator("#hand-learners input:disabled")).hasCount(1);
    Sights.judge(page, "by-hand-form");
    keyboard.reach("Search by name").type("bo");
    assertThat(page.locator("#hand-learners li")).hasCount(1, soon());
    keyboard.reach("Bo").press("Space").back("Search by name").press("Control+a").type("cleo");
    assertThat(page.locator("#hand-learners")).containsText("Cleo", soonText());
    assertThat(page.locator("#hand-learners input:checked")).hasCount(1);
    keyboard.reach("Cleo").press("Space").reach("Look it over").press("Enter");
    keyboard.lands("What the learner did").type("Helped in the library.");
    assertThat(page.locator("#hand-learners input:checked")).hasCount(2);
    Sights.judge(page, "by-hand-faults");
    keyboard.reach("Web address").type("https://work.example/both");
    keyboard.reach("Look it over").press("Enter").lands("Award 2 learners?");
    Sights.judge(page, "by-hand-confirm");
    keyboard.press("Tab").reach("Award 2 learners").press("Enter").lands("2 learners were awarded");
    Sights.judge(page, "by-hand-done");
    keyboard.reach("Undo Bo").press("Enter");
    assertThat(page.getByText("Undone: the offer is taken back.").first()).isVisible(SOON);
    assertThat(page.locator("#people-ENDED")).containsText("Bo");
  }

  private static void awardsOneByName(Page staff, String badge) {
    staff.navigate(Campuses.tool() + "/admin/awards/" + badge);
    staff.locator("a[href$='/one']").press("Enter");
    staff.locator("body[data-live]").waitFor();
    staff.locator("#words").pressSequentially("cleo learner");
    assertThat(staff.locator("#people input:disabled").first()).isVisible(SOON);
    Sights.judge(staff, "by-hand-staff-search");
    staff.locator("[name=by][value=EMAIL]").check();
    staff.locator("#email").fill("zed@mail.example");
    staff.locator("#narrative").fill("Gave a talk.");
    staff.locator("main form button.primary").press("Enter");
    assertThat(staff.locator("#name-error")).isVisible(SOON);
    assertThat(staff.locator("#evidenceUrl-error")).isVisible();
    assertThat(staff.locator("#narrative")).hasValue("Gave a talk.");
    Sights.judge(staff, "by-hand-staff-faults");
    staff.locator("#name").fill("Zed Zero");
    staff.locator("#evidenceUrl").fill("https://work.example/zed");
    staff.locator("#from").fill("2099-01-01T09:00");
    staff.locator("main form button.primary").press("Enter");
    assertThat(staff.locator(".notice.good")).containsText("Planned");
    Sights.judge(staff, "by-hand-staff-planned");
    open(staff, "reschedule");
    assertThat(staff.locator("#from")).hasValue("2099-01-01T09:00");
    staff.locator("#from").fill("");
    staff.locator("form[action$='/reschedule'] button").press("Enter");
    assertThat(state(staff)).hasText("to be claimed");
  }

  private static void followsAda(Page staff, BadgeCourse made, Person ada) {
    staff.navigate(Campuses.tool() + "/admin/direct-awards?badge=" + made.badgeClass);
    assertThat(staff.locator("tbody tr")).hasCount(4);
    Sights.judge(staff, "by-hand-list");
    staff.locator("#words").fill("ada");
    staff.locator("main form button").last().press("Enter");
    assertThat(staff.locator("tbody tr")).hasCount(1);
    staff.locator("tbody a").press("Enter");
    assertThat(state(staff)).hasText("to be claimed");

    open(staff, "withdraw");
    staff.locator("form[action$='/withdraw'] button").press("Enter");
    assertThat(staff.locator("#why-withdraw-error")).isVisible(SOON);
    Sights.judge(staff, "by-hand-story-faults");
    staff.locator("#why-withdraw").fill("Given too early");
    staff.locator("form[action$='/withdraw'] button").press("Enter");
    assertThat(state(staff)).hasText("withdrawn");
    staff.locator(".sections form[action$='/restore'] button").press("Enter");
    assertThat(state(staff)).hasText("to be claimed");

    made.claim(ada);
    staff.reload();
    open(staff, "revoke");
    staff.locator("#why-revoke").fill("The wrong work was looked at");
    staff.locator("form[action$='/revoke'] button").press("Enter");
    assertThat(state(staff)).hasText("revoked");
    Sights.judge(staff, "by-hand-story");
    Locator deeds = staff.locator("section[aria-labelledby=deeds] table");
    assertThat(deeds).containsText("from the course page");
    assertThat(deeds).containsText("Ada");
    assertThat(deeds).not().containsText(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-"));
    open(staff, "reissue");
    assertThat(staff.locator("#narrative")).hasValue("Read *every* page.");
    Sights.judge(staff, "by-hand-reissue");
    staff.locator("#narrative").fill("Read every page twice.");
    staff.locator("form[action$='/reissue'] button").press("Enter");
    assertThat(state(staff)).hasText("to be claimed");
    assertThat(staff.locator(".facts")).containsText("Read every page twice.");
    Sights.judge(staff, "by-hand-reissued");
    staff.locator(".facts a:text('an earlier award')").press("Enter");
    assertThat(state(staff)).hasText("revoked");
    assertThat(staff.locator(".facts a:text('a later award')")).isVisible();
    made.claim(ada);
  }

  private static void open(Page page, String deed) {
    page.locator("details:has(form[action$='/" + deed + "']) > summary").press("Enter");
  }

  private static Locator state(Page page) {
    return page.locator("h1 + .pill");
  }

  private static LocatorAssertions.HasCountOptions soon() {
    return new LocatorAssertions.HasCountOptions().setTimeout(60_000);
  }

  private static LocatorAssertions.ContainsTextOptions soonText() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }
}
