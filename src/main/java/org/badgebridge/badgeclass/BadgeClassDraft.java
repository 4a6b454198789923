package org.badgebridge.badgeclass;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Words;

/**
 * A badge class as somebody typed it: nothing is checked yet. The component names are the form's
 * field names.
 *
 * @param name plain text, what the badge is called
 * @param description plain text, what the badge says of its holder
 * @param criteria Markdown, what has to be done
 * @param type the slug of a type
 * @param theme the slug of a theme
 * @param language the language of the three texts, a tag of {@link Words#LANGUAGES}
 */
public record BadgeClassDraft(
    String name, String description, String criteria, String type, String theme, String language) {

  static final int NAME_LENGTH = 200;
  static final int DESCRIPTION_LENGTH = 2000;
  static final int CRITERIA_LENGTH = 10000;

  /** Cleans the texts: see {@link PlainText}. */
  public BadgeClassDraft {
    name = PlainText.line(name);
    description = PlainText.paragraphs(description);
    criteria = PlainText.paragraphs(criteria);
  }

  /** An empty form. */
  public static BadgeClassDraft blank(Locale language, VisualGrammar grammar) {
    return new BadgeClassDraft(
        "", "", "", grammar.type("").slug(), grammar.theme("").slug(), language.toLanguageTag());
  }

  /** What a form sent; a missing field is empty. */
  public static BadgeClassDraft from(MultivaluedMap<String, String> form) {
    return new BadgeClassDraft(
        value(form, "name"),
        value(form, "description"),
        value(form, "criteria"),
        value(form, "type"),
        value(form, "theme"),
        value(form, "language"));
  }

  private static String value(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value;
  }

  /** The form of an existing badge class. */
  public static BadgeClassDraft of(BadgeClass badgeClass) {
    return new BadgeClassDraft(
        badgeClass.name(),
        badgeClass.description(),
        badgeClass.criteria(),
        badgeClass.typeSlug(),
        badgeClass.themeSlug(),
        badgeClass.language().toLanguageTag());
  }

  /** The query by which the preview draws this draft. */
  public String query() {
    return "type="
        + encode(type)
        + "&theme="
        + encode(theme)
        + "&name="
        + encode(name.substring(0, Math.min(name.length(), NAME_LENGTH)))
        + "&language="
        + encode(language);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * Everything that is wrong, in the order of the form; empty when it can be taken.
   *
   * @param grammar what types and themes there are
   */
  public List<FieldFault> faults(VisualGrammar grammar) {
    List<FieldFault> faults = new ArrayList<>();
    text(faults, "name", name, NAME_LENGTH);
    text(faults, "description", description, DESCRIPTION_LENGTH);
    text(faults, "criteria", criteria, CRITERIA_LENGTH);
    if (!grammar.offersType(type)) {
      faults.add(FieldFault.of("type", "badgeclass.fault.type"));
    }
    if (!grammar.offersTheme(theme)) {
      faults.add(FieldFault.of("theme", "badgeclass.fault.theme"));
    }
    if (Words.LANGUAGES.stream().noneMatch(known -> known.toLanguageTag().equals(language))) {
      faults.add(FieldFault.of("language", "badgeclass.fault.language"));
    }
    return faults;
  }

  /**
   * Refuses a draft with faults.
   *
   * @throws InvalidFields with all of them
   */
  void check(VisualGrammar grammar) {
    List<FieldFault> faults = faults(grammar);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  private static void text(List<FieldFault> faults, String field, String value, int longest) {
    if (value.isEmpty()) {
      faults.add(FieldFault.of(field, "badgeclass.fault." + field + "-missing"));
    } else if (value.length() > longest) {
      faults.add(FieldFault.of(field, "badgeclass.fault.too-long", longest, value.length()));
    }
  }
}
