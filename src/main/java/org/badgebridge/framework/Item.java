package org.badgebridge.framework;

import java.util.UUID;

/**
 * An item of a framework, with what becomes of it in an alignment of Open Badges 3.0 (§B.1.4).
 *
 * @param framework its framework's name
 * @param code {@code targetCode}; may be empty
 * @param humanCode the code that people know, if it is another one; may be empty
 * @param description may be empty
 */
public record Item(
    UUID id,
    String framework,
    String name,
    String url,
    String description,
    String code,
    String humanCode,
    String type) {

  /** The code to show; a CASE item's own is a GUID, which says nothing to people. */
  public String shownCode() {
    return humanCode.isEmpty() && !"CFItem".equals(type) ? code : humanCode;
  }
}
