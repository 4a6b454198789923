package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets, after a week, what requests with an {@code Idempotency-Key} were answered. */
@ApplicationScoped
public class ForgetAnswers implements RecurringJob {

  /** How long a key is known. */
  static final Duration KEPT = Duration.ofDays(7);

  private final OnceOnly onceOnly;
  private final Clock clock;

  @Inject
  public ForgetAnswers(OnceOnly onceOnly, Clock clock) {
    this.onceOnly = onceOnly;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-api-answers";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    onceOnly.forget(clock.instant().minus(KEPT));
  }
}
