package org.badgebridge.backpack.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
          + " Safari/537.36";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "Twitterbot/1.0",
        "WhatsApp/2.23.20.0",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "TelegramBot (like TwitterBot)",
        "curl/8.5.0",
        "python-requests/2.31",
        " "
      })
  void programsAreNoReaders(String agent) {
    assertThat(Reader.isPerson(agent, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BROWSER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
      })
  void browsersAre(String agent) {
    assertThat(Reader.isPerson(agent, null)).isTrue();
  }

  @Test
  void fetchingAheadAndNamelessAreNot() {
    assertThat(Reader.isPerson(BROWSER, "prefetch;prerender")).isFalse();
    assertThat(Reader.isPerson(null, null)).isFalse();
  }
}
