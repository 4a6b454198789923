package org.badgebridge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.problem.Throttle;

/** Bounds how often one sender may try a password or a code. */
@ApplicationScoped
public class Guesses {

  /** For each sender and kind of secret, on each node. */
  static final int A_MINUTE = 20;

  private final ClientAddress address;
  private final Throttle throttle;

  @Inject
  public Guesses(ClientAddress address, Clock clock) {
    this.address = address;
    this.throttle = new Throttle(clock, A_MINUTE, Duration.ofMinutes(1));
  }

  /**
   * Counts a guess of that sender.
   *
   * @param kind of secret, so that one does not use up the tries of another
   * @throws ProblemException TOO_MANY from the twenty-first of a minute on
   */
  public void count(HttpServletRequest request, String kind) {
    require(kind + " " + address.of(request));
  }

  /**
   * Counts a guess of somebody who is known; where many share one address, as in a lecture hall.
   *
   * @param kind of secret, so that one does not use up the tries of another
   * @throws ProblemException TOO_MANY from the twenty-first of a minute on
   */
  public void count(UUID who, String kind) {
    require(kind + " " + who);
  }

  private void require(String key) {
    if (!throttle.allows(key)) {
      throw new ProblemException(ProblemType.TOO_MANY, "problem.too-many.detail");
    }
  }
}
