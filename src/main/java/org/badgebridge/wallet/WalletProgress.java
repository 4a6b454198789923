package org.badgebridge.wallet;

/** How far an offer to a wallet is, for the page on which its owner waits. */
public enum WalletProgress {
  /** No wallet came with the number yet. */
  WAITING,
  /** A wallet was let in and has not fetched the badge yet. */
  FETCHING,
  /** A wallet has it. */
  TAKEN,
  /** Too many wrong numbers. */
  SPENT,
  /** It took too long, or a newer offer took its place. */
  OVER;

  /** Whether more can come of it. */
  public boolean goesOn() {
    return this == WAITING || this == FETCHING;
  }
}
