package org.badgebridge.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of every page, in English and Dutch.
 *
 * <p>A key starts with its room: {@code backpack.claim} is the key {@code claim} of the bundle
 * {@code org/badgebridge/backpack/messages}. Values are {@link MessageFormat} patterns (an
 * apostrophe is written twice) when they are given arguments, else plain text.
 */
@ApplicationScoped
public class Words {

  /** What pages are offered in; the first is the fall-back. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

  private static final ResourceBundle.Control CONTROL =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Map<Locale, Map<String, ResourceBundle>> bundles = new ConcurrentHashMap<>();

  /**
   * The language to answer in.
   *
   * @param wishes language tags or ranges as platforms and browsers send them ({@code nl-NL},
   *     {@code pt_br}, {@code nl,en;q=0.8}), the strongest first; nulls are passed over
   */
  public static Locale choose(@Nullable String... wishes) {
    for (String wish : wishes) {
      Locale found = wish == null || wish.isBlank() ? null : lookup(wish);
      if (found != null) {
        return found;
      }
    }
    return LANGUAGES.get(0);
  }

  private static @Nullable Locale lookup(String wish) {
    try {
      return Locale.lookup(
          Locale.LanguageRange.parse(wish.replace('_', '-').toLowerCase(Locale.ROOT)), LANGUAGES);
    } catch (IllegalArgumentException e) {
      return null; // not a language range: the next wish counts
    }
  }

  /**
   * The words for a key.
   *
   * @return the text, or the key itself if there is none, so that a page never breaks on it
   */
  public String text(Locale locale, String key, Object... arguments) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return key;
    }
    String pattern;
    try {
      pattern = bundle(key.substring(0, dot), locale).getString(key.substring(dot + 1));
    } catch (MissingResourceException e) {
      return key;
    }
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /**
   * Kept here, because the look-up of the Java library costs more than all else of a small page.
   */
  private ResourceBundle bundle(String room, Locale locale) {
    return bundles
        .computeIfAbsent(locale, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            room,
            each ->
                ResourceBundle.getBundle(
                    "org.badgebridge." + each + ".messages",
                    locale,
                    Words.class.getClassLoader(),
                    CONTROL));
  }
}
