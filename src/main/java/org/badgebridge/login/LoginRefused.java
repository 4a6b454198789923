package org.badgebridge.login;

import java.util.Locale;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A login that lets nobody in. What exactly was wrong is for the audit trail. */
public class LoginRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What was wrong. */
  public enum Why {
    /** The institution has no provider, or switched it off. */
    CLOSED,
    /** No state of ours, one that is over, or one of another provider. */
    STATE,
    /** Another browser began it. */
    BROWSER,
    /** It was answered before. */
    REPLAYED,
    /** The provider or its user said no. */
    DENIED,
    /** The answer is from another provider (RFC 9207). */
    MIXED_UP,
    /** The provider did not take the code. */
    CODE,
    /** The id_token is none, or is not signed by the provider. */
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    TIME,
    NONCE,
    /** A claim is missing or odd. */
    CLAIMS;

    /** For the audit trail. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  LoginRefused(Why why) {
    super(
        ProblemType.SIGN_IN_REQUIRED,
        why == Why.CLOSED
            ? "login.refused.closed"
            : why == Why.DENIED ? "login.refused.denied" : "login.refused.over");
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
