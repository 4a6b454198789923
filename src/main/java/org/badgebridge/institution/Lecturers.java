package org.badgebridge.institution;

/** What lecturers in the LMS may do about badge classes of their institution. */
public enum Lecturers {
  /** Make, change and publish them. */
  PUBLISH,
  /** Make and change drafts, which staff publish. */
  DRAFT,
  /** Only use what staff published. */
  NONE
}
