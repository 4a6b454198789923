package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.web.ClientAddress;
import org.junit.jupiter.api.Test;

class RegistrationThrottleTest {

  private final HandClock clock = new HandClock();
  private final RegistrationThrottle throttle =
      new RegistrationThrottle(new ClientAddress(Optional.empty()), clock);

  @Test
  void strangersUseUpTheirOwnTriesOnly() {
    HttpServletRequest proxied = from("203.0.113.9");
    for (int i = 0; i < RegistrationThrottle.TRIES; i++) {
      assertThat(throttle.allows(null, proxied)).isTrue();
    }

    assertThat(throttle.allows(null, proxied)).isFalse();
    assertThat(throttle.allows(null, from("203.0.113.10"))).isTrue();
    assertThat(throttle.allows(invitation(), proxied))
        .as("whoever was invited may, also from behind the same proxy")
        .isTrue();
    clock.advance(RegistrationThrottle.WINDOW);
    assertThat(throttle.allows(null, proxied)).isTrue();
  }

  @Test
  void anInvitationHasItsTriesFromWhereverTheyCome() {
    Invitation invitation = invitation();
    for (int i = 0; i < RegistrationThrottle.TRIES; i++) {
      assertThat(throttle.allows(invitation, from("203.0.113." + i))).isTrue();
    }

    assertThat(throttle.allows(invitation, from("203.0.113.99"))).isFalse();
    assertThat(throttle.allows(invitation(), from("203.0.113.99"))).isTrue();
  }

  private static Invitation invitation() {
    return new Invitation(UUID.randomUUID(), UUID.randomUUID(), Instant.MAX);
  }

  private static HttpServletRequest from(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RegistrationThrottleTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> address;
                  case "getHeaders" -> Collections.emptyEnumeration();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
