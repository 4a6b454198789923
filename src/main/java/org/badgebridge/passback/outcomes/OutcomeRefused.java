package org.badgebridge.passback.outcomes;

/** A message that is not taken. What to say about it is {@code passback.fault.<code>}. */
class OutcomeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * The refusal.
   *
   * @param code a slug
   * @param detail what was seen, for those who look after the connector; never a secret
   */
  OutcomeRefused(String code, String detail) {
    super(detail);
    this.code = "outcomes-" + code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
