package org.badgebridge.course;

import java.util.UUID;

/**
 * Something in a course that yields evidence.
 *
 * @param reference what the platform calls it: the resource link's id, or the line item's URL
 */
public record Activity(UUID id, UUID courseId, Kind kind, String reference, String title) {

  /** What the reference points to. */
  public enum Kind {
    /** A placement of Badge Bridge: its restriction completes, its coupled line item scores. */
    RESOURCE_LINK,
    /** A line item of Badge Bridge that belongs to no placement. */
    LINE_ITEM
  }
}
