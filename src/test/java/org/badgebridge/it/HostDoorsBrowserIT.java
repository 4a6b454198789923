package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.login.RealProvider;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Who comes from a host and is not in yet is asked after any door: a code to their mailbox, or a
 * login at a provider. What they allow is told to their mailbox.
 */
@ArquillianTest
@RunAsClient
class HostDoorsBrowserIT extends InChromium {

  private static final String SIGN_IN = Campuses.tool() + "/backpack/sign-in";
  private static final LocatorAssertions.HasTextOptions SOON_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private final String home = "ida-" + UUID.randomUUID() + "@home.example";
  private String lastCode = "none";

  @Test
  void leadBackToWhatTheHostAsks() throws Exception {
    RealProvider.install();
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Doors for hosts");
    course.switchOn();
    Person ida = course.learnerWhoIsDone("Ida");
    try (BrowserContext staff = StaffPeople.browser(chromium);
        CampusBrowser browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      Page operator = Administrator.enter(staff);
      String institution = StaffPeople.found(operator, "University of Doors");
      try (RealProvider provider = RealProvider.start(Campuses.tool() + "/login/" + institution)) {
        setUp(operator, institution, provider);
        Page page = browser.claim(course, ida);
        addDoors(page, operator, institution);
        byMail(page, operator);
        byLogin(page, institution);
      }
    }
  }

  private void byMail(Page page, Page operator) throws Exception {
    leave(page);
    try (BadgeHost host = BadgeHost.start(Campuses.tool() + "/ims/ob/v3p0")) {
      page.navigate(host.authorize());
      assertThat(page).hasURL(SIGN_IN);
      page.locator("#email").fill(home);
      page.locator("main button.primary").press("Enter");
      page.locator("#code").fill(code(operator));
      page.locator("main button.primary").press("Enter");
      assertThat(page.locator("h1")).hasText("May 127.0.0.1 read your badges?", SOON_TEXT);
      page.locator("[name=badges][value=all]").check();
      page.locator("button[value=allow]").press("Enter");
      assertThat(page.locator("h1")).hasText("Back at the host", SOON_TEXT);
      assertThat(host.got().at("/badges")).hasSize(1);
      assertThat(OutboxReader.message(operator, home, Pattern.compile("may read badges")))
          .contains("127.0.0.1 may read badges in your backpack", "/backpack/hosts");
    }
  }

  private static void byLogin(Page page, String institution) throws Exception {
    leave(page);
    try (BadgeHost host = BadgeHost.start(Campuses.tool() + "/ims/ob/v3p0")) {
      page.navigate(host.authorize());
      assertThat(page).hasURL(SIGN_IN);
      page.locator("a[href*='" + institution + "/begin']").press("Enter");
      assertThat(page.locator("h1")).hasText("May 127.0.0.1 read your badges?", SOON_TEXT);
      page.locator("button[value=refuse]").press("Enter");
      assertThat(page.locator("h1")).hasText("Back at the host", SOON_TEXT);
      assertThat(host.got().at("/error").asText()).isEqualTo("access_denied");
    }
    page.navigate(Campuses.tool() + "/backpack");
    assertThat(page.locator(".grid .tile")).hasCount(1);
  }

  private static void setUp(Page page, String institution, RealProvider provider) {
    page.navigate(Campuses.tool() + "/admin/login/" + institution);
    page.locator("#name").fill("Account of doors");
    page.locator("#issuer").fill(provider.issuer);
    page.locator("#client").fill(RealProvider.CLIENT);
    page.locator("#secret").fill(RealProvider.SECRET);
    page.locator("[name=enabled]").check();
    page.locator("form.card button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).isVisible(SOON);
  }

  private void addDoors(Page page, Page operator, String institution) throws InterruptedException {
    page.navigate(Campuses.tool() + "/backpack/ways");
    page.locator("#email").fill(home);
    page.locator("form[action='/backpack/ways/address'] button").press("Enter");
    page.locator("#code").fill(code(operator));
    page.locator("main button.primary").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("Added", SOON_IN);
    page.navigate(Campuses.tool() + "/backpack/ways");
    page.locator("a[href*='" + institution + "/begin']").press("Enter");
    assertThat(page.locator("main")).containsText("ada@home.example", SOON_IN);
  }

  private static void leave(Page page) {
    page.navigate(Campuses.tool() + "/backpack");
    page.locator("form[action='/backpack/leave'] button").press("Enter");
    page.waitForURL(url -> !url.endsWith("/backpack"));
  }

  /** The code in the latest message: another than the one before. */
  private String code(Page operator) throws InterruptedException {
    lastCode = OutboxReader.code(operator, home, lastCode);
    return lastCode;
  }
}
