package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;

/** The types and themes that every institution begins with; their words are in our bundle. */
@ApplicationScoped
public class BuiltIns {

  private final Words words;
  private final List<BadgeType> types;
  private final List<Theme> themes;

  /** Looks their words up once: they are values, and pages of every launch name a type. */
  @Inject
  public BuiltIns(Words words) {
    this.words = words;
    this.types = makeTypes();
    this.themes = makeThemes();
  }

  /** The grammar of an institution that changed nothing. */
  public VisualGrammar grammar() {
    return new VisualGrammar(null, types(), themes());
  }

  List<BadgeType> types() {
    return types;
  }

  List<Theme> themes() {
    return themes;
  }

  private List<BadgeType> makeTypes() {
    return List.of(
        type("achievement", Shape.CIRCLE, "#7cc4ef", "Achievement"),
        type("competency", Shape.HEXAGON, "#143a7b", "Competency"),
        type("pathway", Shape.ROSETTE, "#f5c119", "LearningProgram"));
  }

  private List<Theme> makeThemes() {
    return List.of(
        theme("community", "#a23b28", "three-people"),
        theme("digital-citizenship", "#0b6270", "screen-with-shield"),
        theme("employability", "#7a4f00", "briefcase"),
        theme("global-leadership", "#2b6833", "globe-with-flag"),
        theme("inclusion", "#6c388a", "open-arms"));
  }

  private BadgeType type(String slug, Shape shape, String colour, String achievementType) {
    String key = "drawing.type." + slug;
    return new BadgeType(
        slug, text(key), text(key + ".meaning"), shape, colour, achievementType, false, true);
  }

  private Theme theme(String slug, String colour, String pictogram) {
    String key = "drawing.theme." + slug;
    return new Theme(
        slug,
        text(key),
        text(key + ".meaning"),
        colour,
        Pictogram.of(pictogram),
        null,
        false,
        true);
  }

  private Translated text(String key) {
    Map<String, String> texts = new HashMap<>();
    for (Locale language : Words.LANGUAGES) {
      texts.put(language.toLanguageTag(), words.text(language, key));
    }
    return new Translated(texts);
  }
}
