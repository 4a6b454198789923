package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Person;

/** A lecturer at work: adds badges to the course, watches who gets them, and types grades. */
final class LecturerBrowser implements AutoCloseable {

  /** What counts, by the value of the choice. */
  enum Evidence {
    RESTRICTION,
    OWN_GRADE,
    COLUMN_GRADE
  }

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  final CampusBrowser browser;
  private final SampleLms lms;

  LecturerBrowser(Chromium chromium, SampleLms lms) {
    this.lms = lms;
    browser = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED).signIn(lms.lecturer);
  }

  /** Makes a badge by "Add a badge", which puts its activity into the course. */
  void addBadge(String title, Evidence evidence) {
    FrameLocator frame = newBadge(title);
    CampusBrowser.tick(frame, "input[name=evidence][value=" + evidence + "]");
    CampusBrowser.press(frame, "Add to the course");
    added(title);
  }

  /** Makes the badge and stops before its rule is chosen. */
  FrameLocator newBadge(String title) {
    FrameLocator frame = browser.addBadge(lms.course);
    CampusBrowser.press(frame, "New badge");
    frame.locator("#name").fill(title);
    frame.locator("#description").fill("Finds, weighs and cites sources.");
    frame.locator("#criteria").fill("- Read the four questions\n- Try them on an article");
    CampusBrowser.press(frame, "Next");
    assertThat(frame.getByText("What counts")).isVisible(SOON);
    return frame;
  }

  /** Waits until the course shows the activity. */
  void added(String title) {
    browser.page().waitForURL(url -> url.contains("added="));
    assertThat(browser.page().getByText(title).first()).isVisible(SOON);
  }

  /** Says in the course that the badge opens only after the other activity is completed. */
  void restrict(String title, Activity after) {
    browser.openCourse(lms.course);
    Locator row =
        browser
            .page()
            .locator("li.activity")
            .filter(
                new Locator.FilterOptions()
                    .setHas(browser.page().locator("a.title", byText(title))));
    row.locator("summary").click();
    row.locator("select[name=other]").selectOption(new SelectOption().setLabel(after.title()));
    row.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(row.getByText("Opens when")).isVisible(SOON);
  }

  private static Page.LocatorOptions byText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  FrameLocator open(String title) {
    return browser.open(lms.course, lms.badge(title));
  }

  /** Confirms the restriction and switches on. */
  FrameLocator confirmAndSwitchOn(String title) {
    FrameLocator frame = open(title);
    CampusBrowser.press(frame, "I have restricted it");
    assertThat(CampusBrowser.button(frame, "Switch on")).isEnabled();
    return switchOn(frame);
  }

  /** Switches on, and waits until the first look that this brings about has ended. */
  FrameLocator switchOn(FrameLocator frame) {
    CampusBrowser.press(frame, "Switch on");
    CampusBrowser.press(frame, "Yes, do it");
    assertThat(frame.locator("#content").getByText("Switched on", exactly())).isVisible(SOON);
    looked(frame);
    return frame;
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  /** Waits until no look runs. */
  static void looked(FrameLocator frame) {
    assertThat(CampusBrowser.button(frame, "Look now")).isVisible(SOON);
  }

  /** The learner's row in one of the lists: "Have it", "Not yet" and so on. */
  static Locator listed(FrameLocator frame, String list, Person learner) {
    return list(frame, list).locator("li", new Locator.LocatorOptions().setHasText(learner.name()));
  }

  /** One of the lists of learners, folded or not. */
  static Locator list(FrameLocator frame, String list) {
    return frame.locator(
        ".people > details",
        new FrameLocator.LocatorOptions().setHas(frame.locator("summary", hasText(list))));
  }

  private static FrameLocator.LocatorOptions hasText(String text) {
    return new FrameLocator.LocatorOptions().setHasText(text);
  }

  /** Asks for a look, and waits for its end. */
  FrameLocator lookNow(String title) {
    FrameLocator frame = open(title);
    looked(frame);
    CampusBrowser.press(frame, "Look now");
    assertThat(frame.getByText("We are looking")).isVisible(SOON);
    looked(frame);
    return frame;
  }

  /** Types a grade into the gradebook of the campus. */
  void grade(String column, Person learner, String value) {
    openGradebook();
    cell(column, learner).fill(value);
    browser.page().getByText("Save grades").click();
    assertThat(cell(column, learner)).hasValue(value);
  }

  /** Gives a column of the gradebook the formula that takes over another one. */
  void formula(String column, String source) {
    openGradebook();
    Locator form =
        browser
            .page()
            .locator("form.row")
            .filter(new Locator.FilterOptions().setHasText("Formula of “" + column + "”"));
    form.locator("select").selectOption(new SelectOption().setLabel("= " + source));
    form.getByRole(AriaRole.BUTTON, named("Save formula")).click();
    assertThat(form.locator("option:checked")).hasText("= " + source);
  }

  void openGradebook() {
    browser
        .page()
        .navigate(
            lms.campus.base().resolve("/courses/" + lms.course.number() + "/gradebook").toString());
  }

  /** The field of one learner's grade in the page of the gradebook. */
  Locator cell(String column, Person learner) {
    return browser
        .page()
        .getByLabel(column + ", " + learner.name(), new Page.GetByLabelOptions().setExact(true));
  }

  @Override
  public void close() {
    browser.close();
  }
}
