package org.badgebridge.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and on whose authority: what the audit trail keeps of a deed.
 *
 * @param id the LMS user's, person's, staff account's or API client's id; null for rules and the
 *     system
 * @param authority what gives the right, e.g. {@code launch 0190…}, {@code rule 0190… v3}
 */
public record Actor(Kind kind, @Nullable UUID id, String authority) {

  /** The kinds of actor. */
  public enum Kind {
    LEARNER,
    LECTURER,
    /** Runs this installation. */
    ADMINISTRATOR,
    /** Has an account and acts by memberships of institutions. */
    STAFF,
    /** A program that uses the interface for programs. */
    CLIENT,
    RULE,
    SYSTEM,
    PLATFORM,
    ANONYMOUS
  }

  /** Badge Bridge itself, for example a job. */
  public static Actor system(String authority) {
    return new Actor(Kind.SYSTEM, null, authority);
  }
}
