package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.keys.Tokens;
import org.junit.jupiter.api.Test;

class BindingCookiesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void givesEachLoginACookieOfItsOwnThatScriptsCannotRead() {
    LoginState state = state(NOW);

    List<String> headers = BindingCookies.parse("").begin(state, NOW);

    assertThat(headers.get(0))
        .startsWith("__Host-lti-")
        .contains("=" + state.binding() + ";")
        .endsWith("; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=600");
  }

  @Test
  void bindsOnlyTheBrowserThatShowsTheWholeSecret() {
    LoginState state = state(NOW);
    String name = BindingCookies.name(state);

    assertThat(BindingCookies.parse("a=b; " + name + "=" + state.binding()).bind(state)).isTrue();
    assertThat(BindingCookies.parse(name + "=" + state(NOW).binding()).bind(state)).isFalse();
    assertThat(BindingCookies.parse(name + "=").bind(state)).isFalse();
    assertThat(BindingCookies.parse(name).bind(state)).isFalse();
    assertThat(BindingCookies.parse("").bind(state)).isFalse();
  }

  @Test
  void clearsCookiesOfLoginsThatAreOver() {
    LoginState old = state(NOW.minus(Duration.ofMinutes(15)));
    LoginState recent = state(NOW.minus(Duration.ofMinutes(5)));
    String header =
        BindingCookies.name(old) + "=1; " + BindingCookies.name(recent) + "=2; __Host-lti-keeps=1";

    List<String> headers = BindingCookies.parse(header).begin(state(NOW), NOW);

    assertThat(headers).hasSize(2);
    assertThat(headers.get(1)).startsWith(BindingCookies.name(old) + "=;").endsWith("Max-Age=0");
  }

  @Test
  void keepsNoMoreThanTenLoginsOfOneBrowser() {
    StringBuilder header = new StringBuilder("__Host-lti-keeps=1");
    for (int i = 0; i < 30; i++) {
      header.append("; ").append(BindingCookies.name(state(NOW))).append("=x");
    }

    List<String> headers = BindingCookies.parse(header.toString()).begin(state(NOW), NOW);

    assertThat(headers.stream().filter(each -> each.endsWith("Max-Age=0"))).hasSize(21);
  }

  private static LoginState state(Instant begun) {
    return new LoginState(
        begun.plus(LoginStates.LIFE),
        UUID.randomUUID(),
        "nonce",
        UUID.randomUUID(),
        Tokens.random(),
        "");
  }
}
