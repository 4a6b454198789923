package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;

/** Somebody's browser at a campus, and the tool in the frame of its pages. */
final class CampusBrowser implements AutoCloseable {

  private static final double PATIENCE = 60_000;

  /** The body of a page whose buttons work: htmx is there and has bound what it put in last. */
  private static final String LIVE =
      "body[data-live]:not(:has(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added))";

  private final Campus campus;
  private final BrowserContext context;
  private final Page page;

  CampusBrowser(Chromium chromium, Campus campus, CookieRule rule) {
    this(chromium, campus, rule, 1200, ColorScheme.LIGHT);
  }

  CampusBrowser(Chromium chromium, Campus campus, CookieRule rule, int width, ColorScheme scheme) {
    this.campus = campus;
    this.context = chromium.open(rule, Campuses.tool(), campus.base(), width, scheme);
    this.context.setDefaultTimeout(PATIENCE);
    this.page = context.pages().get(0);
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  /** Picks a person on the campus's sign-in page. */
  CampusBrowser signIn(Person person) {
    page.navigate(campus.base().toString());
    page.locator("button[name=person][value='" + person.id() + "']").click();
    page.waitForURL(url -> !url.contains("sign-in"));
    return this;
  }

  /** Opens a course and presses "Add a badge". */
  FrameLocator addBadge(Course course) {
    openCourse(course);
    page.getByText("Add a badge").first().click();
    return tool();
  }

  /** Opens an activity; the tool shows itself in its frame. */
  FrameLocator open(Course course, Activity activity) {
    openCourse(course);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(activity.title()))
        .first()
        .click();
    return tool();
  }

  /** Claims a badge that is on offer, and goes from the course page to the backpack. */
  Page claim(BadgeCourse course, Person person) {
    signIn(person);
    press(open(course.course, course.activity()), "Claim");
    return openBackpack();
  }

  /** Goes from the course page to the backpack, which opens beside it. */
  Page openBackpack() {
    Page backpack = context.waitForPage(() -> press(tool(), "Open my backpack"));
    assertThat(backpack.locator("h1"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    return backpack;
  }

  void openCourse(Course course) {
    page.navigate(campus.base().resolve("/courses/" + course.number()).toString());
  }

  /** The tool's frame in the present page. */
  FrameLocator tool() {
    return page.frameLocator("iframe >> nth=0");
  }

  /** A text of the tool's page; what is only read out to those who do not see it is left out. */
  static Locator text(FrameLocator frame, String words) {
    return frame.locator("#content").getByText(words);
  }

  static Locator button(FrameLocator frame, String name) {
    return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
  }

  /**
   * Presses a button by keyboard, once the page is live: the frame grows with its content, and a
   * mouse could miss a button that moves under it.
   */
  static void press(FrameLocator frame, String name) {
    try {
      frame.locator(LIVE).waitFor();
    } catch (TimeoutError e) {
      Page page = frame.owner().page();
      throw new AssertionError(
          "no live page before '" + name + "' at " + page.url() + ": " + contents(page), e);
    }
    button(frame, name).press("Enter");
  }

  /** Ticks a box, or chooses a button among several, by keyboard, as {@link #press}. */
  static void tick(FrameLocator frame, String selector) {
    frame.locator(LIVE).waitFor();
    frame.locator(selector).press("Space");
    assertThat(frame.locator(selector)).isChecked();
  }

  /** What the page holds and which frames it has, for the words of a failure. */
  private static String contents(Page page) {
    return page.frames().stream().map(frame -> frame.url()).toList() + "\n" + page.content();
  }

  /** Keeps a picture of the page below {@code target/screenshots}. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
