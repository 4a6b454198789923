package org.badgebridge.drawing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * A theme as somebody typed it: nothing is checked yet.
 *
 * @param colour as {@code #rrggbb}
 * @param pictogram the slug of a {@link Pictogram}
 * @param artwork the picture of one's own, or null
 */
public record ThemeDraft(
    Translated names,
    Translated meanings,
    String colour,
    String pictogram,
    @Nullable UUID artwork) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** An empty form. */
  static ThemeDraft blank() {
    return new ThemeDraft(Translated.NOTHING, Translated.NOTHING, "#1f5fbf", "star", null);
  }

  /** What a form sent. */
  static ThemeDraft from(MultivaluedMap<String, String> form) {
    return new ThemeDraft(
        EntryWords.read(form, "name"),
        EntryWords.read(form, "meaning"),
        EntryWords.field(form, "colour").toLowerCase(Locale.ROOT),
        EntryWords.field(form, "pictogram"),
        id(EntryWords.field(form, "artwork")));
  }

  /** The id that a text is; null if it is none. */
  static @Nullable UUID id(String text) {
    return ID.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  /** The form of an existing theme. */
  static ThemeDraft of(Theme theme) {
    return new ThemeDraft(
        theme.names(), theme.meanings(), theme.colour(), theme.pictogram().slug(), theme.artwork());
  }

  /** Everything that is wrong, in the order of the form. */
  List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    EntryWords.check(faults, names, meanings);
    if (!Colour.isOne(colour)) {
      faults.add(FieldFault.of("colour", "drawing.fault.colour"));
    } else if (new Colour(colour).hidesAWhitePicture()) {
      faults.add(FieldFault.of("colour", "drawing.fault.ground-light"));
    }
    if (!Pictogram.exists(pictogram)) {
      faults.add(FieldFault.of("pictogram", "drawing.fault.pictogram"));
    }
    return faults;
  }
}
