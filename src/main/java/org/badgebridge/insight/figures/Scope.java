package org.badgebridge.insight.figures;

import java.util.Set;
import java.util.UUID;

/**
 * How much of an institution a reader sees: all of it, or what lies at and below some places.
 *
 * @param everything then the sets do not matter
 */
public record Scope(
    boolean everything, Set<UUID> issuerGroups, Set<UUID> issuers, Set<UUID> badgeClasses) {

  /** The whole institution. */
  public static final Scope ALL = new Scope(true, Set.of(), Set.of(), Set.of());
}
