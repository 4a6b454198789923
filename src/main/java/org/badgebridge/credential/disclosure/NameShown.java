package org.badgebridge.credential.disclosure;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of their name an owner puts beside a badge. */
public enum NameShown {
  /** All of it. */
  FULL,

  /** The first letter of each of its words. */
  INITIALS,

  /** Nothing. */
  NONE;

  /** What stands beside the badge; empty for nothing. */
  public String of(String name) {
    return switch (this) {
      case FULL -> name;
      case INITIALS ->
          Stream.of(name.strip().split("[\\s-]+", -1))
              .filter(word -> word.codePoints().anyMatch(Character::isLetter))
              .map(NameShown::initial)
              .collect(Collectors.joining(" "));
      case NONE -> "";
    };
  }

  /** The first letter, with the marks that belong to it. */
  private static String initial(String word) {
    int start = 0;
    while (!Character.isLetter(word.codePointAt(start))) {
      start = word.offsetByCodePoints(start, 1);
    }
    int end = word.offsetByCodePoints(start, 1);
    while (end < word.length() && isMark(word.codePointAt(end))) {
      end = word.offsetByCodePoints(end, 1);
    }
    return word.substring(start, end) + ".";
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }
}
