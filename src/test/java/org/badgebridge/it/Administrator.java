package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The administrator of Badge Bridge in a tab of any browser. The first test that needs one comes in
 * by the one-time set-up link that the first start printed; every later one signs in.
 */
final class Administrator {

  private static final Pattern LINK = Pattern.compile("http\\S+/admin/set-up#[A-Za-z0-9_-]+");
  private static final String EMAIL = "ada@example.org";
  private static final String PASSWORD = "correct horse battery staple 7";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  /** The link by which the first test came in; a server that was started anew has another. */
  private static @Nullable String used;

  private Administrator() {}

  /** A page of administration, signed in. */
  static synchronized Page enter(BrowserContext context) {
    Page page = context.newPage();
    Optional<String> printed = setUpLink().filter(link -> !link.equals(used));
    page.navigate(printed.orElse(Campuses.tool() + "/admin"));
    if (printed.isPresent()) {
      page.locator("input[name=name]").fill("Ada Administrator");
    }
    page.locator("input[name=email]").fill(EMAIL);
    for (Locator password : page.locator("input[type=password]").all()) {
      password.fill(PASSWORD);
    }
    page.locator("main button.primary").press("Enter");
    assertThat(page.getByText("Unclaimed").first()).isVisible(SOON);
    used = printed.orElse(used);
    return page;
  }

  /** The row of a badge class in the table of the first page. */
  static Locator figures(Page page, String badgeClass) {
    return page.locator("table.table tbody tr", new Page.LocatorOptions().setHasText(badgeClass));
  }

  /** Keeps a picture of the page below {@code target/screenshots}. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  /** The link that the last start printed, if its line is still in the log. */
  private static Optional<String> setUpLink() {
    try (Stream<Path> files = Files.list(Campuses.folder())) {
      Optional<String> newest = Optional.empty();
      for (Path log :
          files
              .filter(file -> file.getFileName().toString().startsWith("server.log"))
              .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
              .toList()) {
        Matcher link = LINK.matcher(Files.readString(log));
        while (link.find()) {
          newest = Optional.of(link.group());
        }
      }
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
