package org.badgebridge.launch;

import java.util.Locale;
import org.badgebridge.problem.ProblemType;

/**
 * Every reason for which a login or launch is refused. The slug is the reason in the audit trail
 * and the key of the words for the person in front of the page.
 */
enum Refusal {
  /** A parameter is missing, sent twice, or unreadable. */
  PARAMETERS(ProblemType.LAUNCH_REJECTED),
  /** Too much was sent. */
  TOO_LARGE(ProblemType.TOO_LARGE),
  /** Nobody registered this issuer and client id. */
  PLATFORM_UNKNOWN(ProblemType.LAUNCH_UNTRUSTED),
  /** No client id, and the issuer has several registrations. */
  PLATFORM_AMBIGUOUS(ProblemType.LAUNCH_REJECTED),
  /** The registration waits for approval or is switched off. */
  PLATFORM_INACTIVE(ProblemType.LAUNCH_CLOSED),
  /** The link leads elsewhere than to us. */
  TARGET(ProblemType.LAUNCH_REJECTED),
  /** The platform answered with an error. */
  PLATFORM_ERROR(ProblemType.LAUNCH_REJECTED),
  /** The platform does not know its user in this window: its cookie is blocked or over. */
  LOGIN_REQUIRED(ProblemType.LAUNCH_UNTRUSTED),
  /** The state is not ours. */
  STATE(ProblemType.LAUNCH_UNTRUSTED),
  /** The login began too long ago. */
  STATE_EXPIRED(ProblemType.LAUNCH_UNTRUSTED),
  /** This browser did not begin the login. */
  BROWSER(ProblemType.LAUNCH_UNTRUSTED),
  /** The token is not a JWT. */
  TOKEN(ProblemType.LAUNCH_REJECTED),
  /** Signed with another algorithm than RS256, or not at all. */
  ALGORITHM(ProblemType.LAUNCH_UNTRUSTED),
  /** No key id, or none the platform publishes. */
  KEY(ProblemType.LAUNCH_UNTRUSTED),
  /** The signature does not hold. */
  SIGNATURE(ProblemType.LAUNCH_UNTRUSTED),
  /** Another issuer than the login's. */
  ISSUER(ProblemType.LAUNCH_UNTRUSTED),
  /** Not, or not only, meant for us. */
  AUDIENCE(ProblemType.LAUNCH_UNTRUSTED),
  /** Over, not yet valid, too old, or valid for too long. */
  TIME(ProblemType.LAUNCH_UNTRUSTED),
  /** Another nonce than the login's. */
  NONCE(ProblemType.LAUNCH_UNTRUSTED),
  /** This login was used already. */
  REPLAYED(ProblemType.LAUNCH_UNTRUSTED),
  /** Not LTI 1.3.0. */
  VERSION(ProblemType.LAUNCH_REJECTED),
  /** A message we do not answer. */
  MESSAGE_TYPE(ProblemType.LAUNCH_REJECTED),
  /** A required claim is missing, or a claim has the wrong shape. */
  CLAIMS(ProblemType.LAUNCH_REJECTED),
  /** The user is withheld: nobody can be awarded. */
  ANONYMOUS(ProblemType.LAUNCH_REJECTED),
  /** The deployment waits for approval. */
  DEPLOYMENT_UNKNOWN(ProblemType.LAUNCH_CLOSED),
  /** The deployment is switched off. */
  DEPLOYMENT_INACTIVE(ProblemType.LAUNCH_CLOSED);

  private final ProblemType problem;

  Refusal(ProblemType problem) {
    this.problem = problem;
  }

  ProblemType problem() {
    return problem;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
