package org.badgebridge.drawing;

import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is about; drawn as the picture in the badge's upper half.
 *
 * @param slug its name in addresses and in the database, unique within an institution
 * @param names for people
 * @param meanings what a badge of this theme is about, in a sentence
 * @param colour the ground of the picture, as {@code #rrggbb}
 * @param pictogram the picture
 * @param artwork a picture of the institution's own instead, or null
 * @param own whether the institution made it
 * @param active whether new badges can have it; else only those draw it that had it before
 */
public record Theme(
    String slug,
    Translated names,
    Translated meanings,
    String colour,
    Pictogram pictogram,
    @Nullable UUID artwork,
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

  Theme switched(boolean on) {
    return new Theme(slug, names, meanings, colour, pictogram, artwork, own, on);
  }
}
