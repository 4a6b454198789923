package org.badgebridge.institution;

/** What an institution is in the Dutch system; elsewhere {@link #OTHER}. */
public enum InstitutionKind {
  /** Research university. */
  WO,
  /** University of applied sciences. */
  HBO,
  /** Vocational college. */
  MBO,
  /** Both of the two. */
  HBO_MBO,
  OTHER
}
