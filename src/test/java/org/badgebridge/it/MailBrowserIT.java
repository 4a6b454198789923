package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner whom no LMS knows is awarded by staff, gets a message with a link, and claims by it;
 * programs that follow links in mail use nothing up, and nobody else gets in.
 */
@ArquillianTest
@RunAsClient
class MailBrowserIT extends InChromium {

  private static final Pattern CLAIM = Pattern.compile("http\\S+(/claim/[\\w-]+)");
  private static final Pattern STOP = Pattern.compile("http\\S+(/mail/stop/[\\w-]+)");
  private static final Caller CALLER = new Caller(Campuses.tool());
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  private static final LocatorAssertions.HasTextOptions SOON_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  private static final PageAssertions.HasURLOptions SOON_AT =
      new PageAssertions.HasURLOptions().setTimeout(60_000);

  private final String zoe = "zoe-" + UUID.randomUUID() + "@example.org";

  @Test
  void claimsByTheLinkInTheMessage() throws InterruptedException {
    try (BrowserContext staff = StaffPeople.browser(chromium);
        BrowserContext mailReader = StaffPeople.browser(chromium)) {
      Page page = Administrator.enter(staff);
      String institution = StaffPeople.found(page, "University of Letters");
      withoutUndo(page, institution);
      ownWords(page, institution);
      publish(page, institution);
      award(page);
      String text = OutboxReader.message(page, zoe, CLAIM);
      assertThat(text).contains("Dear Zoë").contains("Letter writer");
      String link = found(CLAIM, text);

      Sights.judge(page, "mail-outbox");
      remind(page, institution);
      for (String method : new String[] {"GET", "HEAD", "GET"}) {
        assertThat(CALLER.send(method, link, "").statusCode()).isEqualTo(200);
      }
      refusesAnotherBackpack(link);
      Page reader = mailReader.newPage();
      claim(reader, link);

      assertThat(CALLER.get(link).statusCode()).isEqualTo(410);
      reader.navigate(Campuses.tool() + link);
      assertThat(reader.locator("h1")).hasText("This link does nothing any more");
      Sights.judge(reader, "mail-link-over");
      stop(reader, found(STOP, text));
      opensTheBackpack(reader, page);
      refusesGuesses();
    }
  }

  private static void withoutUndo(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/clocks/" + institution);
    page.locator("#undoMinutes").fill("0");
    page.locator("main form button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).isVisible(SOON);
  }

  private static void ownWords(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/mail/" + institution);
    Sights.judge(page, "mail");
    page.locator("a[href$='/text/offer/en']").press("Enter");
    page.locator("body[data-live]").waitFor();
    page.locator("[name=intro]").fill("Dear {name},\n\n{institution} thanks you: {nothing}");
    page.locator("button[value=keep]").press("Enter");
    assertThat(page.locator(".notice.bad")).isVisible(SOON);
    Sights.judge(page, "mail-words-faults");
    page.locator("body[data-live]").waitFor();
    page.locator("[name=intro]").fill("Dear {name},\n\n{institution} thanks you **warmly**.");
    assertThat(page.locator("#preview strong").last()).hasText("warmly", SOON_TEXT);
    Sights.judge(page, "mail-words");
    page.locator("button[value=keep]").press("Enter");
    assertThat(page).hasURL(Pattern.compile("/admin/mail/" + institution + "$"), SOON_AT);
  }

  private static void publish(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/badges/new?institution=" + institution);
    page.locator("body[data-live]").waitFor();
    page.locator("#name").fill("Letter writer");
    page.locator("#description").fill("Writes letters.");
    page.locator("#criteria").fill("Wrote a letter.");
    page.locator("[name=publish]").check();
    page.locator("form.editor button.primary").press("Enter");
    assertThat(page.locator("h1")).hasText("Letter writer", SOON_TEXT);
  }

  private void award(Page page) {
    page.locator("a[href^='/admin/awards/']").press("Enter");
    page.locator("body[data-live]").waitFor();
    byte[] table = ("email,name\n" + zoe + ",Zoë\n").getBytes(StandardCharsets.UTF_8);
    page.locator("#file").setInputFiles(new FilePayload("table.csv", "text/csv", table));
    page.locator("form[action$='/start'] button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).hasText("1 of 1 were awarded.", SOON_TEXT);
  }

  private void remind(Page page, String institution) {
    page.navigate(Campuses.tool() + "/admin/unclaimed?institution=" + institution);
    page.locator("input[name=award]").check();
    page.locator("#remind button").press("Enter");
    assertThat(page.locator("main")).containsText("Zoë");
    assertThat(page.locator("main")).containsText("Is reminded now");
    Sights.judge(page, "mail-reminded");
    page.navigate(Campuses.tool() + "/admin/unclaimed?institution=" + institution);
    page.locator("#remind button").press("Enter");
    assertThat(page.locator("main")).containsText("Nobody was chosen");
  }

  private void refusesAnotherBackpack(String link) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Other people's letters");
    course.switchOn();
    Person bob = course.learnerWhoIsDone("Bob");
    try (var learner = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page backpack = learner.claim(course, bob);
      backpack.navigate(Campuses.tool() + link);
      assertThat(backpack.locator("main")).containsText("somebody else");
      Sights.judge(backpack, "mail-link-of-another");
    }
    assertThat(CALLER.get(link).statusCode()).isEqualTo(200);
  }

  private static void claim(Page page, String link) {
    page.navigate(Campuses.tool() + link);
    assertThat(page.locator("main")).containsText("Letter writer");
    Sights.judge(page, "mail-link");
    page.locator("form[action$='/decline'] button").press("Enter");
    page.locator("form[action$='/undo'] button").press("Enter");
    page.locator("form[action$='/claim'] button").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("The badge is yours");
    Sights.judge(page, "mail-claimed");
  }

  private void stop(Page page, String address) {
    page.navigate(Campuses.tool() + address);
    Sights.judge(page, "mail-stop");
    page.locator("button[value=stop]").press("Enter");
    assertThat(page.locator(".notice.good")).isVisible(SOON);
    page.locator("button[value=resume]").press("Enter");
    assertThat(page.locator("button[value=stop]")).isVisible(SOON);
  }

  private void opensTheBackpack(Page page, Page operator) throws InterruptedException {
    page.navigate(Campuses.tool() + "/backpack");
    assertThat(page).hasURL(Pattern.compile("/backpack/sign-in$"), SOON_AT);
    page.locator("#email").fill("zoe");
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#email-error")).isVisible(SOON);
    Sights.judge(page, "mail-sign-in");
    page.locator("#email").fill(zoe.toUpperCase(Locale.ROOT));
    page.locator("main button.primary").press("Enter");
    page.locator("#code").fill("WRONG");
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator("#code-error")).isVisible(SOON);
    Sights.judge(page, "mail-code");
    page.locator("#code").fill(OutboxReader.code(operator, zoe));
    page.locator("main button.primary").press("Enter");
    assertThat(page).hasURL(Pattern.compile("/backpack$"), SOON_AT);
    assertThat(page.locator("main")).containsText("Letter writer");
  }

  private void refusesGuesses() {
    int last = 0;
    for (int i = 0; i <= 20; i++) {
      last = CALLER.get("/claim/" + UUID.randomUUID()).statusCode();
      assertThat(last).isIn(404, 429);
    }
    assertThat(last).isEqualTo(429);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
