package org.badgebridge.catalogue;

import java.util.List;

/**
 * By what the whole catalogue can be filtered.
 *
 * @param issuers by name
 * @param types by slug
 * @param themes by slug
 * @param languages in which badge classes can be read
 * @param skills those that most badge classes have, folded
 */
public record Facets(
    List<Facet> issuers,
    List<Facet> types,
    List<Facet> themes,
    List<Facet> languages,
    List<Facet> skills) {

  /**
   * A choice of a filter, with how many badge classes it has.
   *
   * @param value what the filter takes
   * @param name for people, where the database knows it; else the value
   */
  public record Facet(String value, String name, long count) {}
}
