package org.badgebridge.it;

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
      visitor.visit("/").post("/backpack/enter", code(made, owner)).judge("a badge");
      visitor.press(".tile a", "article h1").judge("a badge of one's own");
      visitor.press("form[action$='/publish'] button", "#confirmation[open]").judge("a question");
      visitor.press("#confirmation .primary", "#public-link").judge("a public badge");
      visitor.inNewTab("article a[target=_blank]").judge("public page");
      visitor.press("a[href^='/issuers/']", "dl.facts").judge("issuer");
    }
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
