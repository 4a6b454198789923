package org.badgebridge.drawing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The types and themes of one institution: the rules by which its badges are drawn and read.
 *
 * <p>What was switched off still draws the badges that have it, so a look-up never fails.
 *
 * @param institutionId null for the built-in grammar, which belongs to nobody
 * @param everyType all types in their order, also those switched off; never empty
 * @param everyTheme all themes in their order, also those switched off; never empty
 */
public record VisualGrammar(
    @Nullable UUID institutionId, List<BadgeType> everyType, List<Theme> everyTheme) {

  /** Copies the lists. */
  public VisualGrammar {
    everyType = List.copyOf(everyType);
    everyTheme = List.copyOf(everyTheme);
  }

  /** The types that a new badge can have. */
  public List<BadgeType> types() {
    return everyType.stream().filter(BadgeType::active).toList();
  }

  /** The themes that a new badge can have. */
  public List<Theme> themes() {
    return everyTheme.stream().filter(Theme::active).toList();
  }

  /** The type of that slug; the first one if there never was such a type. */
  public BadgeType type(String slug) {
    return everyType.stream()
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseGet(() -> types().isEmpty() ? everyType.get(0) : types().get(0));
  }

  /** The theme of that slug; the first one if there never was such a theme. */
  public Theme theme(String slug) {
    return everyTheme.stream()
        .filter(theme -> theme.slug().equals(slug))
        .findFirst()
        .orElseGet(() -> themes().isEmpty() ? everyTheme.get(0) : themes().get(0));
  }

  /** Whether a new badge can have the type. */
  public boolean offersType(String slug) {
    return types().stream().anyMatch(type -> type.slug().equals(slug));
  }

  /** Whether a new badge can have the theme. */
  public boolean offersTheme(String slug) {
    return themes().stream().anyMatch(theme -> theme.slug().equals(slug));
  }

  /** This grammar for a badge that exists: what it has stays on offer, switched off or not. */
  public VisualGrammar keeping(String typeSlug, String themeSlug) {
    return new VisualGrammar(
        institutionId,
        everyType.stream()
            .map(type -> type.slug().equals(typeSlug) ? type.switched(true) : type)
            .toList(),
        everyTheme.stream()
            .map(theme -> theme.slug().equals(themeSlug) ? theme.switched(true) : theme)
            .toList());
  }

  /** How a badge looks. */
  public Look look(String typeSlug, String themeSlug, String name, Locale language) {
    return look(typeSlug, themeSlug, name, language, null);
  }

  /**
   * How a badge looks.
   *
   * @param artwork a picture instead of the theme's, or null
   */
  public Look look(
      String typeSlug, String themeSlug, String name, Locale language, @Nullable UUID artwork) {
    return new Look(type(typeSlug), theme(themeSlug), name, language, artwork);
  }

  /**
   * The address of the drawing for small places: border and picture, no letters. Another drawing
   * has another address, so that none is shown after it was changed.
   */
  public String mark(String typeSlug, String themeSlug) {
    BadgeType type = type(typeSlug);
    Theme theme = theme(themeSlug);
    String drawn =
        type.shape().slug()
            + type.colour()
            + theme.colour()
            + theme.pictogram().slug()
            + theme.artwork();
    String version = Integer.toHexString(drawn.hashCode());
    String address = "/badge-marks/" + type.slug() + "/" + theme.slug() + ".svg?v=" + version;
    return institutionId == null ? address : address + "&institution=" + institutionId;
  }

  /** What an address needs to mean this grammar: {@code ?institution=…}, or nothing. */
  public String query() {
    return institutionId == null ? "" : "?institution=" + institutionId;
  }
}
