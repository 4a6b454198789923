package org.badgebridge.it;

import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can use what the LMS frames: each face and each step, in each language. */
@ArquillianTest
@RunAsClient
class AccessibleFramePagesBrowserIT {

  private static final String NAME = "Æsthetics of remarkably long, مرحبا and 🦉 names ";

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void lecturerAddsABadge(String language) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Choice " + language);
    Person lecturer = person(made, Role.LECTURER, language);
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      visitor.as(lecturer).deepLink(made.course).judge("choosing a badge");
      visitor.press("main button.primary", ".error").judge("choosing none");
      visitor.press("button[hx-get='/deep-linking/new']", "#criteria").judge("a new badge");
      visitor.press("form .button.primary", ".error").judge("a new badge with faults");
      visitor.deepLink(made.course);
      visitor.page().locator("input[name=badgeClass]").first().check();
      visitor.press("main button.primary", "input[name=evidence]").judge("the rule");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void lecturerDecides(String language) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, NAME + language);
    Person lecturer = person(made, Role.LECTURER, language);
    made.learnerWhoIsDone("Offered");
    made.learner("Pneumonoultramicroscopicsilicovolcanoconiosis");
    made.learner("عبد الرحمن");
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      visitor.as(lecturer).launch(made.course, made.activity()).judge("not switched on");
      made.switchOn();
      visitor.launch(made.course, made.activity());
      visitor.page().locator("#people-HAS .pill:has-text('1')").waitFor();
      visitor.press("#people-HAS summary", "#people-HAS li");
      visitor.press("#people-NOT_YET summary", "#people-NOT_YET li").judge("switched on");
      visitor.press("#change-rule", "#trial [data-announce]").judge("changing the rule");
      visitor.page().locator("input[value=OWN_GRADE]").check();
      visitor.page().locator("#percent").fill("0");
      visitor.press("#rule-form .button.primary", "#percent-error").judge("a rule with faults");
      visitor.page().evaluate("htmx.ajax('GET', '/course/nothing', '#content')");
      visitor.page().locator(".problem h2").waitFor();
      visitor.judge("a failure above the page");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void lecturerTakesBadgesOver(String language) {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Years " + NAME + language);
    Person lecturer = person(made, Role.LECTURER, language);
    Course copy = campus.school().copy(made.course, "copy", "Copy of " + NAME);
    Activity activity =
        copy.activities().stream()
            .filter(each -> each.kind() == Activity.Kind.TOOL)
            .findFirst()
            .orElseThrow();
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      visitor.as(lecturer).launch(copy, activity).judge("badges that came along");
      visitor
          .press("form[hx-post='/course/roll-over'] button", ".pill.good")
          .judge("a badge taken over");
      visitor.press("button[hx-get='/course/attachment']", "#switch-on").judge("the draft of it");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void learnerEarns(String language) throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Earning " + language);
    Person learner = person(made, Role.LEARNER, language);
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      made.complete(learner);
      visitor.as(learner).launch(made.course, made.activity()).judge("not open yet");
      made.switchOn();
      Waiting.until("an offer", () -> BadgeCourse.offers(made.open(learner)));
      visitor.as(learner).launch(made.course, made.activity()).judge("on offer");
      visitor.press("#claim + button", "#undo").judge("declined");
      visitor.press("#undo", "#claim").press("#claim", "#publish").judge("claimed");
      visitor.press("#publish", "#public-page").judge("public");
    }
  }

  private static Person person(BadgeCourse made, Role role, String language) {
    Person person =
        made.campus.school().addPerson("Robin", role + " of " + language, role, language);
    made.campus.school().enrol(made.course, person, role);
    return person;
  }
}
