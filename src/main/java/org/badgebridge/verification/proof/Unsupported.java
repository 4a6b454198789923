package org.badgebridge.verification.proof;

/** Something that may well be right, but that we cannot verify. */
final class Unsupported extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;

  Unsupported(String what) {
    super(what);
    this.what = what;
  }

  /** Its name. */
  String what() {
    return what;
  }
}
