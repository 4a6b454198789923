package org.badgebridge.award;

import org.jspecify.annotations.Nullable;

/**
 * What one member did in a team that earned its badges together. Who else was in it, no badge says.
 *
 * @param team what the team is called
 * @param part what this member did in it
 * @param stated whether the learner agreed that the badge says so; null until they claim
 */
public record TeamPart(String team, String part, @Nullable Boolean stated) {

  /** As whoever gives the award says it. */
  public static TeamPart of(String team, String part) {
    return new TeamPart(team, part, null);
  }

  TeamPart decided(boolean agrees) {
    return new TeamPart(team, part, agrees);
  }

  /** Whether the badge says it. */
  public boolean agreed() {
    return Boolean.TRUE.equals(stated);
  }
}
