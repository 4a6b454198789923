package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.Tokens;

/** Begins logins, and recognises them when their launch comes back. */
@ApplicationScoped
class LoginStates {

  /** How long a person may take to sign in at the platform. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String PURPOSE = "login-state";
  private static final int LONGEST = 2_000;

  private final Sealer sealer;
  private final Clock clock;

  @Inject
  LoginStates(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  LoginState begin(UUID platformId, String storageTarget) {
    Instant now = clock.instant();
    return new LoginState(
        now.plus(LIFE), Ids.at(now), Tokens.random(), platformId, Tokens.random(), storageTarget);
  }

  /** The {@code state} parameter. */
  String seal(LoginState state) {
    return sealer.sealToText(state.bytes(), PURPOSE);
  }

  /**
   * The login that this {@code state} belongs to.
   *
   * @throws LaunchRefused if we did not seal it, or its time is over
   */
  LoginState open(String sealed) {
    LoginState state;
    try {
      if (sealed.length() > LONGEST) {
        throw new LaunchRefused(Refusal.STATE);
      }
      state = LoginState.of(sealer.openText(sealed, PURPOSE));
    } catch (SealBroken | IllegalArgumentException | IOException e) {
      throw new LaunchRefused(Refusal.STATE, e);
    }
    if (!clock.instant().isBefore(state.expiresAt())) {
      throw new LaunchRefused(Refusal.STATE_EXPIRED);
    }
    return state;
  }
}
