package org.badgebridge.passback;

import java.time.Duration;

/** A place where evidence about an activity can be looked up, again and again. */
public interface EvidenceSource {

  /** The stable name in the database, e.g. {@code membership}; at most 20 characters. */
  String name();

  /** The shortest time between two looks while nothing but launches asks for them. */
  Duration spacing();

  /** Whether this source can tell anything of what is asked about the activity. */
  boolean covers(Target target);

  /**
   * Looks once and records what is found. Called outside any transaction.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  Look look(Target target);
}
