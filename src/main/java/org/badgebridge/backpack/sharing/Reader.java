package org.badgebridge.backpack.sharing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a page: a person, or a program that makes previews, searches or watches. Programs
 * name themselves; those that do not are taken for people.
 */
final class Reader {

  private static final Pattern PROGRAM =
      Pattern.compile(
          "bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|"
              + "embedly|skypeuripreview|telegram|discord|slack|pinterest|linkedinbot|mastodon|"
              + "lighthouse|monitor|uptime|curl/|wget/|python|java/|okhttp|go-http|headlesschrome|"
              + "scanner|safelinks|barracuda|mimecast|proofpoint");

  private Reader() {}

  /**
   * Whether it is a person's browser that shows the page to them.
   *
   * @param agent the header {@code User-Agent}
   * @param purpose the header {@code Sec-Purpose}: browsers fetch ahead
   */
  static boolean isPerson(@Nullable String agent, @Nullable String purpose) {
    return agent != null
        && !agent.isBlank()
        && (purpose == null || !purpose.contains("prefetch"))
        && !PROGRAM.matcher(agent.toLowerCase(Locale.ROOT)).find();
  }
}
