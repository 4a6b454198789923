package org.badgebridge.passback.membership;

import org.badgebridge.platform.Product;

/** Whom a platform lists when it is asked for the members of one link (NRPS 2.0, {@code rlid}). */
public enum LinkRoster {
  /** Who meets the conditions of the link now; so Moodle does. */
  BY_CONDITIONS,
  /** Perhaps so, perhaps simply everybody: the specification leaves it open. */
  UNKNOWN,
  /**
   * Whom the link is assigned to, whatever they have done: Canvas. Says nothing of what was done.
   */
  BY_ASSIGNMENT;

  /** What platforms of a product do. */
  public static LinkRoster of(Product product) {
    return switch (product) {
      case MOODLE -> BY_CONDITIONS;
      case CANVAS -> BY_ASSIGNMENT;
      case BRIGHTSPACE, BLACKBOARD, SAKAI, GENERIC -> UNKNOWN;
    };
  }
}
