package org.badgebridge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private final CheapHash hash = new CheapHash();
  private final Passwords passwords = new Passwords(hash);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "123456789012",
        "qwertyuiop12",
        "aaaaaaaaaaaaaaaa",
        "adalovelace1815",
      })
  void refusesWhatIsTriviallyGuessed(String password) {
    assertThat(passwords.fault(password, List.of("ada lovelace", "ada@example.org")))
        .isEqualTo("operator.password.common");
  }

  @Test
  void refusesElevenCharacters() {
    assertThat(passwords.fault("kX9#vQ2!mZp", List.of())).isEqualTo("operator.password.short");
  }

  @Test
  void acceptsAFewUnrelatedWords() {
    assertThat(passwords.fault("kettle orbit walnut", List.of())).isNull();
  }

  @Test
  void doesTheSameWorkForAnAddressNobodyHas() {
    assertThat(passwords.matches("kettle orbit walnut", null)).isFalse();
    assertThat(hash.verified).isEqualTo(1);
  }
}
