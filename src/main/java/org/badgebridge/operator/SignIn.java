package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.keys.Digests;

/**
 * Lets somebody with an account in by address and password. An unknown address costs the same work,
 * counts the same tries and gets the same answers as a wrong password, so nobody can find out who
 * has an account.
 */
@ApplicationScoped
public class SignIn {

  /** A working day; then the password is asked again. */
  static final Duration SESSION_LASTS = Duration.ofHours(10);

  private final SignInLedger ledger;
  private final StaffAccounts accounts;
  private final Passwords passwords;

  @Inject
  public SignIn(SignInLedger ledger, StaffAccounts accounts, Passwords passwords) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /**
   * Checks the password. Opens its own short transactions: the hashing happens between them.
   *
   * @return the session's token, or nothing if address or password is wrong
   * @throws org.badgebridge.problem.ProblemException too many, while the address is locked
   */
  public Optional<String> signIn(String email, String password) {
    String digest = Digests.sha256(StaffAccount.normalised(email));
    ledger.countTry(digest);
    Optional<StaffAccount> account = accounts.withEmail(email);
    String kept = account.map(StaffAccount::passwordHash).orElse(null);
    boolean right = passwords.matches(password, kept);
    if (account.isPresent() && right) {
      return Optional.of(ledger.admit(digest, account.get().id()));
    }
    ledger.refuse(account.map(StaffAccount::id).orElse(null));
    return Optional.empty();
  }

  /**
   * Whose address it is.
   *
   * @param email of somebody who has just signed in
   */
  UUID accountOf(String email) {
    return accounts.withEmail(email).orElseThrow().id();
  }
}
