package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A lecturer changes the rule of a badge that is in use. */
@ArquillianTest
@RunAsClient
class RuleChangeBrowserIT {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void changesTheRuleAndKeepsWhatWasGiven() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Changing");
    Person ada = made.learnerWhoIsDone("Ada");
    made.learner("Bo");
    made.switchOn();
    made.claim(ada);
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, "en")) {
      visitor.as(made.lecturer).launch(made.course, made.activity());
      Page page = visitor.page();
      visitor.press("#change-rule", "#trial [data-announce]");
      says(page, "Nobody would get it right now.");
      says(page, "What was given stays");

      page.locator("input[value=OWN_GRADE]").check();
      page.locator("#percent").fill("250");
      says(page, "Complete the form above");
      visitor.press("#rule-form .button.primary", "#percent-error");
      assertThat(page.locator("#percent")).isFocused();
      assertThat(page.locator("#percent")).hasValue("250");

      page.locator("#percent").fill("75");
      says(page, "Nobody would get it right now.");
      visitor.press("#rule-form .button.primary", "#change-rule");
      says(page, "The rule is changed; this is version 3.");
      says(page, "at least 75 % for");

      visitor.as(ada).launch(made.course, made.activity());
      says(page, "It is yours, since");
      says(page, "at least 75 % for");
    }
  }

  @Test
  void switchesOffFirstWhereTheNewRuleIsNotReady() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Not ready");
    made.learnerWhoIsDone("Ada");
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, "en")) {
      visitor.as(made.lecturer).launch(made.course, made.activity());
      Page page = visitor.page();
      visitor.press("#change-rule", "#rule-form");
      page.locator("input[value=OWN_GRADE]").check();
      visitor.press("#rule-form .button.primary", "#switch-on");
      visitor.press("#switch-on", "#confirmation[open]");
      visitor.press("#confirmation .primary", "#switch-off");

      wantsApproval(visitor);
      says(page, "Switch the badge off first");
      assertThat(page.locator("input[value=APPROVE]")).isChecked();
      visitor.judge("a rule that is not ready");

      page.locator("input[value=OWN_GRADE]").check();
      page.locator("#percent").fill("");
      visitor.press("#rule-form [role=alert] button", "#percent-error");
      visitor.press(".button.flush", "#switch-off"); // a form with faults switched nothing off

      wantsApproval(visitor);
      visitor.press("#rule-form [role=alert] button", "#switch-on");
      says(page, "Switched off");
      says(page, "You approve each one");
      assertThat(page.locator("#switch-on")).isDisabled();
      visitor.press("#restriction", "#switch-on:not([disabled])");
      assertThat(page.locator("#switch-on")).isFocused();
    }
  }

  /** Asks for a rule over a restriction that nobody has confirmed. */
  private static void wantsApproval(Visitor visitor) {
    visitor.press("#change-rule", "#rule-form");
    visitor.page().locator("input[value=RESTRICTION]").check();
    visitor.page().locator("input[value=APPROVE]").check();
    visitor.press("#rule-form .button.primary", "#rule-form [role=alert]");
  }

  private static void says(Page page, String words) {
    assertThat(page.getByText(words).first()).isVisible(SOON);
  }
}
