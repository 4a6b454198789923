package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

  private static final UUID ID = UUID.fromString("6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11");

  @ParameterizedTest
  @EnumSource(Rendition.class)
  void theEndOfTheAddressSettlesTheForm(Rendition rendition) {
    assertThat(Asked.of(ID + "." + rendition.suffix(), "text/html"))
        .isEqualTo(new Asked(ID, rendition, rendition.type()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|JSON|application/json",
        "application/ld+json|JSON|application/ld+json",
        "application/vc|JSON|application/vc",
        "application/vc+ld+json, */*;q=0.1|JSON|application/vc+ld+json",
        "text/html;q=0.5, Application/JSON|JSON|application/json",
        "application/json;q=0.2, application/jwt|JWT|application/jwt",
        "application/vc+jwt|JWT|application/jwt",
        "text/plain|JWT|text/plain",
      })
  void programsGetTheFormTheyName(String accept, Rendition rendition, String type) {
    assertThat(Asked.of(ID.toString(), accept)).isEqualTo(new Asked(ID, rendition, type));
  }

  @Test
  void whoNamesNothingGetsTheDocument() {
    assertThat(Asked.of(ID.toString(), null).rendition()).isEqualTo(Rendition.JSON);
    assertThat(Asked.of(ID.toString(), " ").rendition()).isEqualTo(Rendition.JSON);
    assertThat(Asked.of(ID.toString(), ";q=x,,").rendition()).isEqualTo(Rendition.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html, application/json",
        "*/*",
        "application/json;q=0, */*",
        "image/webp"
      })
  void peopleAndCrawlersGetThePage(String accept) {
    assertThat(Asked.of(ID.toString(), accept).rendition()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {".exe", ".", ".JSON", ".json.jwt", "x"})
  void nothingElseIsThere(String end) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Asked.of(ID + end, "text/html"));
  }
}
