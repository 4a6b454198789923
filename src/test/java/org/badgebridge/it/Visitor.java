package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;

/**
 * A browser in one language that becomes one person after the other and judges every page it sees:
 * readable by everybody (axe, WCAG 2.2 AA), in the right language, and no wider than a small
 * screen.
 */
final class Visitor implements AutoCloseable {

  /** The smallest screen (WCAG 2.2, 1.4.10 Reflow). */
  private static final int SMALL = 320;

  private static final int LARGE = 1200;
  private static final double PATIENCE = 60_000;

  /** Nothing is on its way, and what came last is bound. */
  static final String AT_REST =
      "body:not(:has(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added))";

  private final Campus campus;
  private final String language;
  private final BrowserContext context;
  private Page page;

  Visitor(Chromium chromium, Campus campus, String language) {
    this.campus = campus;
    this.language = language;
    this.context =
        chromium.open(
            CookieRule.PARTITIONED,
            Campuses.tool(),
            campus.base(),
            LARGE,
            ColorScheme.LIGHT,
            language);
    context.setDefaultTimeout(PATIENCE);
    this.page = context.pages().get(0);
  }

  Page page() {
    return page;
  }

  Visitor as(Person person) {
    String[] session = campus.signIn(person).split("=", 2);
    context.addCookies(
        List.of(
            new Cookie(session[0], session[1])
                .setDomain(campus.base().getHost())
                .setPath("/")
                .setSecure(true)
                .setSameSite(SameSiteAttribute.NONE)));
    return this;
  }

  /** Opens an activity in the whole window, as the frame would show it. */
  Visitor launch(Course course, Activity activity) {
    return inFrame("/launch/" + course.number() + "/" + activity.number());
  }

  /** Opens "add a badge" in the whole window. */
  Visitor deepLink(Course course) {
    return inFrame("/deep-link/" + course.number() + "/" + campus.clientId());
  }

  private Visitor inFrame(String path) {
    page.navigate(campus.base().resolve(path).toString());
    page.locator("body.frame[data-live]").waitFor();
    return this;
  }

  /** Opens a page of the tool outside the frame. */
  Visitor visit(String path) {
    page.navigate(Campuses.tool().resolve(path).toString());
    return this;
  }

  /**
   * Presses what this selector finds, by keyboard, and waits for what the next one finds, and for
   * the focus to be where the page puts it: keys that are pressed before go elsewhere.
   */
  Visitor press(String selector, String then) {
    page.locator(AT_REST).waitFor();
    page.locator(selector).first().press("Enter");
    page.locator(then).first().waitFor();
    page.locator(AT_REST).waitFor();
    return this;
  }

  /** Posts a form to the tool from the page where the browser is. */
  Visitor post(String path, Map<String, String> fields) {
    page.evaluate(
        """
        ([action, fields]) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action });
          for (const [name, value] of Object.entries(fields)) {
            form.append(Object.assign(document.createElement('input'), { name, value }));
          }
          document.body.append(form);
          document.documentElement.dataset.left = 'yes';
          form.submit();
        }
        """,
        List.of(Campuses.tool().resolve(path).toString(), fields));
    page.locator("html:not([data-left]) main#content").waitFor();
    return this;
  }

  /** Goes on in the tab that a press opens. */
  Visitor inNewTab(String selector) {
    Page before = page;
    page = context.waitForPage(() -> before.locator(selector).first().press("Enter"));
    page.waitForLoadState();
    page.locator("main#content h1").first().waitFor();
    before.close();
    return this;
  }

  /**
   * Judges the page as it is: large in one colour scheme and small in the other, which changes with
   * the language, so that both languages together see all four.
   */
  void judge(String where) {
    boolean english = language.equals("en");
    judge(where, LARGE, english ? ColorScheme.LIGHT : ColorScheme.DARK);
    judge(where, SMALL, english ? ColorScheme.DARK : ColorScheme.LIGHT);
    page.setViewportSize(LARGE, 900);
  }

  private void judge(String where, int width, ColorScheme scheme) {
    String which = where + " in " + language + ", " + scheme + ", " + width + " px";
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)); // no colour is on its way to another
    page.setViewportSize(width, 900);
    assertThat(page.locator("html").getAttribute("lang")).as(which).isEqualTo(language);
    Accessibility.check(page, which);
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as(which + ": width").isLessThanOrEqualTo(width);
  }

  @Override
  public void close() {
    context.close();
  }
}
