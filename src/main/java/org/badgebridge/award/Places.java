package org.badgebridge.award;

/** The places of a badge class that are free while one act gives it. */
final class Places {

  /** As many as anybody asks for. */
  static final long ANY = Long.MAX_VALUE;

  private long free;

  Places(long free) {
    this.free = free;
  }

  /** Takes one, if there is one. */
  boolean take() {
    if (free <= 0) {
      return false;
    }
    free--;
    return true;
  }
}
