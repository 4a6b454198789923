package org.badgebridge.course;

import java.util.UUID;

/**
 * Something in a course that yields evidence.
 *
 * @param reference what names it within its kind and course: the resource link's id, the line
 *     item's URL, the platform's number of a module, or what a sender calls it
 */
public record Activity(UUID id, UUID courseId, Kind kind, String reference, String title) {

  /** What the reference points to. */
  public enum Kind {
    /** A placement of Badge Bridge: its restriction completes, its coupled line item scores. */
    RESOURCE_LINK,
    /** A line item of Badge Bridge that belongs to no placement. */
    LINE_ITEM,
    /** An activity of the course that is not ours, by the platform's own number of it. */
    MODULE,
    /** The course as a whole. */
    COURSE,
    /** What a connected sender calls an activity; the reference begins with the connector's id. */
    SENT,
    /** Meetings that learners check in to. */
    ATTENDANCE,
    /** Something that lecturers tick off, or a file says. */
    TASK
  }
}
