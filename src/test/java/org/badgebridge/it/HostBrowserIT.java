package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A learner lets a host read their badges: comes from there without being in, goes through the door
 * of the course, is asked, allows it, sees it in the backpack, and ends it.
 */
@ArquillianTest
@RunAsClient
class HostBrowserIT extends InChromium {

  private static final LocatorAssertions.HasTextOptions SOON_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  private static final LocatorAssertions.ContainsTextOptions SOON_IN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private final Caller caller = new Caller(Campuses.tool());

  @Test
  void aHostOfOtherPeopleReadsABackpackAsItsOwnerAllows() throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Hosted");
    course.switchOn();
    Person eve = course.learnerWhoIsDone("Eve");
    try (var browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)) {
      browser.signIn(eve);
      CampusBrowser.press(browser.open(course.course, course.activity()), "Claim");
      Page page = allows(browser);
      refuses(page);
      seesFaults(page);
    }
  }

  private Page allows(CampusBrowser browser) throws Exception {
    try (BadgeHost host = BadgeHost.start(base())) {
      Page door = browser.context().newPage();
      door.navigate(host.authorize());
      assertThat(door).hasURL(Campuses.tool() + "/backpack/sign-in");
      Page page =
          browser
              .context()
              .waitForPage(() -> CampusBrowser.press(browser.tool(), "Open my backpack"));
      assertThat(page.locator("h1")).hasText("May 127.0.0.1 read your badges?", SOON_TEXT);
      assertThat(page.locator("main h2").first()).hasText("Badges of <b>mine</b>");
      Sights.judge(page, "host-asks");
      page.locator("[name=badges][value=all]").check();
      page.locator("#days").selectOption("365");
      page.locator("button[value=allow]").press("Enter");
      assertThat(page.locator("h1")).hasText("Back at the host", SOON_TEXT);
      JsonNode got = host.got();
      assertThat(got.at("/badges")).hasSize(1);
      assertThat(got.at("/lasts").asInt()).isEqualTo(3600);
      assertThat(got.at("/scope").asText()).contains("credential.readonly", "offline_access");
      assertThat(got.at("/profile/id").asText())
          .isEqualTo(got.at("/badges/0/credentialSubject/id").asText());
      assertThat(got.at("/profile").size()).as("nothing but id and type").isEqualTo(2);
      Verifiers.Verdict verdict =
          Verifiers.install().judge(got.at("/badges/0").toString(), Campuses.tool().toString());
      assertThat(verdict.valid()).as(verdict.text()).isTrue();
      disconnects(page, got.at("/token").asText());
      return page;
    }
  }

  private void disconnects(Page page, String token) {
    assertThat(status(token)).isEqualTo(200);
    page.navigate(Campuses.tool() + "/backpack");
    page.locator("a[href='/backpack/hosts']").press("Enter");
    assertThat(page.locator("main")).containsText("Last read on", SOON_IN);
    assertThat(page.locator("main")).containsText("all your badges");
    Sights.judge(page, "hosts");
    page.locator("body[data-live]").waitFor();
    page.locator("form[action$='/disconnect'] button").press("Enter");
    page.locator("#confirmation button[value=yes]").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("Disconnected", SOON_IN);
    Sights.judge(page, "hosts-none");
    assertThat(status(token)).isEqualTo(401);
    page.locator("a[href='/hosts']").press("Enter");
    assertThat(page.locator("#privacy")).isVisible(SOON);
    Sights.judge(page, "hosts-guide");
  }

  private static void refuses(Page page) throws Exception {
    try (BadgeHost host = BadgeHost.start(base())) {
      page.navigate(host.authorize());
      page.locator("button[value=refuse]").press("Enter");
      assertThat(page.locator("h1")).hasText("Back at the host", SOON_TEXT);
      assertThat(host.got().at("/error").asText()).isEqualTo("access_denied");
      page.navigate(Campuses.tool() + "/backpack/hosts");
      assertThat(page.locator(".empty")).isVisible(SOON);
    }
  }

  private static void seesFaults(Page page) throws Exception {
    try (BadgeHost host = BadgeHost.start(base())) {
      String authorize = host.authorize();
      page.navigate(authorize.replace("S256", "plain"));
      assertThat(page.locator("h1")).hasText("This request is not in order", SOON_TEXT);
      Sights.judge(page, "host-faulty");
      page.navigate(authorize.replace("%2Fback", "%2Fother"));
      assertThat(page.locator("main")).containsText("did not register", SOON_IN);
      assertThat(page.url()).startsWith(Campuses.tool().toString());
      page.navigate(authorize.replace("S256", "plain"));
      page.locator("main a.button").first().press("Enter");
      assertThat(page.locator("h1")).hasText("Back at the host", SOON_TEXT);
      assertThat(host.got().at("/error").asText()).isEqualTo("invalid_request");
    }
  }

  private int status(String token) {
    return caller.get("/ims/ob/v3p0/credentials", "Authorization", "Bearer " + token).statusCode();
  }

  private static String base() {
    return Campuses.tool() + "/ims/ob/v3p0";
  }
}
