package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Two administrators connect a campus that Badge Bridge has never heard of, by each of the ways
 * that need no file, and then a lecturer of it adds a badge.
 */
@ArquillianTest
@RunAsClient
class PlatformRegistrationBrowserIT extends InChromium {

  @Test
  void registersByAnInvitationLinkThatTheCampusOpens() {
    try (Campus campus = Campus.start(0, Personality.MOODLE, Campuses.tool());
        var browser = administratorOf(campus)) {
      Page campusPage = browser.page();
      Page tool = Administrator.enter(browser.context());
      tool.navigate(Campuses.tool() + "/admin/platforms");
      tool.locator("#invitation-institution").fill("Invited University");
      button(tool, "Make a link").click();
      String link = tool.locator("#invitation-link").innerText();
      picture(tool, "admin-invitation");

      campusPage.locator("input[name=url]").fill(link);
      button(campusPage, "Register").first().click();
      FrameLocator frame = browser.tool();
      assertThat(frame.getByText("Invited University")).isVisible(SOON);
      browser.picture("campus-registering");
      CampusBrowser.button(frame, "Register").press("Enter");
      assertThat(frame.getByText("Registered, not yet approved").first()).isVisible(SOON);
      browser.picture("campus-registered");
      CampusBrowser.button(frame, "Done, close this page").press("Enter");
      button(campusPage, "Activate").click();
      assertThat(campusPage.getByText("Active").first()).isVisible(SOON);

      refuses(campus, "waits for approval");
      tool.navigate(Campuses.tool() + "/admin/platforms");
      row(tool, campus.issuer()).getByRole(AriaRole.LINK).click();
      assertThat(button(tool, "Approve").first()).isVisible(SOON);
      picture(tool, "admin-platform-pending");
      button(tool, "Approve").first().click();
      assertThat(button(tool, "Switch off").first()).isVisible(SOON);
      launches(campus);
    }
  }

  @Test
  void registersByTypingTheValuesIn() {
    try (Campus campus = Campus.start(0, Personality.CANVAS, Campuses.tool());
        var browser = administratorOf(campus)) {
      String client = typeIntoCampus(browser.page());
      Page tool = Administrator.enter(browser.context());
      tool.navigate(Campuses.tool() + "/admin/platforms/new");
      button(tool, "Save").click();
      assertThat(tool.getByText("Some fields need your attention.")).isVisible(SOON);
      typeIntoTool(browser.page(), tool, client);
      picture(tool, "admin-platform-typed");
      button(tool, "Save").click();
      assertThat(tool.locator("h1")).hasText("Typed campus");

      refuses(campus, "not linked to an institution here yet");
      tool.reload();
      picture(tool, "admin-deployment-pending");
      Locator deployment =
          tool.locator(
              "table tbody tr", new Page.LocatorOptions().setHasText("Waits for approval"));
      Locator institution = deployment.locator("input[name=institution]");
      assertThat(institution).hasValue("Typed University");
      institution.fill("Sister University");
      deployment.getByRole(AriaRole.BUTTON).click();
      assertThat(deployment).hasCount(0);
      assertThat(row(tool, "Sister University")).containsText("Active");
      launches(campus);
    }
  }

  /** Registers Badge Bridge in the campus by hand, and gives the client id it got there. */
  private static String typeIntoCampus(Page page) {
    page.getByText("Register by hand").click();
    page.locator("input[name=login]").fill(Campuses.tool() + "/lti/login");
    page.locator("input[name=target]").fill(Campuses.tool() + "/lti/launch");
    page.locator("input[name=redirects]").fill(Campuses.tool() + "/lti/launch");
    page.locator("input[name=jwks]").fill(Campuses.tool() + "/.well-known/jwks.json");
    page.locator("details form button").click();
    return value(page.locator("li.card"), "Client id");
  }

  /** Types what the campus's page says of it into Badge Bridge. */
  private static void typeIntoTool(Page page, Page tool, String client) {
    Locator told =
        page.locator("section.card", new Page.LocatorOptions().setHasText("What a tool must know"));
    tool.locator("#institution").fill("Typed University");
    tool.locator("#product").selectOption("canvas");
    tool.locator("#name").fill("Typed campus");
    tool.locator("#issuer").fill(value(told, "Issuer"));
    tool.locator("#client_id").fill(client);
    tool.locator("#auth_login_url").fill(value(told, "Authorization address"));
    tool.locator("#auth_token_url").fill(value(told, "Token address"));
    tool.locator("#key_set_url").fill(value(told, "Key set address"));
  }

  private static String value(Locator list, String name) {
    return list.locator("dt:text-is('" + name + "') + dd").innerText();
  }

  /** The campus's administrator, on the page of its tools, with none registered. */
  private static CampusBrowser administratorOf(Campus campus) {
    campus.school().tools().remove(campus.clientId());
    var browser = new CampusBrowser(chromium, campus, CookieRule.PARTITIONED);
    browser.signIn(campus.school().person(Role.ADMINISTRATOR));
    browser.page().navigate(campus.base() + "/admin/tools");
    return browser;
  }

  private static void refuses(Campus campus, String why) {
    try (var lecturer = lecturerOf(campus)) {
      FrameLocator frame = lecturer.addBadge(campus.school().courses().get(0));
      assertThat(frame.getByText(why)).isVisible(SOON);
      lecturer.picture("launch-refused-" + campus.personality().product());
    }
  }

  private static void launches(Campus campus) {
    try (var lecturer = lecturerOf(campus)) {
      FrameLocator frame = lecturer.addBadge(campus.school().courses().get(0));
      assertThat(frame.getByText("Choose the badge").first()).isVisible(SOON);
    }
  }

  private static CampusBrowser lecturerOf(Campus campus) {
    return new CampusBrowser(chromium, campus, CookieRule.PARTITIONED)
        .signIn(campus.school().person(Role.LECTURER));
  }

  private static Locator row(Page page, String text) {
    return page.locator("table tbody tr", new Page.LocatorOptions().setHasText(text));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void picture(Page page, String name) {
    Administrator.picture(page, name);
  }
}
