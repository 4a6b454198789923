package org.badgebridge.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void keepsWhatWasTypedBesideWhatIsSavedNow() {
    Typed typed =
        Typed.of(Map.of("version", "1", "email", "mine", "url", "same"))
            .beside(Map.of("version", "2", "email", "theirs", "url", "same"));

    assertThat(typed.value("email")).isEqualTo("mine");
    assertThat(typed.meanwhile("email")).contains("theirs");
    assertThat(typed.meanwhile("url")).isEmpty();
    assertThat(typed.version()).isEqualTo(2);
  }

  @Test
  void saysNothingOfOthersWhereNobodyElseSaved() {
    assertThat(Typed.of(Map.of("email", "mine")).meanwhile("email")).isEmpty();
  }

  @Test
  void showsTheDefaultLanguageFirstAndThoseWithTexts() {
    Typed typed = Typed.of(Map.of("name-de", "Hochschule", "name-en", "University"));

    assertThat(typed.languages("nl")).containsExactly("nl", "en", "de");
    assertThat(typed.withLanguage("fr").languages("nl")).contains("fr");
    assertThat(typed.withLanguage("xx").languages("nl")).hasSize(3);
    assertThat(typed.furtherLanguages("nl")).doesNotContain("nl", "en", "de").contains("fr");
  }

  @Test
  void takesNoSpaceAroundAndNoVersionThatIsNone() {
    MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
    sent.add("name-en", "  University ");
    sent.add("version", "x");

    Typed typed = Typed.of(sent);

    assertThat(typed.value("name-en")).isEqualTo("University");
    assertThat(typed.version()).isNegative();
    assertThat(typed.ticked("formal")).isFalse();
  }
}
