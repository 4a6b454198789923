package org.badgebridge.drawing.artwork;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much there is to draw once every reference has been followed: a few nested {@code use} can
 * ask for millions of shapes.
 */
final class SvgCost {

  private static final long MOST = 20_000;

  /** References that may follow one another. */
  private static final int DEEPEST = 24;

  /** Path data of this length is worth one shape. */
  private static final int SHAPE = 100;

  /** What needs a canvas of its own is worth so many shapes. */
  private static final int LAYER = 20;

  private static final List<String> LAYERS = List.of("opacity", "mask", "clip-path");

  private final Map<String, SvgElement> named;
  private final IdentityHashMap<SvgElement, Long> known = new IdentityHashMap<>();
  private int depth;

  SvgCost(Map<String, SvgElement> named) {
    this.named = named;
  }

  /**
   * Refuses what would take too long.
   *
   * @throws org.badgebridge.problem.InvalidFields if it is too much, or refers to itself
   */
  void check(SvgElement root) {
    of(root);
  }

  private long of(SvgElement element) {
    Long before = known.get(element);
    if (before != null) {
      Refusal.unless(before >= 0, "too-complex"); // still being counted: it refers to itself
      return before;
    }
    known.put(element, -1L);
    long cost = own(element);
    for (SvgElement child : element.children()) {
      cost += of(child);
    }
    Refusal.unless(++depth <= DEEPEST, "too-complex");
    for (String target : references(element)) {
      SvgElement there = named.get(target);
      cost += there == null ? 0 : of(there);
    }
    depth--;
    Refusal.unless(cost <= MOST, "too-complex");
    known.put(element, cost);
    return cost;
  }

  private static long own(SvgElement element) {
    Map<String, String> attributes = element.attributes();
    int data =
        attributes.getOrDefault("d", "").length() + attributes.getOrDefault("points", "").length();
    String style = attributes.getOrDefault("style", "");
    long layers =
        LAYERS.stream()
            .filter(layer -> attributes.containsKey(layer) || style.contains(layer))
            .count();
    return 1L + data / SHAPE + layers * LAYER;
  }

  private static List<String> references(SvgElement element) {
    List<String> targets = new ArrayList<>();
    element
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals("href") || name.endsWith(":href")) {
                targets.add(value.strip());
              } else {
                targets.addAll(SafeSvg.targets(value));
              }
            });
    return targets.stream()
        .filter(target -> target.startsWith("#"))
        .map(target -> target.substring(1))
        .toList();
  }
}
