package org.badgebridge.backpack.entry;

/** What people type where an e-mail address is asked for. */
public final class MailboxForm {

  private static final int LONGEST = 320;

  private MailboxForm() {}

  /** Whether it looks like one address. */
  public static boolean fits(String email) {
    return email.length() <= LONGEST && email.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
  }
}
