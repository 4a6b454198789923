package org.badgebridge.drawing.artwork;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an uploaded SVG may hold. Shapes, groups, gradients, clips and masks pass; what could run,
 * load or grow without bound is refused by name, because leaving it out would show another picture
 * than its maker drew; what only editors read, and effects that cost without bound (filters,
 * markers, dashes), are left out.
 */
final class SafeSvg {

  private static final Set<String> DRAWN =
      Set.of(
          "svg",
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "defs",
          "use",
          "symbol",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask",
          "style",
          "a",
          "switch");

  /** Refused, in lower case. */
  private static final Set<String> REFUSED =
      Set.of(
          "script",
          "foreignobject",
          "image",
          "feimage",
          "iframe",
          "object",
          "embed",
          "handler",
          "listener",
          "animate",
          "animatetransform",
          "animatemotion",
          "animatecolor",
          "set",
          "text",
          "pattern",
          "audio",
          "video",
          "font",
          "font-face",
          "cursor",
          "html",
          "body");

  private static final Pattern DROPPED =
      Pattern.compile(
          "filter|enable-background|stroke-dash[a-z]*|marker[a-z-]*|mix-blend-mode|isolation");

  private static final Pattern DROPPED_IN_STYLE =
      Pattern.compile("(?i)(^|[;{\\s])(?:" + DROPPED.pattern() + ")\\s*:[^;}]*");

  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)javascript:|vbscript:|data:|expression\\s*\\(|-moz-binding|behavior\\s*:");

  private static final Pattern URL =
      Pattern.compile("(?i)url\\s*\\(\\s*[\"']?\\s*([^\"')]*)[\"']?\\s*\\)?");

  private static final Pattern RULE = Pattern.compile("@[A-Za-z-]*");

  private final Map<String, SvgElement> named = new HashMap<>();

  private SafeSvg(SvgElement root) {
    gather(root);
  }

  /**
   * Refuses what must not be in it.
   *
   * @throws org.badgebridge.problem.InvalidFields that names the first such thing
   */
  static void check(SvgElement root) {
    SafeSvg safe = new SafeSvg(root);
    safe.element(root);
    new SvgCost(safe.named).check(root);
  }

  private void gather(SvgElement element) {
    String id = element.attributes().get("id");
    if (id != null) {
      named.putIfAbsent(id, element);
    }
    element.children().forEach(this::gather);
  }

  /** Whether it is drawn, and not left out. */
  static boolean draws(SvgElement element) {
    return element.ours() && DRAWN.contains(element.name());
  }

  /** Whether an attribute is taken over; of references only {@code href} is. */
  static boolean takes(String attribute) {
    return !attribute.contains(":") && !DROPPED.matcher(attribute).matches();
  }

  private void element(SvgElement element) {
    String name = element.name().toLowerCase(Locale.ROOT);
    Refusal.unless(!REFUSED.contains(name), "unsafe", element.name());
    element.attributes().forEach((attribute, value) -> attribute(element, attribute, value));
    if (name.equals("style")) {
      sheet(element.text().toString());
    }
    element.children().forEach(this::element);
  }

  private void attribute(SvgElement element, String attribute, String value) {
    String name = attribute.substring(attribute.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    Refusal.unless(!name.startsWith("on"), "unsafe", attribute);
    if (!draws(element)) {
      return;
    }
    if (name.equals("href") || name.equals("src")) {
      boolean link = element.name().equals("a"); // leads somewhere, is not drawn
      Refusal.unless(link || value.strip().startsWith("#"), "unsafe", attribute);
      return;
    }
    if (takes(attribute)) {
      checkValue(value, attribute);
    }
  }

  private static void checkValue(String value, String where) {
    Matcher runs = RUNS.matcher(value);
    Refusal.unless(!runs.find(), "unsafe", where);
    Refusal.unless(!value.contains("\\"), "unsafe", where);
    for (String target : targets(value)) {
      Refusal.unless(target.startsWith("#"), "unsafe", "url(" + shortened(target) + ")");
    }
  }

  /** A style sheet may colour; only gradients can be named in it, whose cost is known. */
  private void sheet(String css) {
    Matcher rule = RULE.matcher(css);
    if (rule.find()) {
      throw Refusal.because("unsafe", rule.group());
    }
    checkValue(css, "style");
    for (String target : targets(css)) {
      SvgElement there = named.get(target.substring(1));
      boolean gradient = there != null && there.name().endsWith("Gradient");
      Refusal.unless(gradient, "unsafe-sheet", shortened(target));
    }
  }

  /** What {@code url(…)} names, in an attribute or a style sheet. */
  static Collection<String> targets(String value) {
    Set<String> targets = new HashSet<>();
    Matcher url = URL.matcher(value);
    while (url.find()) {
      targets.add(url.group(1).strip());
    }
    return targets;
  }

  /** A style sheet or attribute without the properties that are left out. */
  static String style(String css) {
    return DROPPED_IN_STYLE.matcher(css).replaceAll("$1");
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
