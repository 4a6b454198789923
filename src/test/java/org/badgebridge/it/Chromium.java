package org.badgebridge.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, driven by Playwright: one fresh profile for each test. The frame of the tool
 * runs in the process of the campus's page: where frames move to processes of their own, Playwright
 * now and then goes on looking at the page that was there before. Origins, cookies and storage are
 * kept apart as ever.
 */
final class Chromium implements AutoCloseable {

  private static final Path BINARY = Path.of("/usr/bin/chromium");

  private final Playwright playwright;

  Chromium() {
    ChromiumPackage.here(BINARY).provide();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** A window of its own with an empty profile that follows the rule. */
  BrowserContext open(CookieRule rule, URI tool, URI campus, int width, ColorScheme scheme) {
    return open(rule, tool, campus, width, scheme, "en-US");
  }

  /** The same, of a reader of this language. */
  BrowserContext open(
      CookieRule rule, URI tool, URI campus, int width, ColorScheme scheme, String language) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile(rule, tool, campus),
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(BINARY)
                .setHeadless(true)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-site-isolation-trials",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"))
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
  }

  private static Path profile(CookieRule rule, URI tool, URI campus) {
    try {
      Path profile = Files.createTempDirectory("badgebridge-chromium");
      Path folder = Files.createDirectories(profile.resolve("Default"));
      Files.writeString(folder.resolve("Preferences"), rule.preferences(tool, campus));
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
