package org.badgebridge.credential.disclosure;

/** What can be shown of a badge, or left out. */
public enum Part {
  /** What the owner did, in words; in the signed document. */
  NARRATIVE,

  /** Where that can be seen; in the signed document. */
  EVIDENCE,

  /** Results and grade; in the signed document. */
  GRADE,

  /** The documents that were joined to it later, and that the owner switched on. */
  SUPPLEMENTS,

  /** What the owner thinks of it. */
  NOTE
}
