package org.badgebridge.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every template gets: language, words, and the session of the frame.
 *
 * @param locale the language of the page
 * @param words the words
 * @param bearer inside the LMS frame the session's bearer, which the page's script sends as a
 *     header; else null
 * @param accent the institution's accent colour as {@code #rrggbb}
 * @param menu what the navigation of administration offers; empty outside of it
 */
public record Page(
    Locale locale, Words words, @Nullable String bearer, String accent, Set<AdminMenu.Item> menu) {

  /** The accent of pages that belong to no institution. */
  public static final String ACCENT = "#1f5fbf";

  /** A page without the navigation of administration. */
  public Page(Locale locale, Words words, @Nullable String bearer, String accent) {
    this(locale, words, bearer, accent, Set.of());
  }

  /** A page that belongs to nobody in particular. */
  public static Page open(Locale locale, Words words) {
    return new Page(locale, words, null, ACCENT);
  }

  Page with(Set<AdminMenu.Item> offered) {
    return new Page(locale, words, bearer, accent, offered);
  }

  /** The words for a key in the page's language. */
  public String t(String key, Object... arguments) {
    return words.text(locale, key, arguments);
  }

  /** The language tag for {@code <html lang>}. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** A day, as people write it: {@code 22 Nov 2026}. UTC. */
  public String day(@Nullable Instant instant) {
    return instant == null ? "–" : format(FormatStyle.MEDIUM, null).format(instant);
  }

  /**
   * A day in full, for paper: {@code 22 November 2026}, also where newer editions of Java shorten
   * months in another way. UTC.
   */
  public String fullDay(@Nullable Instant instant) {
    return instant == null ? "–" : format(FormatStyle.LONG, null).format(instant);
  }

  /** A day and minute, UTC. */
  public String moment(@Nullable Instant instant) {
    return instant == null ? "–" : format(FormatStyle.MEDIUM, FormatStyle.SHORT).format(instant);
  }

  private DateTimeFormatter format(FormatStyle date, @Nullable FormatStyle time) {
    DateTimeFormatter formatter =
        time == null
            ? DateTimeFormatter.ofLocalizedDate(date)
            : DateTimeFormatter.ofLocalizedDateTime(date, time);
    return formatter.withLocale(locale).withZone(ZoneOffset.UTC);
  }
}
