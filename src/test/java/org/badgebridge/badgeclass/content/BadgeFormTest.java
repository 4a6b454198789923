package org.badgebridge.badgeclass.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.junit.jupiter.api.Test;

class BadgeFormTest {

  @Test
  void givesBackEveryFieldThatItWasFilledWith() {
    BadgeContent full = SampleContent.full();
    ReadForm read = new ReadForm(BadgeForm.of(full));
    assertThat(read.faults()).isEmpty();
    assertThat(read.content()).isEqualTo(full);
  }

  @Test
  void givesBackAPath() {
    BadgeContent path =
        SampleContent.path("Way", UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    assertThat(new ReadForm(BadgeForm.of(path)).content()).isEqualTo(path);
  }

  @Test
  void keepsWhatIsNoNumberOnTheScreenAndSaysSo() {
    MultivaluedMap<String, String> typed = form();
    typed.putSingle("ects", "three");
    typed.putSingle("eqf", "VI");
    typed.putSingle("validity", "1e9");
    BadgeForm form = BadgeForm.from(typed);
    ReadForm read = new ReadForm(form);
    assertThat(form.text("ects")).isEqualTo("three");
    assertThat(read.faults()).extracting(FieldFault::field).contains("ects", "eqf", "validity");
    assertThat(read.content().study().ects()).isNull();
  }

  @Test
  void takesADecimalCommaAndRefusesAbsurdNumbers() {
    MultivaluedMap<String, String> typed = form();
    typed.putSingle("ects", "2,5");
    assertThat(new ReadForm(BadgeForm.from(typed)).content().study().ectsText()).isEqualTo("2.5");
    typed.putSingle("ects", "1e999999");
    assertThat(new ReadForm(BadgeForm.from(typed)).faults())
        .extracting(FieldFault::field)
        .containsExactly("ects");
  }

  @Test
  void leavesOutBlankRowsAndKeepsTheOthersTogether() {
    MultivaluedMap<String, String> typed = form();
    typed.put("alignmentName", List.of("", "manage data", " "));
    typed.put("alignmentUrl", List.of("", "http://data.europa.eu/esco/skill/1", ""));
    typed.put("alignmentCode", List.of("", "S1.2", ""));
    BadgeForm form = BadgeForm.from(typed);
    assertThat(form.alignments()).isEqualTo(1);
    assertThat(new ReadForm(form).content().alignments())
        .singleElement()
        .satisfies(
            alignment -> {
              assertThat(alignment.targetCode()).isEqualTo("S1.2");
              assertThat(alignment.targetUrl()).endsWith("skill/1");
            });
  }

  @Test
  void ignoresIdsThatNoPageOfOursSends() {
    MultivaluedMap<String, String> typed = form();
    typed.put("stepKey", List.of("a"));
    typed.put("stepTitle", List.of("Begin"));
    typed.put("stepBadge.a", List.of("'; drop table badge_class"));
    assertThat(new ReadForm(BadgeForm.from(typed)).content().pathway())
        .satisfies(path -> assertThat(path.badges()).isEmpty());
  }

  private static MultivaluedMap<String, String> form() {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("name", "Data Literacy");
    form.putSingle("language", "en");
    return form;
  }
}
