package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An employer verifies a badge from its page, from a file and from a text, with the keyboard. */
@ArquillianTest
@RunAsClient
class VerifyBrowserIT {

  private static final LocatorAssertions.HasAttributeOptions SOON =
      new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void anEmployerVerifiesABadge(String language) throws Exception {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse made = BadgeCourse.make(campus, "Verified " + language);
    made.switchOn();
    Person owner = made.learnerWhoIsDone("Owner");
    Waiting.until("an offer", () -> BadgeCourse.offers(made.open(owner)));
    String credential = made.claim(owner);
    Frame.of(made.open(owner)).press("/course/badges/" + credential + "/publish", Map.of());
    String path = "/assertions/" + credential;
    String document = new Caller(Campuses.tool()).get(path + ".json").body();
    try (Chromium chromium = new Chromium();
        Visitor visitor = new Visitor(chromium, campus, language)) {
      Page page = visitor.page();
      List<String> loaded = new CopyOnWriteArrayList<>();
      page.onRequest(request -> loaded.add(request.url()));
      visitor.visit(path).press("a[href^='/verify?url=']", "#verdict").judge("a good badge");
      state(page, "VALID");
      assertThat(page.locator("li[data-outcome=UNKNOWN], li[data-outcome=FAILED]")).hasCount(0);

      visitor.visit("/verify").judge("nothing brought yet");
      bring(page, "badge.json", document);
      state(page, "VALID");
      assertThat(page.locator("#verdict")).isFocused();
      bring(page, "badge.json", document.replace("Badge Verified", "Badge Forged"));
      state(page, "INVALID");
      visitor.judge("a forged badge");

      bring(page, "endorsed.json", Verifiers.install().issueEndorsed());
      state(page, "VALID");
      assertThat(page.locator("[data-endorsement=WARNING], [data-endorsement=PASSED]")).hasCount(1);
      assertThat(page.locator("[data-endorsement=FAILED]")).hasCount(1);
      for (String beside : List.of("SCHEMA", "ENDORSEMENTS", "REFRESH")) {
        assertThat(page.locator("li[data-probe=" + beside + "] .pill.good")).hasCount(0);
        assertThat(page.locator("li[data-probe=" + beside + "]")).hasCount(1);
      }
      visitor.judge("an endorsed badge");

      visitor.visit("/verify");
      page.locator("#badge").fill(document);
      page.locator("#email").fill("somebody@example.org");
      page.locator("form[data-file-to] button.primary").press("Enter");
      state(page, "RECIPIENT_UNKNOWN");
      visitor.judge("nobody named");
      page.locator("#badge").fill("https://127.0.0.2/badge");
      page.locator("form[data-file-to] button.primary").press("Enter");
      state(page, "UNKNOWN");
      visitor.judge("not reached");
      assertThat(loaded)
          .allMatch(url -> url.startsWith(Campuses.tool().toString()) || url.startsWith("data:"));
      assertThat(loaded).noneMatch(url -> url.contains("somebody") || url.contains("%7B"));
    }
  }

  private static void state(Page page, String state) {
    assertThat(page.locator("[data-state]")).hasAttribute("data-state", state, SOON);
  }

  private static void bring(Page page, String name, String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    page.locator("#file").setInputFiles(new FilePayload(name, "application/json", bytes));
    page.locator("form[data-file-to] button.primary").press("Enter");
  }
}
