package org.badgebridge.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantWishTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  GrantWishTest() {
    form.putSingle("advisor", "Dr. Deniz");
    form.putSingle("email", "deniz@example.org");
    form.putSingle("purpose", "Electives");
    form.putSingle("badges", "ALL");
    form.putSingle("days", "90");
    form.put("look", List.of("SKILLS", "PASSWORDS"));
  }

  @Test
  void takesWhatTheFormSays() {
    GrantWish wish = GrantWish.typed(form);
    assertThatCode(wish::check).doesNotThrowAnyException();
    assertThat(wish.looks()).containsExactly(Look.SKILLS);
    assertThat(wish.lasts()).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void namesEveryFaultOfAnEmptyForm() {
    assertThat(faults(new MultivaluedHashMap<>()))
        .extracting(FieldFault::field)
        .containsExactly("advisor", "email", "purpose", "badges");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "deniz", "a@b,c@d.example", "a@b c@d", "a@b\r\nBcc: x@y", "<a@b>, c@d@e"})
  void takesOneAddress(String typed) {
    form.putSingle("email", typed);
    assertThat(faults(form)).extracting(FieldFault::field).containsExactly("email");
  }

  @Test
  void wantsABadgeWhereSomeAreChosenAndSomethingToSee() {
    form.putSingle("badges", "CHOSEN");
    form.put("badge", List.of("x", "'; drop table", ""));
    assertThat(faults(form)).extracting(FieldFault::key).containsExactly("advisor.fault.badges");
    form.put("badge", List.of(UUID.randomUUID().toString()));
    assertThatCode(() -> GrantWish.typed(form).check()).doesNotThrowAnyException();
    form.putSingle("badges", "NONE");
    form.put("look", List.of("GRADE", "NOTE"));
    assertThat(faults(form)).extracting(FieldFault::key).containsExactly("advisor.fault.nothing");
  }

  @Test
  void neverLastsLongerThanIsOnOffer() {
    for (String typed : List.of("", "366", "99999999999", "-1", "x")) {
      form.putSingle("days", typed);
      assertThat(GrantWish.typed(form).lasts()).as(typed).isEqualTo(Duration.ofDays(30));
    }
  }

  @Test
  void takesTheTricksOutOfNamesAndHasAnEndToThem() {
    form.putSingle("advisor", "\u202Ezined\u0000\u200B Dr.\n");
    assertThat(GrantWish.typed(form).advisor()).isEqualTo("zined Dr.");
    form.putSingle("advisor", "x".repeat(101));
    form.putSingle("purpose", "x".repeat(301));
    assertThat(faults(form)).extracting(FieldFault::field).containsExactly("advisor", "purpose");
  }

  private static List<FieldFault> faults(MultivaluedMap<String, String> sent) {
    GrantWish wish = GrantWish.typed(sent);
    return catchThrowableOfType(InvalidFields.class, wish::check).faults();
  }
}
