package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;

/** Nonces for proofs (OpenID4VCI 1.0 §7), sealed with their end and kept nowhere. */
@ApplicationScoped
class Nonces {

  static final Duration LASTS = Duration.ofMinutes(5);

  private static final String PURPOSE = "wallet-nonce";

  private final Sealer sealer;
  private final Clock clock;

  @Inject
  Nonces(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  String make() {
    long end = clock.instant().plus(LASTS).getEpochSecond();
    return sealer.sealToText(ByteBuffer.allocate(Long.BYTES).putLong(end).array(), PURPOSE);
  }

  /** Whether it is one of ours that has not run out. */
  boolean good(String nonce) {
    try {
      long end = ByteBuffer.wrap(sealer.openText(nonce, PURPOSE)).getLong();
      return clock.instant().isBefore(Instant.ofEpochSecond(end));
    } catch (SealBroken e) {
      return false;
    }
  }
}
