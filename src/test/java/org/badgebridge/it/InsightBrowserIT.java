package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * What an administrator reads after the main job: of six learners five claimed, one showed the
 * badge to the world, and one has not come yet. Then the badge in public is revoked.
 */
@ArquillianTest
@RunAsClient
class InsightBrowserIT extends InChromium {

  private static final String TITLE = "A badge to be counted";

  @Test
  void showsRatesAndWhoHasNotClaimedAndRevokes() throws IOException {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    List<Person> claiming = new ArrayList<>(List.of(lms.ada));
    for (String name : List.of("Berta", "Clara", "Dora", "Edda")) {
      claiming.add(lms.join(name, Role.LEARNER));
    }
    claiming.forEach(lms::complete);
    lms.complete(lms.grace);
    String badge = earn(lms, claiming);
    try (var lecturer = new CampusBrowser(chromium, lms.campus, CookieRule.PARTITIONED)) {
      Page admin = Administrator.enter(lecturer.context());
      showsRates(admin);
      notes(admin);
      namesTheUnclaimed(admin, lms.grace);
      revokes(admin, lms.ada, badge);
    }
  }

  /** Everybody is offered it, five claim it, the first of them publishes it. */
  private static String earn(SampleLms lms, List<Person> claiming) {
    try (var lecturer = new LecturerBrowser(chromium, lms)) {
      lecturer.addBadge(TITLE, LecturerBrowser.Evidence.RESTRICTION);
      lecturer.restrict(TITLE, lms.reading);
      FrameLocator page = lecturer.confirmAndSwitchOn(TITLE);
      assertThat(LecturerBrowser.listed(page, "Have it", lms.grace)).hasCount(1);
      CampusBrowser.press(page, "How many claim it?");
      assertThat(page.getByText("From the rule to the world")).isVisible(SOON);
      CampusBrowser.press(page, "Back to the badge");
      assertThat(LecturerBrowser.listed(page, "Have it", lms.grace)).hasCount(1);
    }
    String badge = "";
    for (Person person : claiming) {
      try (var learner = new LearnerBrowser(chromium, lms, person)) {
        FrameLocator card = learner.claim(TITLE);
        if (person.equals(lms.ada)) {
          CampusBrowser.press(card, "Make it public");
          assertThat(card.getByText("Open the public page")).isVisible(SOON);
          badge = card.getByText("Open the public page").getAttribute("href");
        }
      }
    }
    return badge;
  }

  private static void showsRates(Page admin) throws IOException {
    admin.navigate(Campuses.tool() + "/admin");
    admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).first().click();
    assertThat(admin.getByText("Claim rate: of the offers of the period").first()).isVisible(SOON);
    assertThat(admin.getByText("Public rate: of the badges that learners hold").first())
        .isVisible();
    Locator figures = Administrator.figures(admin, TITLE).locator("td");
    assertThat(figures)
        .containsText(new String[] {"6", "5", "5", "1", "0", "0", "0", "100 %", "–", "20 %"});
    assertThat(admin.getByText("has not been told").first()).isVisible();
    for (Locator table : admin.getByText("The numbers as a table").all()) {
      table.click();
    }
    assertThat(admin.locator("section:has(#ladder) tbody tr").nth(6)).containsText("Claimed");
    Sights.judge(admin, "admin-insight");
    String file = admin.getByText("Download as CSV").getAttribute("href");
    assertThat(new String(fetched(admin, file), StandardCharsets.UTF_8))
        .contains("Claim rate: of the offers of the period")
        .contains(TITLE + ",");
    byte[] workbook = fetched(admin, file.replace("insight.csv", "insight.xlsx"));
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      assertThat(book.getSheets().count()).isEqualTo(6);
    }
  }

  private static byte[] fetched(Page page, String address) {
    Object text =
        page.evaluate(
            "address => fetch(address).then(answer => answer.arrayBuffer()).then(all =>"
                + " btoa(Array.from(new Uint8Array(all), each => String.fromCharCode(each)).join('')))",
            address);
    return Base64.getDecoder().decode((String) text);
  }

  private static void notes(Page admin) {
    admin.navigate(Campuses.tool() + "/admin");
    admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).first().click();
    admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notes")).click();
    admin.locator("#words").fill("Shown in class.\nMost claimed at once.");
    admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write it down")).click();
    Locator note = admin.locator("article.card").first();
    assertThat(note).containsText("Most claimed at once.");
    assertThat(note).containsText("100 %");
    assertThat(note).containsText("Ada Administrator");
    Sights.judge(admin, "admin-notes");
    note.locator("summary").click();
    note.locator("button.danger").click();
    assertThat(admin.getByText("Nothing noted yet")).isVisible(SOON);
  }

  private static void namesTheUnclaimed(Page admin, Person grace) {
    admin.navigate(Campuses.tool() + "/admin/unclaimed");
    Locator row =
        admin
            .locator("table.table tbody tr", new Page.LocatorOptions().setHasText(TITLE))
            .filter(new Locator.FilterOptions().setHasText(grace.name()));
    assertThat(row).hasCount(1);
    assertThat(row).containsText("Has not seen it yet");
    Administrator.picture(admin, "admin-unclaimed");
  }

  private static void revokes(Page admin, Person ada, String badge) throws IOException {
    assertThat(statusBit(badge)).isFalse();
    admin.navigate(Campuses.tool() + "/admin");
    admin.getByText("Issued badges").click();
    admin.locator("#name").fill(TITLE);
    admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).first().click();
    Locator row =
        admin.locator("table.table tbody tr", new Page.LocatorOptions().setHasText(ada.name()));
    assertThat(admin.locator("table.table tbody tr")).hasCount(5);
    row.locator("summary").click();
    row.locator("input[name=reason]").fill("Given by mistake");
    Administrator.picture(admin, "admin-issued");
    row.locator("button.danger").click();
    assertThat(row).hasCount(0);
    assertThat(admin.locator("h1")).hasText("Issued badges");

    admin.navigate(badge);
    assertThat(admin.getByText("revoked").first()).isVisible(SOON);
    Administrator.picture(admin, "public-page-revoked");
    assertThat(statusBit(badge)).isTrue();
  }

  /** The credential's bit in the status list that it names (Bitstring Status List 1.0 §3.2). */
  private static boolean statusBit(String badge) throws IOException {
    JsonNode status = json(badge).path("credentialStatus");
    String list =
        json(status.path("statusListCredential").asText())
            .path("credentialSubject")
            .path("encodedList")
            .asText();
    int index = Integer.parseInt(status.path("statusListIndex").asText());
    byte[] zipped = Base64.getUrlDecoder().decode(list.substring(1)); // u: base64url
    byte[] bits = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    return (bits[index / 8] & (0x80 >> (index % 8))) != 0;
  }

  private static JsonNode json(String address) throws IOException {
    URI uri = URI.create(address);
    String body =
        new Caller(Campuses.tool()).get(uri.getPath(), "Accept", "application/json").body();
    return new ObjectMapper().readTree(body);
  }
}
