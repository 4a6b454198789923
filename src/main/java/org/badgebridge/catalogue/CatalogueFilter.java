package org.badgebridge.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which badge classes somebody looks for; null or empty asks for nothing.
 *
 * @param words beginnings of words that must all occur
 * @param type slug of a type, theme slug of a theme
 * @param skill a skill as it is written on a badge class, whatever its case
 * @param language tag of a language in which it can be read
 */
public record CatalogueFilter(
    String words,
    @Nullable UUID institution,
    @Nullable UUID issuer,
    String type,
    String theme,
    String skill,
    String language) {

  /** Everything. */
  public static final CatalogueFilter ALL = new CatalogueFilter("", null, null, "", "", "", "");

  /** Whether it leaves something out. */
  public boolean narrows() {
    return !equals(ALL);
  }

  /** As the query of an address, without {@code ?}. */
  public String query() {
    List<String> parts = new ArrayList<>();
    add(parts, "words", words);
    add(parts, "institution", institution == null ? "" : institution.toString());
    add(parts, "issuer", issuer == null ? "" : issuer.toString());
    add(parts, "type", type);
    add(parts, "theme", theme);
    add(parts, "skill", skill);
    add(parts, "language", language);
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isBlank()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
