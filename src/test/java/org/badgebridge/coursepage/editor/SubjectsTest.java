package org.badgebridge.coursepage.editor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.editor.Offered.Choice;
import org.badgebridge.coursepage.editor.Offered.Subjects;
import org.badgebridge.rule.RuleTree;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private final Activity essay =
      new Activity(UUID.randomUUID(), UUID.randomUUID(), Activity.Kind.MODULE, "34", "Essay");

  @Test
  void aChoiceFromThePlatformsListStaysChosenWhenATrialMadeItKnown() {
    RuleDraft settled =
        new Subjects(List.of(essay), List.of(), false, List.of()).settle(draft("MODULE/34"));
    assertThat(settled.lines().get(1).subject()).isEqualTo(essay.id().toString());
    assertThat(settled.rule(Set.of(essay.id()), Set.of()))
        .isEqualTo(new RuleTree.Passed(essay.id()));
  }

  @Test
  void whatIsNotKnownYetAndWhatIsNoChoiceStayAsTheyAre() {
    var quiz = new Choice(Activity.Kind.MODULE, "35", "Quiz");
    var subjects = new Subjects(List.of(essay), List.of(quiz), false, List.of());
    for (String subject : List.of("MODULE/35", "", essay.id().toString())) {
      assertThat(subjects.settle(draft(subject))).isEqualTo(draft(subject));
    }
  }

  private static RuleDraft draft(String subject) {
    var form = new MultivaluedHashMap<String, String>();
    form.put("kind", List.of("all", "passed"));
    form.put("depth", List.of("0", "1"));
    form.put("subject", List.of("", subject));
    return RuleDraft.from(form);
  }
}
