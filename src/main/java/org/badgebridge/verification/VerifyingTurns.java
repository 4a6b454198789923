package org.badgebridge.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.problem.Throttle;
import org.badgebridge.web.ClientAddress;

/**
 * Bounds how much verifying others can make us do: so often for one sender, and so much at a time
 * for all, since a badge may lead us to servers that take their time.
 */
@ApplicationScoped
public class VerifyingTurns {

  /** For each sender, on each node. */
  static final int A_MINUTE = 30;

  private static final int AT_A_TIME = 8;

  private final ClientAddress address;
  private final Throttle throttle;
  private final Semaphore turns = new Semaphore(AT_A_TIME);

  @Inject
  public VerifyingTurns(ClientAddress address, Clock clock) {
    this.address = address;
    this.throttle = new Throttle(clock, A_MINUTE, Duration.ofMinutes(1));
  }

  /**
   * Does the work when it is the sender's turn.
   *
   * @throws ProblemException TOO_MANY if it is not
   */
  public <T> T take(HttpServletRequest sender, Supplier<T> work) {
    if (!throttle.allows(address.of(sender))) {
      throw new ProblemException(ProblemType.TOO_MANY, "verification.too-many");
    }
    if (!turns.tryAcquire()) {
      throw new ProblemException(ProblemType.TOO_MANY, "verification.busy");
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
