package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // trusted       | remote       | X-Forwarded-For                 | counted
        "-               | 203.0.113.9  | -                               | 203.0.113.9",
        "-               | 203.0.113.9  | 198.51.100.1                    | 203.0.113.9",
        "10.0.0.0/8      | 203.0.113.9  | 198.51.100.1                    | 203.0.113.9",
        "10.0.0.0/8      | 10.1.2.3     | -                               | 10.1.2.3",
        "10.0.0.0/8      | 10.1.2.3     | 198.51.100.1                    | 198.51.100.1",
        "10.0.0.0/8      | 10.1.2.3     | 192.0.2.66, 198.51.100.1        | 198.51.100.1",
        "10.0.0.0/8      | 10.1.2.3     | 192.0.2.66, 10.9.9.9            | 192.0.2.66",
        "10.1.2.3 ::1    | 10.1.2.3     | 198.51.100.1,::1                | 198.51.100.1",
        "10.1.2.3        | 10.1.2.4     | 198.51.100.1                    | 10.1.2.4",
        "10.1.2.0/25     | 10.1.2.200   | 198.51.100.1                    | 10.1.2.200",
        "10.0.0.0/8      | 10.1.2.3     | 198.51.100.1, evil.example      | 10.1.2.3",
        "0.0.0.0/0       | 10.1.2.3     | 192.0.2.66, 198.51.100.1        | 192.0.2.66"
      })
  void countsTheLastAddressThatIsNoTrustedProxy(
      @Nullable String trusted, String remote, @Nullable String forwarded, String counted) {
    ClientAddress address = new ClientAddress(Optional.ofNullable(trusted));

    assertThat(address.faults()).isEmpty();
    assertThat(address.of(request(remote, forwarded))).isEqualTo(counted);
  }

  @Test
  void countsAWholeNetworkOfIpv6AsOne() {
    ClientAddress address = new ClientAddress(Optional.empty());

    assertThat(address.of(request("2001:db8:1:2:aaaa::1", null)))
        .isEqualTo(address.of(request("2001:db8:1:2:bbbb::2", null)))
        .isNotEqualTo(address.of(request("2001:db8:1:3:aaaa::1", null)));
  }

  @Test
  void saysWhatIsWrongWithTheSetting() {
    ClientAddress address =
        new ClientAddress(Optional.of("10.0.0.1, proxy.example, 10.0.0.0/33, ::1/64"));

    assertThat(address.faults())
        .hasSize(2)
        .allMatch(fault -> fault.startsWith("BADGEBRIDGE_TRUSTED_PROXIES"))
        .anyMatch(fault -> fault.endsWith("proxy.example"));
  }

  @Test
  void twentyGuessesAMinuteAreAllAnybodyHas() {
    MovableClock clock = new MovableClock();
    Guesses guesses = new Guesses(new ClientAddress(Optional.empty()), clock);
    HttpServletRequest request = request("203.0.113.9", null);
    for (int i = 0; i < Guesses.A_MINUTE; i++) {
      guesses.count(request, "password");
    }

    assertThatThrownBy(() -> guesses.count(request, "password"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("too-many");
    guesses.count(request, "code");
    guesses.count(request("203.0.113.10", null), "password");
    clock.advance(Duration.ofMinutes(1));
    guesses.count(request, "password");
  }

  @Test
  void whoIsKnownHasGuessesOfTheirOwnWhereManyShareOneAddress() {
    Guesses guesses = new Guesses(new ClientAddress(Optional.empty()), new MovableClock());
    UUID ada = UUID.randomUUID();
    for (int i = 0; i < Guesses.A_MINUTE; i++) {
      guesses.count(ada, "check-in");
    }

    assertThatThrownBy(() -> guesses.count(ada, "check-in")).isInstanceOf(ProblemException.class);
    guesses.count(UUID.randomUUID(), "check-in");
  }

  private static HttpServletRequest request(String remote, @Nullable String forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remote;
                  case "getHeaders" ->
                      Collections.enumeration(forwarded == null ? List.of() : List.of(forwarded));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
