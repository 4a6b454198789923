package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.badgebridge.identity.Administrator;
import org.badgebridge.identity.Administrators;
import org.badgebridge.keys.Digests;

/**
 * Lets an administrator in by address and password. An unknown address costs the same work, counts
 * the same tries and gets the same answers as a wrong password, so nobody can find out who
 * administers.
 */
@ApplicationScoped
public class SignIn {

  /** A working day; then the password is asked again. */
  static final Duration SESSION_LASTS = Duration.ofHours(10);

  private final SignInLedger ledger;
  private final Administrators administrators;
  private final Passwords passwords;

  @Inject
  public SignIn(SignInLedger ledger, Administrators administrators, Passwords passwords) {
    this.ledger = ledger;
    this.administrators = administrators;
    this.passwords = passwords;
  }

  /**
   * Checks the password. Opens its own short transactions: the hashing happens between them.
   *
   * @return the session's token, or nothing if address or password is wrong
   * @throws org.badgebridge.problem.ProblemException too many, while the address is locked
   */
  public Optional<String> signIn(String email, String password) {
    String digest = Digests.sha256(Administrator.normalised(email));
    ledger.countTry(digest);
    Optional<Administrator> administrator = administrators.withEmail(email);
    String kept = administrator.map(Administrator::passwordHash).orElse(null);
    boolean right = passwords.matches(password, kept);
    if (administrator.isPresent() && right) {
      return Optional.of(ledger.admit(digest, administrator.get().id()));
    }
    ledger.refuse(administrator.map(Administrator::id).orElse(null));
    return Optional.empty();
  }
}
