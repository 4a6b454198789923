package org.badgebridge.problem;

import java.util.Locale;

/**
 * Every kind of failure a caller can see (RFC 9457). The slug becomes {@code type}, and titles and
 * next steps come from the message keys {@code problem.<slug>.title} and {@code
 * problem.<slug>.next}.
 */
public enum ProblemType {
  /** The request is malformed: a parameter is missing or cannot be read. */
  MALFORMED(400),
  /** An LTI message broke a rule of the specification. */
  LAUNCH_REJECTED(400),
  /** An LTI message whose sender, signature, audience or browser cannot be trusted. */
  LAUNCH_UNTRUSTED(401),
  /**
   * A genuine launch from a platform or deployment that nobody approved, or that is switched off.
   */
  LAUNCH_CLOSED(403),
  /** The launch's session is unknown or over; launching again cures it. */
  SESSION_ENDED(401),
  /** Nobody is signed in on a page that needs it. */
  SIGN_IN_REQUIRED(401),
  /** A program brought no token, or one that is wrong, over or revoked. */
  TOKEN_REFUSED(401),
  /** The actor is known and may not do this. */
  FORBIDDEN(403),
  /** A form was not sent by our own page. */
  FORGED_REQUEST(403),
  /** There is no such thing, or it is private: the two look the same. */
  NOT_FOUND(404),
  /** The caller takes no answer of the kind that there is. */
  NOT_ACCEPTABLE(406),
  /** The thing is in a state in which this cannot be done. */
  CONFLICT(409),
  /** The thing is not any more as the request says it knows it. */
  PRECONDITION_FAILED(412),
  /** The body is larger than this address takes. */
  TOO_LARGE(413),
  /** The body is not of a kind that this address takes. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** A field's value breaks a rule; the detail names it. */
  INVALID(422),
  /** The request must say which state of the thing it knows. */
  PRECONDITION_REQUIRED(428),
  /** Too many tries; wait. */
  TOO_MANY(429),
  /** A fault of ours. */
  INTERNAL(500),
  /** Another system did not answer as it should; the work is kept and tried again. */
  UNAVAILABLE(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable name in {@code type} and in message keys, e.g. {@code launch-rejected}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
