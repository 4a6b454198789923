package org.badgebridge.demo.school;

import org.jspecify.annotations.Nullable;

/**
 * What a learner must have done in another activity before this one opens.
 *
 * @param activity the number of the other activity
 * @param percent the least score in per cent, or null when completing it is enough
 */
public record Restriction(int activity, @Nullable Integer percent) {

  public static Restriction completed(Activity other) {
    return new Restriction(other.number(), null);
  }

  public static Restriction scored(Activity other, int percent) {
    return new Restriction(other.number(), percent);
  }
}
