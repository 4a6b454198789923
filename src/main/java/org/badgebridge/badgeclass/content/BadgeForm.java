package org.badgebridge.badgeclass.content;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The form of a badge class as somebody typed it. Nothing is lost on the way back to the screen,
 * also what is no number where one is asked for; {@link ReadForm} makes a content of it.
 *
 * <p>Rows (alignments, steps) are sent as parallel lists of fields; blank rows are left out.
 */
public final class BadgeForm {

  /** The fields of one row of the alignments. */
  static final List<String> ALIGNMENT =
      List.of(
          "alignmentName",
          "alignmentUrl",
          "alignmentCode",
          "alignmentFramework",
          "alignmentDescription",
          "alignmentType");

  private final Map<String, List<String>> values;

  private BadgeForm(Map<String, List<String>> values) {
    this.values = values;
  }

  /** What a browser sent. */
  public static BadgeForm from(MultivaluedMap<String, String> form) {
    Map<String, List<String>> values = new LinkedHashMap<>(form);
    int rows = ALIGNMENT.stream().mapToInt(field -> size(values, field)).max().orElse(0);
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = i;
      if (ALIGNMENT.stream().anyMatch(field -> !at(values, field, row).isBlank())) {
        filled.add(i);
      }
    }
    for (String field : ALIGNMENT) {
      List<String> old = values.getOrDefault(field, List.of());
      values.put(field, filled.stream().map(row -> row < old.size() ? old.get(row) : "").toList());
    }
    return new BadgeForm(values);
  }

  /** An empty form, with what nearly everybody wants chosen. */
  public static BadgeForm blank(Locale language, String type, String theme) {
    return of(BadgeContent.of(new Wording("", "", ""), language.getLanguage(), type, theme));
  }

  /** The form of what is kept. */
  public static BadgeForm of(BadgeContent content) {
    return new BadgeForm(new FilledForm(content).values());
  }

  /** The first value of a field; empty if there is none. */
  public String text(String field) {
    return at(values, field, 0);
  }

  /** The value of a field in one row. */
  public String text(String field, int row) {
    return at(values, field, row);
  }

  /** All values of a field. */
  public List<String> texts(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether a box is ticked or an option chosen. */
  public boolean chosen(String field, String value) {
    return texts(field).contains(value);
  }

  /** Whether a box that stands alone is ticked. */
  public boolean ticked(String field) {
    return chosen(field, "yes");
  }

  /** How many alignments there are. */
  public int alignments() {
    return size(values, ALIGNMENT.get(0));
  }

  /** The languages that something is translated into. */
  public List<String> translations() {
    TreeSet<String> languages = new TreeSet<>();
    for (String field : List.of("name.", "description.", "criteria.")) {
      values.keySet().stream()
          .filter(key -> key.startsWith(field))
          .forEach(key -> languages.add(key.substring(field.length())));
    }
    return List.copyOf(languages);
  }

  /** The query by which the preview draws it. */
  public String query() {
    String name = text("name");
    return Stream.of("type", "theme", "language", "artwork")
            .map(field -> field + "=" + encode(text(field)))
            .reduce("", (all, each) -> all + each + "&")
        + "name="
        + encode(name.substring(0, Math.min(name.length(), ContentFaults.NAME)));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static int size(Map<String, List<String>> values, String field) {
    return values.getOrDefault(field, List.of()).size();
  }

  private static String at(Map<String, List<String>> values, String field, int row) {
    List<String> all = values.getOrDefault(field, List.of());
    return row < all.size() && all.get(row) != null ? all.get(row) : "";
  }
}
