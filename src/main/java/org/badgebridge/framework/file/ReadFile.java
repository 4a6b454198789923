package org.badgebridge.framework.file;

import java.util.List;

/**
 * What a framework file holds.
 *
 * @param name what the framework is called in the file, else a proposal; may be empty
 * @param publisher may be empty
 * @param url may be empty
 * @param language a language tag; may be empty
 * @param items the good ones, in the order of the file; at least one
 * @param invalid how many rows are left out because something is missing or wrong
 * @param doubled how many are left out because an earlier one has the same identifier
 * @param faults the first rows that are left out
 */
public record ReadFile(
    Source source,
    String name,
    String publisher,
    String url,
    String language,
    List<ReadItem> items,
    int invalid,
    int doubled,
    List<RowFault> faults) {

  /** Most faults that are named. */
  public static final int FAULTS = 20;
}
