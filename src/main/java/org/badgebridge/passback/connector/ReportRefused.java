package org.badgebridge.passback.connector;

import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * What a sender brought cannot be taken; none of it is. Told to the sender as a problem, and to
 * those who look after the connector as a fault.
 */
public class ReportRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String seen;

  /**
   * A refusal.
   *
   * @param code of the fault: {@code passback.fault.<code>}
   * @param seen what the other side sent that is wrong; never a secret
   * @param detailKey message key of what the sender is told
   */
  public ReportRefused(
      String code, String seen, ProblemType type, String detailKey, Object... arguments) {
    super(type, detailKey, arguments);
    this.code = code;
    this.seen = seen;
  }

  String code() {
    return code;
  }

  String seen() {
    return seen;
  }
}
