package org.badgebridge.insight.figures;

import java.util.Locale;
import org.badgebridge.web.Words;

/** A number with a name and a definition, which are the same wherever it stands. */
public interface Defined {

  /** Its name in addresses and in the interface for programs. */
  String slug();

  /** The message key of what people call it; that of its definition ends in {@code .means}. */
  String key();

  /** What people call it. */
  default String name(Words words, Locale locale) {
    return words.text(locale, key());
  }

  /** What it means, in a sentence. */
  default String definition(Words words, Locale locale) {
    return words.text(locale, key() + ".means");
  }
}
