package org.badgebridge.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture for a theme: white, and where it has holes, the colour it stands on. Five were drawn
 * for the built-in themes, the others come from the open Phosphor set.
 *
 * @param slug its name in addresses and in the database
 * @param elements SVG elements in a square of 200 units
 */
public record Pictogram(String slug, String elements) {

  private static final String GROUND = "GROUND";

  private static final Map<String, Pictogram> ALL = load();

  /** Every pictogram, those of the built-in themes first. */
  public static List<Pictogram> all() {
    return List.copyOf(ALL.values());
  }

  /** Whether there is a pictogram of that slug. */
  public static boolean exists(String slug) {
    return ALL.containsKey(slug);
  }

  /** The pictogram of that slug; the first one if there is none. */
  public static Pictogram of(String slug) {
    Pictogram found = ALL.get(slug);
    return found != null ? found : ALL.values().iterator().next();
  }

  /** The message key of what it shows. */
  public String key() {
    return "drawing.pictogram." + slug;
  }

  /** The picture in the colour of the text around it, as HTML. */
  public String icon() {
    return "<svg class=\"pictogram\" viewBox=\"0 0 200 200\" aria-hidden=\"true\">"
        + on("var(--surface)").replace("#fff", "currentColor")
        + "</svg>";
  }

  /** SVG elements in a square of 200 units, for a ground. */
  String on(String ground) {
    return elements.replace(GROUND, ground);
  }

  private static Map<String, Pictogram> load() {
    Map<String, Pictogram> all = new LinkedHashMap<>();
    lines("pictograms-own.txt").forEach(line -> add(all, line, "", ""));
    lines("pictograms.txt")
        .forEach(
            line -> add(all, line, "<path fill=\"#fff\" transform=\"scale(.78125)\" d=\"", "\"/>"));
    return all;
  }

  private static void add(Map<String, Pictogram> all, String line, String before, String after) {
    int space = line.indexOf(' ');
    String slug = line.substring(0, space);
    all.put(slug, new Pictogram(slug, before + line.substring(space + 1) + after));
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Pictogram.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
