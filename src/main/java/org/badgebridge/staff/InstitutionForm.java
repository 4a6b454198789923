package org.badgebridge.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.InstitutionKind;
import org.badgebridge.institution.InstitutionSettings;
import org.badgebridge.institution.InstitutionSettings.Contact;
import org.badgebridge.institution.InstitutionSettings.Identifiers;
import org.badgebridge.institution.InstitutionSettings.Switches;
import org.badgebridge.institution.Lecturers;

/** Between the settings of an institution and the fields of their form. */
final class InstitutionForm {

  private InstitutionForm() {}

  static Map<String, String> values(Institution institution) {
    InstitutionSettings settings = institution.settings();
    Map<String, String> values = new TreeMap<>();
    values.put("version", Long.toString(institution.version()));
    Typed.put(values, settings.naming());
    values.put("language", settings.language().toLanguageTag());
    values.put("accent", settings.accent());
    Typed.put(values, "email", settings.contact().email());
    Typed.put(values, "url", settings.contact().url());
    Identifiers identifiers = settings.identifiers();
    values.put("kind", identifiers.kind().name());
    Typed.put(values, "brin", identifiers.brin());
    Typed.put(values, "country", identifiers.country());
    Typed.put(values, "schac", identifiers.schacHome());
    Typed.put(values, "schac-other", identifiers.schacHomeOther());
    Typed.put(values, "eppn", identifiers.eppnPattern());
    Typed.put(values, "grading", identifiers.gradingTableUrl());
    Typed.put(values, "linkedin", identifiers.linkedinId());
    Switches switches = settings.switches();
    Typed.tick(values, "formal", switches.formal());
    Typed.tick(values, "informal", switches.informal());
    Typed.tick(values, "micro", switches.microCredentials());
    Typed.tick(values, "listed", switches.listed());
    values.put("lecturers", switches.lecturers().name());
    return values;
  }

  static InstitutionSettings settings(Typed typed) {
    return new InstitutionSettings(
        typed.naming(),
        Locale.forLanguageTag(typed.value("language")),
        typed.value("accent").toLowerCase(Locale.ROOT),
        new Contact(typed.optional("email"), typed.optional("url")),
        new Identifiers(
            chosen(InstitutionKind.class, typed.value("kind")).orElse(InstitutionKind.OTHER),
            typed.optional("brin"),
            typed.optional("country"),
            typed.optional("schac"),
            typed.optional("schac-other"),
            typed.optional("eppn"),
            typed.optional("grading"),
            typed.optional("linkedin")),
        new Switches(
            typed.ticked("formal"),
            typed.ticked("informal"),
            typed.ticked("micro"),
            typed.ticked("listed"),
            chosen(Lecturers.class, typed.value("lecturers")).orElse(Lecturers.NONE)));
  }

  /** The constant of that name. */
  static <E extends Enum<E>> Optional<E> chosen(Class<E> of, String name) {
    return Arrays.stream(of.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }
}
