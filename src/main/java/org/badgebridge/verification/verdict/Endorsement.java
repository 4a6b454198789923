package org.badgebridge.verification.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What somebody else says in favour of a badge, and whether they said it. Texts are what the badge
 * claims, cleaned, and empty where nothing is said.
 *
 * @param name what the endorsement calls itself
 * @param endorser what its issuer calls itself: anybody can write any name there
 * @param domain who controls the endorser's id: a host, or empty if it is only a key
 * @param about null if it is about something else
 * @param comment what they say
 * @param result why it holds, or what speaks against it
 */
public record Endorsement(
    String name,
    String endorser,
    String domain,
    @Nullable About about,
    String comment,
    Check result) {

  /** What is endorsed. */
  public enum About {
    BADGE,
    ACHIEVEMENT,
    ISSUER
  }

  /** How its check ended. */
  public Outcome outcome() {
    return result.outcome();
  }

  /** Whether the endorser signed it and it still holds. */
  public boolean holds() {
    return outcome() == Outcome.PASSED || outcome() == Outcome.WARNING;
  }
}
