package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComeBackTest {

  @Test
  void leadsBackToAnAddressOfOurs() {
    assertThat(ComeBack.read(kept("/authorize?state=a%20b")).toString())
        .isEqualTo("/authorize?state=a%20b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "authorize",
        "/a b",
        "/a\r\nSet-Cookie: x=y",
      })
  void leadsNowhereElse(String address) {
    assertThat(ComeBack.read(kept(address)).toString()).isEqualTo("/backpack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "not base64!"})
  void leadsToTheBackpackWhenNothingIsKept(String value) {
    assertThat(ComeBack.read(value).toString()).isEqualTo("/backpack");
  }

  private static String kept(String address) {
    return Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8));
  }
}
