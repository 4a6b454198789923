package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * An operator founds an institution and invites its administrator, who makes an issuer group and an
 * issuer, invites an editor, and publishes terms. Every page is judged as it comes.
 */
@ArquillianTest
@RunAsClient
class StaffBrowserIT extends InChromium {

  private static final String NAME =
      "Staffed University " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void anInstitutionIsFoundedStaffedAndFurnished() {
    try (BrowserContext one = StaffPeople.browser(chromium);
        BrowserContext two = StaffPeople.browser(chromium);
        BrowserContext three = StaffPeople.browser(chromium)) {
      Page operator = Administrator.enter(one);
      String institution = StaffPeople.found(operator, NAME);
      judge(operator, "institution");
      operator.navigate(Campuses.tool() + "/admin/institutions");
      judge(operator, "institutions");
      String link =
          StaffPeople.invite(
              operator,
              "institution",
              institution,
              "head-" + institution + "@example.org",
              "INSTITUTION_ADMINISTRATOR");
      judge(operator, "staff-invited");

      Page head = StaffPeople.open(two, link);
      assertThat(head.url()).doesNotContain("#");
      judge(head, "invitation");
      StaffPeople.accept(head, "Hedda Head");
      assertThat(head.locator("header nav")).not().containsText("Operation");
      settle(head, institution);
      String issuer = furnish(head, institution);
      terms(head, institution);

      String second =
          StaffPeople.invite(
              head, "issuer", issuer, "editor-" + institution + "@example.org", "EDITOR");
      Page editor = StaffPeople.accept(StaffPeople.open(three, second), "Edda Editor");
      seesWhatAnEditorSees(editor, institution, issuer);
      head.navigate(Campuses.tool() + "/admin/staff/issuer/" + issuer);
      assertThat(head.getByText("Edda Editor").first()).isVisible();
      assertThat(head.getByText("Hedda Head").first()).isVisible();
      head.locator(".roll details").first().locator("summary").press("Enter");
      judge(head, "staff-of-issuer");
    }
  }

  private static void settle(Page head, String institution) {
    head.navigate(Campuses.tool() + "/admin/institutions/" + institution + "/settings");
    judge(head, "settings");
    Page other = head.context().newPage();
    other.navigate(head.url());
    other.locator("#url").fill("https://www.example.org");
    save(other);
    assertThat(other.locator(".notice.good")).hasText("Saved."); // closed on its way, it never ends
    other.close();

    head.locator("#more").selectOption("nl");
    head.getByText("Add this language").press("Enter");
    head.locator("#name-nl").fill("Bemande universiteit");
    head.locator("#description-en").fill("Where this test looks after badges.");
    head.locator("#email").fill("nobody");
    save(head);
    assertThat(head.locator(".notice.warn")).containsText("Somebody else saved changes");
    assertThat(head.locator("#name-nl")).hasValue("Bemande universiteit");
    assertThat(head.locator("#url-saved")).containsText("https://www.example.org");
    judge(head, "settings-conflict");
    save(head);
    assertThat(head.locator("#email-error")).isVisible();
    judge(head, "settings-faults");
    head.locator("#email").fill("badges@example.org");
    save(head);
    assertThat(head.locator(".notice.good")).hasText("Saved.");
  }

  private static void save(Page page) {
    page.locator("main form.sheets > .row button.primary").press("Enter");
  }

  private static String furnish(Page head, String institution) {
    head.getByText("New issuer group").press("Enter");
    assertThat(head.locator("h1")).hasText("New issuer group");
    judge(head, "group-new");
    head.locator("#name-en").fill("Faculties");
    head.locator("main button.primary").press("Enter");
    assertThat(head.locator("h1")).hasText("Faculties");
    head.getByText("New issuer").first().press("Enter");
    assertThat(head.locator("h1")).hasText("New issuer");
    head.locator("#name-en").fill("Faculty of Law");
    head.locator("#description-en").fill("Law, and what comes with it.");
    judge(head, "issuer-new");
    head.locator("main button.primary").press("Enter");
    assertThat(head.locator("h1")).hasText("Faculty of Law");
    String issuer = StaffPeople.id(head);
    head.getByText("Make a new signing key").press("Enter");
    head.locator("#confirmation .primary").press("Enter");
    assertThat(head.locator("section[aria-labelledby=keys] .pill.good")).hasCount(1);
    judge(head, "issuer");
    head.getByText("Picture", new Page.GetByTextOptions().setExact(true)).press("Enter");
    head.locator("#picture").setInputFiles(picture());
    assertThat(head.locator("#image img")).isVisible();
    judge(head, "picture");
    head.navigate(Campuses.tool() + "/admin/issuers/" + issuer);
    head.locator(".crumbs a").last().press("Enter");
    assertThat(head.locator("h1")).hasText("Faculties");
    judge(head, "group");
    head.navigate(Campuses.tool() + "/admin/institutions/" + institution);
    assertThat(head.getByText("Faculty of Law")).isVisible();
    judge(head, "institution-furnished");
    head.navigate(Campuses.tool() + "/issuers/" + issuer);
    assertThat(head.getByText("Law, and what comes with it.")).isVisible();
    assertThat(head.locator("article img")).isVisible();
    judge(head, "issuer-public");
    return issuer;
  }

  private static FilePayload picture() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
            + "<circle cx='50' cy='50' r='48' fill='#1f5fbf'/>"
            + "<path d='M25 60 50 25 75 60Z' fill='#fff'/></svg>";
    return new FilePayload("emblem.svg", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
  }

  private static void terms(Page head, String institution) {
    head.navigate(Campuses.tool() + "/admin/terms/" + institution);
    judge(head, "terms-none");
    head.locator("#text-en").fill("# Fair play\n\nYou earn *your own* badges.");
    head.locator("main form button.primary").press("Enter");
    assertThat(head.locator("#now")).hasText("In force: version 1");
    judge(head, "terms");
    head.navigate(Campuses.tool() + "/terms/" + institution);
    assertThat(head.locator("h3")).hasText("Fair play");
    judge(head, "terms-public");
  }

  private static void seesWhatAnEditorSees(Page editor, String institution, String issuer) {
    assertThat(editor.locator("main a[href$='/settings']")).hasCount(0);
    assertThat(editor.locator("header nav")).not().containsText("Platforms");
    editor.navigate(Campuses.tool() + "/admin/issuers/" + issuer);
    assertThat(editor.locator("#name-en")).hasValue("Faculty of Law");
    assertThat(editor.getByText("Make a new signing key")).hasCount(0);
    judge(editor, "issuer-for-an-editor");
    editor.navigate(Campuses.tool() + "/admin/staff/institution/" + institution);
    assertThat(editor.locator("#email")).hasCount(0);
    judge(editor, "staff-for-an-editor");
    editor.navigate(Campuses.tool() + "/admin");
    judge(editor, "insight-for-an-editor");
    editor.navigate(Campuses.tool() + "/admin/operator");
    assertThat(editor.locator("h1")).not().hasText("Operation");
  }

  private static void judge(Page page, String name) {
    Administrator.picture(page, "staff-" + name);
    judge(page, name, ColorScheme.LIGHT, 1200);
    judge(page, name, ColorScheme.DARK, 1200);
    judge(page, name, ColorScheme.LIGHT, 320);
    judge(page, name, ColorScheme.DARK, 320);
    Administrator.picture(page, "staff-" + name + "-small");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1200, 900);
  }

  private static void judge(Page page, String name, ColorScheme scheme, int width) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)); // no colour is on its way to another
    page.setViewportSize(width, 900);
    String where = name + ", " + scheme + ", " + width + " px";
    Accessibility.check(page, where);
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as(where).isLessThanOrEqualTo(width);
  }
}
