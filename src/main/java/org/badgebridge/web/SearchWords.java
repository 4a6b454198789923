package org.badgebridge.web;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts text into the words that a search compares: lower case, without accents. */
public final class SearchWords {

  private static final int LONGEST = 60;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SearchWords() {}

  /**
   * The words of a text, each once.
   *
   * @param most of them
   */
  public static Set<String> of(String text, int most) {
    return BETWEEN
        .splitAsStream(folded(text))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
        .distinct()
        .limit(most)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same text in lower case and without accents. */
  public static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
