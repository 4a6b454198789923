package org.badgebridge.operator;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.badgebridge.keys.Tokens;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps and checks passwords: PBKDF2 by Jakarta Security with the work that OWASP advises. Hashing
 * is dear on purpose, so only a few run at once and the rest of the machine keeps serving.
 */
@ApplicationScoped
public class Passwords {

  /** The shortest password (NIST SP 800-63B asks for 8 at least; length beats variety). */
  static final int SHORTEST = 12;

  static final int LONGEST = 200;

  /** zxcvbn's scale of 0 to 4; 3 means more than 10^8 guesses. */
  private static final int GOOD_ENOUGH = 3;

  /** More characters make no password weaker, and zxcvbn slower. */
  private static final int JUDGED = 64;

  private static final int AT_ONCE = 4;

  private final Pbkdf2PasswordHash hash;
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final Zxcvbn guesses = new Zxcvbn();
  private volatile @Nullable String nobodys;

  @Inject
  public Passwords(Pbkdf2PasswordHash hash) {
    this.hash = hash;
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
  }

  /**
   * What is wrong with a new password.
   *
   * @param known what a guesser would try first: the owner's name and address
   * @return a message key, or null if it will do
   */
  @Nullable String fault(String password, List<String> known) {
    if (password.length() < SHORTEST) {
      return "operator.password.short";
    }
    if (password.length() > LONGEST) {
      return "operator.password.long";
    }
    String judged = password.substring(0, Math.min(password.length(), JUDGED));
    return guesses.measure(judged, parts(known)).getScore() < GOOD_ENOUGH
        ? "operator.password.common"
        : null;
  }

  /** Whole, without its spaces, and word by word. */
  private static List<String> parts(List<String> known) {
    return known.stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each, each.replaceAll("\\s", "")),
                    Stream.of(each.split("[^\\p{L}\\p{N}]+"))))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** What is kept instead of the password; salted, so the same password never looks the same. */
  String hash(String password) {
    enter();
    try {
      return hash.generate(password.toCharArray());
    } finally {
      permits.release();
    }
  }

  /**
   * Whether a password is the right one.
   *
   * @param kept the hash, or null if nobody has that address: then the same work is done for
   *     nothing
   */
  boolean matches(String password, @Nullable String kept) {
    if (password.length() > LONGEST) {
      return false;
    }
    String compared = kept == null ? nobodys() : kept;
    enter();
    try {
      return hash.verify(password.toCharArray(), compared) && kept != null;
    } finally {
      permits.release();
    }
  }

  private String nobodys() {
    String made = nobodys;
    if (made == null) {
      made = hash(Tokens.random());
      nobodys = made;
    }
    return made;
  }

  private void enter() {
    if (!permits.tryAcquire()) {
      throw new ProblemException(ProblemType.TOO_MANY, "problem.too-many.detail");
    }
  }
}
