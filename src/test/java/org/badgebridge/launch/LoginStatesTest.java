package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.junit.jupiter.api.Test;

class LoginStatesTest {

  private final MovableClock clock = new MovableClock();
  private final LoginStates states = states(1);

  @Test
  void opensWhatItSealed() {
    LoginState state = states.begin(UUID.randomUUID(), "lti_storage_frame");

    assertThat(states.open(states.seal(state))).isEqualTo(state);
  }

  @Test
  void showsNeitherNonceNorBinding() {
    LoginState state = states.begin(UUID.randomUUID(), "");

    byte[] sealed = Base64.getUrlDecoder().decode(states.seal(state));
    String plain = new String(sealed, StandardCharsets.ISO_8859_1);

    assertThat(plain).doesNotContain(state.nonce(), state.binding());
  }

  @Test
  void refusesWhatAnotherKeySealed() {
    String foreign = states(2).seal(states.begin(UUID.randomUUID(), ""));

    assertThatThrownBy(() -> states.open(foreign))
        .isInstanceOfSatisfying(
            LaunchRefused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.STATE));
  }

  @Test
  void refusesALoginAfterTenMinutes() {
    String sealed = states.seal(states.begin(UUID.randomUUID(), ""));
    clock.move(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(states.open(sealed)).isNotNull();
    clock.move(Duration.ofSeconds(1));

    assertThatThrownBy(() -> states.open(sealed))
        .isInstanceOfSatisfying(
            LaunchRefused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.STATE_EXPIRED));
  }

  private LoginStates states(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    String secret = Base64.getEncoder().encodeToString(key);
    PublicOrigin origin = new PublicOrigin("https://badges.example.org");
    return new LoginStates(new Sealer(new SecretsKey(origin, Optional.of(secret))), clock);
  }
}
