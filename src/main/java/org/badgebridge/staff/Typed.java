package org.badgebridge.staff;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.badgebridge.institution.Naming;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody typed it, to be shown again with what is wrong and with what somebody else
 * saved meanwhile.
 *
 * @param values by field; a box that is not ticked is missing
 * @param saved the values that are saved now, by field; empty unless they differ by somebody else
 */
public record Typed(
    Map<String, String> values, List<FieldFault> faults, Map<String, String> saved) {

  static final String TEXT = "text-";

  private static final String NAME = "name-";
  private static final String DESCRIPTION = "description-";

  /** A form as it is opened. */
  public static Typed of(Map<String, String> values) {
    return new Typed(values, List.of(), Map.of());
  }

  /** A form as it was sent; space around texts does not count. */
  public static Typed of(MultivaluedMap<String, String> sent) {
    Map<String, String> values = new TreeMap<>();
    sent.forEach((field, texts) -> values.put(field, texts.isEmpty() ? "" : texts.get(0).strip()));
    return of(values);
  }

  public Typed with(InvalidFields invalid) {
    return new Typed(values, invalid.faults(), saved);
  }

  /** The same words beside what is saved now, to be saved again over it. */
  public Typed beside(Map<String, String> now) {
    Map<String, String> next = new TreeMap<>(values);
    next.put("version", now.getOrDefault("version", ""));
    return new Typed(next, faults, now);
  }

  /** With room for one more language. */
  Typed withLanguage(String tag) {
    Map<String, String> more = new TreeMap<>(values);
    if (Translated.LANGUAGES.contains(tag)) {
      more.putIfAbsent(NAME + tag, "");
    }
    return new Typed(more, faults, saved);
  }

  /** What was typed into a field; empty if nothing. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** As {@link #value}, null if nothing. */
  @Nullable String optional(String field) {
    String value = value(field);
    return value.isEmpty() ? null : value;
  }

  /** Whether a box is ticked. */
  public boolean ticked(String field) {
    return values.containsKey(field);
  }

  /** What is wrong with a field. */
  public Optional<FieldFault> fault(String field) {
    return InvalidFields.of(faults, field);
  }

  /** What somebody else saved in a field meanwhile, if that is something else. */
  public Optional<String> meanwhile(String field) {
    return saved.isEmpty() || field.equals("version")
        ? Optional.empty()
        : Optional.of(saved.getOrDefault(field, "")).filter(each -> !each.equals(value(field)));
  }

  /** Of which state of things it was typed. */
  long version() {
    String version = value("version");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
  }

  /** The languages that have fields, the default one first. */
  public List<String> languages(String first) {
    List<String> shown = new ArrayList<>(List.of(first));
    Translated.LANGUAGES.stream()
        .filter(each -> !each.equals(first))
        .filter(
            each ->
                Stream.of(NAME, DESCRIPTION, TEXT)
                    .anyMatch(field -> values.containsKey(field + each)))
        .forEach(shown::add);
    return shown;
  }

  /** The languages that can be added. */
  public List<String> furtherLanguages(String first) {
    List<String> shown = languages(first);
    return Translated.LANGUAGES.stream().filter(each -> !shown.contains(each)).toList();
  }

  Naming naming() {
    return new Naming(texts(NAME), texts(DESCRIPTION));
  }

  /** One long text in each language. */
  Translated texts() {
    return texts(TEXT);
  }

  private Translated texts(String prefix) {
    Map<String, String> texts = new TreeMap<>();
    Translated.LANGUAGES.forEach(each -> texts.put(each, value(prefix + each)));
    return new Translated(texts);
  }

  static void put(Map<String, String> values, Naming naming) {
    naming.names().texts().forEach((tag, text) -> values.put(NAME + tag, text));
    naming.descriptions().texts().forEach((tag, text) -> values.put(DESCRIPTION + tag, text));
  }

  static void put(Map<String, String> values, String field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  static void tick(Map<String, String> values, String field, boolean ticked) {
    if (ticked) {
      values.put(field, "yes");
    }
  }

  /** A language by its own name, for people. */
  public static String called(String tag) {
    Locale language = Locale.forLanguageTag(tag);
    return language.getDisplayLanguage(language);
  }
}
