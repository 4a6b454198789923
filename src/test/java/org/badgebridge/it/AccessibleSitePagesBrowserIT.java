package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can use the pages outside the frame, those of failures too, in each language. */
@ArquillianTest
@RunAsClient
class AccessibleSitePagesBrowserIT {

  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void openPages(String language) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Open pages " + language);
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      visitor.visit("/").judge("home");
      visitor.visit("/legend").judge("legend");
      visitor.visit("/badges/" + made.badgeClass).judge("badge class");
      visitor.visit("/catalogue").judge("catalogue");
      visitor.visit("/embed/build").judge("blocks for other pages");
      visitor.visit("/api").judge("the API in words");
      visitor.visit("/admin/sign-in").judge("sign-in");
      visitor.visit("/nothing-here").judge("not found");
      visitor.visit("/backpack").judge("nobody signed in");
      visitor.page().navigate(campus.base().toString());
      visitor.post("/backpack/leave", Map.of()).judge("forbidden");
      visitor.page().navigate(campus.base().toString());
      visitor.post("/lti/launch", Map.of("id_token", "x", "state", "y")).judge("launch refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void ownedPages(String language) throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Owned pages " + language);
    Person owner = learner(made, "Owner", language);
    Person newcomer = learner(made, "Newcomer", language);
    made.complete(owner);
    made.complete(newcomer);
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      visitor.visit("/").post("/backpack/enter", code(made, newcomer)).judge("empty backpack");
      visitor.visit("/pathways").judge("no path yet");
      made.switchOn();
      Waiting.until("an offer", () -> BadgeCourse.offers(made.open(newcomer)));
      visitor.visit("/").post("/backpack/enter", code(made, newcomer)).judge("an offer");
      visitor.press("form[action$='/decline'] button", ".pill").judge("declined");
      made.claim(owner);
      visitor.visit("/").post("/backpack/enter", code(made, owner)).judge("two backpacks");
      visitor.press("form:has([name=change]) button", ".tile a").judge("a badge");
      visitor.press(".tile a", "article h1").judge("a badge of one's own");
      visitor.press("form[action$='/publish'] button", "#confirmation[open]").judge("a question");
      visitor.press("#confirmation .primary", "#public-link").judge("a public badge");
      String badge = visitor.page().url();
      sharesByLink(visitor);
      collects(visitor, "ada-" + language);
      visitor.visit(badge).press("a[href^='/wallet/']", "details").judge("before a wallet");
      visitor.press("main .button.primary", "svg.qr").judge("an offer to a wallet");
      Administrator.picture(visitor.page(), "wallet-offer-" + language);
      seesTheOfferEnd(visitor.page());
      visitor.judge("an offer that is over");
      visitor.visit(badge);
      visitor.inNewTab("a[href*='/assertions/'][target=_blank]").judge("public page");
      visitor.press("a[href^='/issuers/']", "dl.facts").judge("issuer");
    }
  }

  /** Another page makes a newer offer: this one takes its code away. */
  private static void seesTheOfferEnd(Page page) {
    assertThat(page.locator("#progress.info")).isVisible();
    page.evaluate("fetch(location.href, {method: 'POST', body: new URLSearchParams()})");
    assertThat(page.locator("#progress.warn")).isVisible();
    assertThat(page.locator("svg.qr")).hasCount(0);
    Administrator.picture(page, "wallet-over");
  }

  /** Makes a link, looks at what it shows, ends it, and sees that it shows nothing any more. */
  private static void sharesByLink(Visitor visitor) {
    Page page = visitor.page();
    visitor.press("a[href$='/links']", "#label").judge("no links yet");
    page.locator("#label").fill("For an employer");
    visitor.press("form:has(#label) button", "#made").judge("a link");
    String links = page.url();
    String link = page.locator("#made").innerText();
    visitor.visit(link).judge("a shared badge");
    assertThat(page.request().get(link).headers()).containsEntry("cache-control", "no-store");
    visitor.visit(links).press("form[action$='/end'] button", "form[action$='/resume']");
    visitor.judge("an ended link");
    visitor.visit(link).judge("a link that leads nowhere");
    assertThat(page.locator("main").innerText()).doesNotContain("Owner");
    assertThat(page.request().get(link).status()).isEqualTo(410);
    visitor.visit("/backpack/links").judge("all links");
    visitor.visit("/backpack/hosts").judge("no hosts");
    visitor.visit("/hosts").judge("how hosts read a backpack");
  }

  private static void sharesACollectionByLink(Visitor visitor) {
    Page page = visitor.page();
    visitor.press("main a[href$='/links']", "#label").judge("no links to a collection yet");
    page.locator("#label").fill("For a jury");
    visitor.press("form:has(#label) button", "#made").judge("a link to a collection");
    visitor.visit(page.locator("#made").innerText()).judge("a shared collection");
    visitor.press(".shelf a", "article h1").judge("a badge of a shared collection");
    visitor.visit("/backpack/links").judge("links to badges and collections");
  }

  /** Puts the badge into a collection, and shows that on a portfolio. */
  private static void collects(Visitor visitor, String slug) {
    Page page = visitor.page();
    visitor.visit("/backpack/collections").judge("no collections yet");
    page.locator("#name").fill("My best");
    visitor.press("form:has(#name) button", "#badge").judge("an empty collection");
    visitor.press("form:has(#badge) button", "ol.roll").judge("a collection");
    String own = page.url();
    sharesACollectionByLink(visitor);
    visitor.visit(own);
    visitor.press("form[action$='/publish'] button", "form[action$='/hide']");
    visitor.judge("a public collection of one's own");
    String collection =
        page.locator("a[href*='/collections/'][target=_blank]").getAttribute("href");
    visitor.visit(collection).judge("a public collection");
    visitor.visit("/backpack/portfolio").judge("no portfolio yet");
    page.locator("#title").fill("Ada");
    page.locator("#slug").fill(slug);
    page.locator("[name=public]").check();
    visitor.press("form:has(#slug) button", "a[href*='/portfolios/']").judge("a portfolio");
    visitor.visit("/portfolios/" + slug).judge("a public portfolio");
    visitor.visit("/backpack/skills").judge("skills");
    visitor.visit("/backpack/archive").judge("an empty archive");
  }

  private static Map<String, String> code(BadgeCourse made, Person learner) {
    String answer = Frame.of(made.open(learner)).press("/course/backpack", Map.of()).body();
    return Map.of("code", Frame.found(CODE, answer));
  }

  private static Person learner(BadgeCourse made, String given, String language) {
    Person learner = made.campus.school().addPerson(given, "Learner", Role.LEARNER, language);
    made.campus.school().enrol(made.course, learner, Role.LEARNER);
    return learner;
  }
}
