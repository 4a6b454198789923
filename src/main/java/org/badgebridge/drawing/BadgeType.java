package org.badgebridge.drawing;

import java.util.Locale;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;

/**
 * What kind of thing a badge recognises; drawn as the badge's border, in shape, colour and word.
 *
 * @param slug its name in addresses and in the database, unique within an institution
 * @param names for people; also stands on the badge
 * @param meanings what a badge of this type says, in a sentence
 * @param colour of the border, as {@code #rrggbb}
 * @param achievementType the term of the Open Badges 3.0 {@code achievementType} vocabulary
 * @param own whether the institution made it
 * @param active whether new badges can have it; else only those draw it that had it before
 */
public record BadgeType(
    String slug,
    Translated names,
    Translated meanings,
    Shape shape,
    String colour,
    String achievementType,
    boolean own,
    boolean active) {

  /** Its name for a reader. */
  public String name(Locale reader) {
    return names.in(reader, Locale.ENGLISH);
  }

  /** Its meaning for a reader. */
  public String meaning(Locale reader) {
    return meanings.in(reader, Locale.ENGLISH);
  }

  /** The colour of its border as people call it. */
  public String colourName(Locale reader, Words words) {
    return new Colour(colour).name(reader, words);
  }

  BadgeType switched(boolean on) {
    return new BadgeType(slug, names, meanings, shape, colour, achievementType, own, on);
  }
}
