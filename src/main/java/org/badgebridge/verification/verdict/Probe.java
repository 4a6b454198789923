package org.badgebridge.verification.verdict;

/** What is checked, in the order in which people read it. */
public enum Probe {
  /** Whether there is one badge in what was brought, put there as the specifications say. */
  FILE,
  /** Which kind of badge it is, and whether we can verify that kind. */
  FORMAT,
  /** Whether it has what such a badge must have, written as it must be. */
  FORM,
  /** Whether it fits the schema that it names; decides nothing. */
  SCHEMA,
  /** Whether the contexts define every term, so that nothing escapes the signature. */
  TERMS,
  SIGNATURE,
  /** Whether the key that signed is the issuer's. */
  KEY,
  /** Whether the claims of a token say what the credential in it says. */
  CLAIMS,
  /** Whether the issuer serves it (Open Badges 2.0). */
  HOSTED,
  /** Whether who serves it may speak for the issuer (Open Badges 2.0). */
  SCOPE,
  START,
  END,
  REVOCATION,
  SUSPENSION,
  /** Whether those who are said to endorse it do; decides nothing. */
  ENDORSEMENTS,
  /** Whether a newer copy is offered; decides nothing. */
  REFRESH,
  /** Whether it was awarded to the person whom the reader names. */
  RECIPIENT;

  /** Whether the badge holds in spite of how this ended: it is about what is beside the badge. */
  public boolean isBeside() {
    return this == SCHEMA || this == ENDORSEMENTS || this == REFRESH;
  }
}
