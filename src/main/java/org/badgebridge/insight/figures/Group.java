package org.badgebridge.insight.figures;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one of several groups.
 *
 * @param key an id, or a word for addresses
 * @param name what people call it; empty where the page has its own word
 * @param detail what tells it from others of the same name
 * @param learners at least so many different learners, as far as sums can tell: the most awards of
 *     any one badge class in the group
 * @param hidden too small to be shown, or needed to keep another one hidden
 */
public record Group(
    String key,
    String name,
    @Nullable String detail,
    Figures figures,
    long learners,
    boolean hidden) {

  /** Whether nothing happened in it. */
  public boolean none() {
    return figures.none();
  }

  Group hide() {
    return new Group(key, name, detail, figures, learners, true);
  }
}
