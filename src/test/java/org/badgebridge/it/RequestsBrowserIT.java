package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * A badge for those who ask: learners ask in the course, the lecturer returns one request, its
 * learner revises it, staff approve them together, and the learner claims.
 */
@ArquillianTest
@RunAsClient
class RequestsBrowserIT extends InChromium {

  @Test
  void asksReturnsRevisesApprovesAndClaims() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "On request");
    Person ada = made.learnerWhoIsDone("Ada");
    Person bob = made.learnerWhoIsDone("Bob");
    try (Visitor visitor = new Visitor(chromium, campus, "en");
        BrowserContext staff = StaffPeople.browser(chromium)) {
      visitor.as(made.lecturer).launch(made.course, made.activity());
      letsLearnersAsk(visitor);

      visitor.as(ada).launch(made.course, made.activity());
      asks(visitor);
      visitor.as(bob).launch(made.course, made.activity());
      visitor.press("#ask-open", "#narrative").press("#ask-form .primary", "#asked");

      visitor.as(made.lecturer).launch(made.course, made.activity());
      returnsOne(visitor);

      visitor.as(ada).launch(made.course, made.activity());
      revises(visitor);

      approvesTogether(Administrator.enter(staff), made);

      visitor.as(ada).launch(made.course, made.activity());
      visitor.press("#claim", "#publish");
      visitor.inNewTab("form[data-post-new-tab] button");
      looksBack(visitor.page());
    }
  }

  private static void letsLearnersAsk(Visitor visitor) {
    visitor.press("#change-rule", "#rule-form");
    visitor.page().locator("input[value=REQUEST]").check();
    says(visitor.page(), "could ask for it");
    visitor.press("#rule-form .button.primary", "#see-requests");
    visitor.press("#restriction", "#switch-on:not([disabled])");
    visitor.press("#switch-on", "#confirmation[open]");
    visitor.press("#confirmation .primary", "#switch-off");
    says(visitor.page(), "can ask for the badge; you decide");
    judge(visitor.page(), "switched-on");
  }

  private static void asks(Visitor visitor) {
    Page page = visitor.page();
    says(page, "You can ask for this badge");
    judge(page, "may-ask");
    visitor.press("#ask-open", "#narrative");
    assertThat(page.locator("#narrative")).isFocused();
    page.locator("#narrative").fill("I led the reading group.");
    page.locator("#evidenceUrl").fill("my report");
    visitor.press("#ask-form .primary", "#evidenceUrl-error");
    assertThat(page.locator("#evidenceUrl")).isFocused();
    assertThat(page.locator("#narrative")).hasValue("I led the reading group.");
    judge(page, "fault");
    page.locator("#evidenceUrl").fill("https://example.org/reading-group");
    visitor.press("#ask-form .primary", "#asked");
    says(page, "You asked for this badge");
    assertThat(page.locator("#ask-open")).isFocused();
    page.locator("#asked summary").press("Enter");
    judge(page, "asked");
  }

  private static void returnsOne(Visitor visitor) {
    Page page = visitor.page();
    says(page, "2 requests wait for your decision.");
    visitor.press("#see-requests", "#decide");
    visitor.press("#decide [value=RETURN]", "#request-error");
    judge(page, "course-nothing-ticked");
    row(page, "Ada").locator("[name=request]").press("Space");
    visitor.press("#decide [value=RETURN]", "#words-error");
    assertThat(page.locator("#words")).isFocused();
    assertThat(row(page, "Ada").locator("[name=request]")).isChecked();
    page.locator("#words").fill("Which texts did you read?");
    visitor.press("#decide [value=RETURN]", ".notice.good");
    says(page, "One is returned.");
    judge(page, "course-returned");
    visitor.press(".roll button", "#says");
    assertThat(page.locator("h1")).containsText("Bob");
    judge(page, "course-one");
  }

  private static void revises(Visitor visitor) {
    Page page = visitor.page();
    says(page, "Your request came back to you");
    says(page, "Which texts did you read?");
    judge(page, "returned");
    visitor.press("#ask-open", "#narrative");
    assertThat(page.locator("#narrative")).hasValue("I led the reading group.");
    page.locator("#narrative").fill("I led the reading group on *Dune*.");
    visitor.press("#ask-form .primary", "#asked");
  }

  private static void approvesTogether(Page page, BadgeCourse made) {
    page.navigate(Campuses.tool() + "/admin/badges/" + made.badgeClass);
    String list =
        page.locator("a[href^='/admin/badges?institution=']").first().getAttribute("href");
    page.navigate(
        Campuses.tool()
            + list.replace("/admin/badges?", "/admin/requests?")
            + "&badge="
            + made.badgeClass);
    assertThat(page.locator(".roll > li")).hasCount(2);
    judge(page, "staff");
    row(page, "Bob").locator("a.button").press("Enter");
    page.locator("#decide [value=DENY]").press("Enter");
    assertThat(page.locator("#words-error")).isVisible(SOON);
    judge(page, "staff-one");
    page.locator("#words").fill("You were not there.");
    page.locator("#decide [value=DENY]").press("Enter");
    says(page, "One is denied.");
    page.locator(".notice a.button").press("Enter");
    says(page, "You were not there.");
    judge(page, "staff-denied");
    row(page, "Bob").locator("[value=REOPEN]").press("Enter");
    says(page, "It waits for a decision again.");
    page.locator("#decide [name=every]").press("Space");
    page.locator("#decide [value=APPROVE]").press("Enter");
    says(page, "2 are approved");
    page.locator(".tabs a[href*='state=APPROVED']").press("Enter");
    assertThat(row(page, "Ada")).isVisible(SOON);
    judge(page, "staff-approved");
  }

  private static void looksBack(Page page) {
    assertThat(page.locator("[aria-labelledby=requests]")).containsText("Approved");
    judge(page, "backpack");
    page.locator("[aria-labelledby=requests] a[href^='/backpack/requests/']").press("Enter");
    assertThat(page.locator("h1")).hasText("Badge On request");
    assertThat(page.locator("em")).hasText("Dune");
    judge(page, "backpack-one");
    page.locator("a[href='/backpack/requests']").press("Enter");
    assertThat(page.locator(".roll > li")).hasCount(1);
  }

  private static Locator row(Page page, String name) {
    return page.locator(".roll > li").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static void says(Page page, String words) {
    assertThat(page.getByText(words).first()).isVisible(SOON);
  }

  private static void judge(Page page, String where) {
    Sights.judge(page, "requests-" + where);
  }
}
