package org.badgebridge.drawing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Translated;

/** Names and meanings in forms: one field for each language, {@code name.nl}. */
final class EntryWords {

  static final int NAME_LENGTH = 40;
  static final int MEANING_LENGTH = 300;

  private static final int SLUG_LENGTH = 34;

  private EntryWords() {}

  /** The texts that a form sent. */
  static Translated read(MultivaluedMap<String, String> form, String field) {
    Map<String, String> texts = new HashMap<>();
    for (String language : Translated.LANGUAGES) {
      String text = form.getFirst(field + "." + language);
      texts.put(language, text == null ? "" : PlainText.line(text));
    }
    return new Translated(texts);
  }

  static String field(MultivaluedMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value.strip();
  }

  static void check(List<FieldFault> faults, Translated names, Translated meanings) {
    if (names.isEmpty()) {
      faults.add(FieldFault.of("name", "drawing.fault.name-missing"));
    }
    if (meanings.isEmpty()) {
      faults.add(FieldFault.of("meaning", "drawing.fault.meaning-missing"));
    }
    length(faults, "name", names, NAME_LENGTH);
    length(faults, "meaning", meanings, MEANING_LENGTH);
  }

  private static void length(List<FieldFault> faults, String field, Translated text, int most) {
    if (text.texts().values().stream().anyMatch(each -> each.length() > most)) {
      faults.add(FieldFault.of(field, "drawing.fault.too-long", most));
    }
  }

  /**
   * A slug after a name.
   *
   * @param taken whether there is such a one already
   */
  static String slug(Translated names, String otherwise, Predicate<String> taken) {
    String plain =
        Normalizer.normalize(names.in(Locale.ENGLISH, Locale.ENGLISH), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String begin = plain.isEmpty() ? otherwise : plain;
    String slug = begin.substring(0, Math.min(begin.length(), SLUG_LENGTH)).replaceAll("-$", "");
    String free = slug;
    for (int i = 2; taken.test(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }
}
