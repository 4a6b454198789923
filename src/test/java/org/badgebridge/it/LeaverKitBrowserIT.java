package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.keys.Digests;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A leaver kit, years later: a folder that a browser opens and other people's verifiers read, with
 * no server of ours anywhere.
 */
class LeaverKitBrowserIT extends InChromium {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
  private static final LocatorAssertions.ContainsTextOptions SOON_TEXT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void pack() throws IOException {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      Clock clock = Clock.systemUTC();
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      for (Map.Entry<String, byte[]> each :
          SampleKit.files(database, award.person, clock).entrySet()) {
        Path file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
    }
  }

  @Test
  void showsAndChecksItselfInABrowser() throws IOException {
    try (BrowserContext browser = browser()) {
      Page page = open(browser, "index.html");
      assertThat(page.locator("li .verdict"))
          .containsText("Signed by its issuer · Logician · Faculty", SOON_TEXT);
      Sights.judge(page, "leaver-kit");
      page.locator("#files").setInputFiles(folder);
      assertThat(page.locator("#files-result"))
          .containsText(
              "Every file is as it was packed. The list of files is signed with the key",
              SOON_TEXT);
      page.locator("a[lang=nl]").press("Enter");
      assertThat(page.locator("li .verdict"))
          .containsText("Ondertekend door de uitgever · Logician", SOON_TEXT);
    }
  }

  @Test
  void seesWhatWasChanged() throws IOException {
    Path data = folder.resolve("kit-data.js");
    Pattern body = Pattern.compile("(\"jwt\":\"[^.]+\\.[^.\"]{200})(.)");
    String changed =
        body.matcher(Files.readString(data))
            .replaceFirst(found -> found.group(1) + (found.group(2).equals("A") ? "B" : "A"));
    assertThat(changed).isNotEqualTo(Files.readString(data));
    Files.writeString(data, changed);
    Files.writeString(folder.resolve("badges/0001-logician/badge.json"), "{}");
    try (BrowserContext browser = browser()) {
      Page page = open(browser, "index.html");
      assertThat(page.locator("li .verdict")).containsText("Not what its issuer signed", SOON_TEXT);
      page.locator("#files").setInputFiles(folder);
      assertThat(page.locator("#files-result"))
          .containsText(
              "Changed or missing: badges/0001-logician/badge.json, kit-data.js", SOON_TEXT);
    }
  }

  @Test
  void seesThatTheListItselfWasMadeAnew() throws IOException {
    Path badge = folder.resolve("badges/0001-logician/badge.json");
    String list = Files.readString(folder.resolve("manifest.json"));
    String before = sum(badge);
    Files.writeString(badge, "{}");
    Files.writeString(folder.resolve("manifest.json"), list.replace(before, sum(badge)));
    try (BrowserContext browser = browser()) {
      Page page = open(browser, "index.html");
      page.locator("#files").setInputFiles(folder);
      assertThat(page.locator("#files-result"))
          .containsText("The list of files is not what was signed", SOON_TEXT);
    }
  }

  @Test
  void aLibraryOfOthersVerifiesTheSignatureOfTheList() throws Exception {
    Verifiers verifiers = Verifiers.install();
    Verifiers.Verdict whole = verifiers.kit(folder);
    assertThat(whole.valid()).as(whole.text()).isTrue();
    Files.writeString(folder.resolve("README.txt"), "Nothing to see here.");
    assertThat(verifiers.kit(folder).valid()).isFalse();
  }

  private static String sum(Path file) throws IOException {
    return HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file)));
  }

  @Test
  void otherVerifiersAcceptWhatIsInItFromTheFolderAlone() throws Exception {
    Verifiers verifiers = Verifiers.install();
    Path badge = folder.resolve("badges/0001-logician");
    for (String script : new String[] {"verify-di.mjs", "verify-dcc.mjs", "verify-status.mjs"}) {
      Verifiers.Verdict verdict =
          verifiers.run(script, Files.readString(badge.resolve("badge.json")), folder.toString());
      assertThat(verdict.valid()).as(script + " " + verdict.text()).isTrue();
    }
    Verifiers.Verdict token =
        verifiers.run(
            "verify-jwt.mjs", Files.readString(badge.resolve("badge.jwt")), folder.toString());
    assertThat(token.valid()).as(token.text()).isTrue();
  }

  private static BrowserContext browser() {
    return chromium.open(CookieRule.PARTITIONED, NOWHERE, NOWHERE, 1200, ColorScheme.LIGHT);
  }

  private Page open(BrowserContext browser, String name) throws IOException {
    Files.createDirectories(Path.of("target", "screenshots"));
    Page page = browser.newPage();
    page.navigate(folder.resolve(name).toUri().toString());
    return page;
  }
}
