package org.badgebridge.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.badgebridge.jobs.RecurringJob;

/**
 * Gives the tool a new key in good time. Platforms cache key sets, so a successor is published
 * {@link #LEAD} before it signs, and its predecessor stays published for {@link #KEEP} after.
 */
@ApplicationScoped
class RotateToolKeys implements RecurringJob {

  /** How long a key signs. */
  static final Duration SIGNS = Duration.ofDays(90);

  /** From publishing a key to signing with it. */
  static final Duration LEAD = Duration.ofDays(2);

  /** From signing last with a key to taking it off the list. */
  static final Duration KEEP = Duration.ofDays(2);

  private final SigningKeys keys;
  private final Sealer sealer;
  private final Clock clock;

  @Inject
  RotateToolKeys(SigningKeys keys, Sealer sealer, Clock clock) {
    this.keys = keys;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "rotate-tool-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  /** Makes the next key if it is due; the very first signs at once. */
  @Override
  @Transactional
  public void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!due(keys.ofTool(), now)) {
      return;
    }
    keys.lock();
    List<SigningKey> known = keys.ofTool();
    if (!due(known, now)) {
      return;
    }
    SigningKey next = generate(now);
    if (!known.isEmpty()) {
      next.signingFrom(now.plus(LEAD));
      known.get(known.size() - 1).succeededAt(next.signsFrom());
    }
    keys.add(next);
  }

  private static boolean due(List<SigningKey> known, Instant now) {
    return known.isEmpty()
        || !now.isBefore(known.get(known.size() - 1).signsFrom().plus(SIGNS).minus(LEAD));
  }

  private SigningKey generate(Instant now) {
    return Rs256.store(Rs256.generate(), SigningKey.Purpose.TOOL, null, sealer, now);
  }
}
