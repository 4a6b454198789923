package org.badgebridge.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text of an institution in several languages: a name, a description, a meaning. Unlike {@link
 * Words} it is written by people, so a language can be missing.
 *
 * @param texts by language tag ({@code nl}); none is blank
 */
public record Translated(Map<String, String> texts) {

  /**
   * The languages that an institution can write in, as tags; those of the pages come first. The
   * Open Badges 3.0 {@code inLanguage} pattern allows each.
   */
  public static final List<String> LANGUAGES =
      List.of(
          "en", "nl", "de", "fr", "es", "it", "pt", "pl", "sv", "fi", "da", "nb", "el", "cs", "fy");

  /** Nothing in any language. */
  public static final Translated NOTHING = new Translated(Map.of());

  /** Drops blank texts. */
  public Translated {
    Map<String, String> written = new TreeMap<>();
    texts.forEach(
        (language, text) -> {
          if (!text.isBlank()) {
            written.put(language, text);
          }
        });
    texts = Map.copyOf(written);
  }

  /** One text in one language. */
  public static Translated of(Locale language, String text) {
    return new Translated(Map.of(language.toLanguageTag(), text));
  }

  /**
   * The text for a reader.
   *
   * @return in the wanted language, else in the other one, else in the first there is; empty if
   *     there is none
   */
  public String in(Locale wanted, Locale other) {
    String text = texts.get(wanted.getLanguage());
    if (text == null) {
      text = texts.get(other.getLanguage());
    }
    return text != null ? text : new TreeMap<>(texts).values().stream().findFirst().orElse("");
  }

  /** The text in exactly that language; empty if there is none. */
  public String exactly(String language) {
    return texts.getOrDefault(language, "");
  }

  /** The same with one text put in, or taken out if blank. */
  public Translated with(String language, String text) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.put(language, text);
    return new Translated(changed);
  }

  /** Whether it says nothing in any language. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }
}
