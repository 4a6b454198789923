package org.badgebridge.passback;

import java.time.Duration;

/** A place where evidence about an activity can be looked up, again and again. */
public interface EvidenceSource {

  /** The stable name in the database, e.g. {@code membership}; at most 20 characters. */
  String name();

  /** The shortest time between two looks, unless a lecturer asks for one. */
  Duration spacing();

  /**
   * Whether what it asks is about a whole course: then one look at any of its activities is a look
   * at all that are watched, and they are asked about together.
   */
  default boolean wholeCourse() {
    return false;
  }

  /** Whether this source can tell anything of what is asked about the activity. */
  boolean covers(Target target);

  /**
   * Looks once and records what is found. Called outside any transaction.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  Look look(Target target);

  /** The same, without asking again what was asked in this round. */
  default Look look(Target target, Round round) {
    return look(target);
  }
}
