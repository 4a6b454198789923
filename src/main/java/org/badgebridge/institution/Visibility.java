package org.badgebridge.institution;

/** Whether the badges of an issuer group are meant for the world. */
public enum Visibility {
  PUBLIC,
  /** For trying out: never in the catalogue. */
  TEST
}
