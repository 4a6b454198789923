package org.badgebridge.institution;

import java.util.List;
import java.util.Locale;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;

/**
 * What something is called and what is said of it, in several languages.
 *
 * @param names at least in the institution's default language
 */
public record Naming(Translated names, Translated descriptions) {

  static final int LONGEST_NAME = 200;
  static final int LONGEST_DESCRIPTION = 2000;

  /** The name in the default language. */
  String name(Locale language) {
    return names.exactly(language.toLanguageTag()).strip();
  }

  void check(Locale language, List<FieldFault> faults) {
    if (name(language).isEmpty()) {
      faults.add(FieldFault.of("name-" + language.toLanguageTag(), "institution.fault.name"));
    }
    names
        .texts()
        .forEach(
            (tag, text) -> {
              if (text.length() > LONGEST_NAME) {
                faults.add(
                    FieldFault.of("name-" + tag, "institution.fault.too-long", LONGEST_NAME));
              }
            });
    descriptions
        .texts()
        .forEach(
            (tag, text) -> {
              if (text.length() > LONGEST_DESCRIPTION) {
                faults.add(
                    FieldFault.of(
                        "description-" + tag, "institution.fault.too-long", LONGEST_DESCRIPTION));
              }
            });
  }
}
