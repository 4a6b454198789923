package org.badgebridge.coursepage.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.badgebridge.coursepage.editor.RuleDraft.Line;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.Attended;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.RuleTree.AllOf;
import org.badgebridge.rule.RuleTree.AnyOf;
import org.badgebridge.rule.RuleTree.AtLeast;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.Holds;
import org.badgebridge.rule.RuleTree.Passed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.rule.ScoreBetween;
import org.badgebridge.rule.Until;
import org.junit.jupiter.api.Test;

class RuleDraftTest {

  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();
  private static final UUID BADGE = UUID.randomUUID();
  private static final RuleTree RICH =
      new Until(
          "2027-02-01T00:00:00Z",
          new AllOf(
              List.of(
                  new Completed(A),
                  new AtLeast(
                      2,
                      List.of(
                          new Passed(A),
                          new ScoreBetween(B, 50, 70.5),
                          new AnyOf(List.of(new Attended(B, 4), new Holds(BADGE))))),
                  new ScoreAtLeast(B, 60))));

  @Test
  void saysEveryRuleAndReadsItBack() {
    RuleDraft draft = RuleDraft.of(RICH);
    assertThat(draft.until()).isEqualTo("2027-01-31");
    assertThat(draft.lines()).extracting(Line::depth).containsExactly(0, 1, 1, 2, 2, 2, 3, 3, 1);
    assertThat(rule(draft)).isEqualTo(RICH);
    assertThat(rule(RuleDraft.from(form(draft)))).isEqualTo(RICH);
  }

  @Test
  void aSingleConditionStaysOne() {
    assertThat(rule(RuleDraft.of(new Completed(A)))).isEqualTo(new Completed(A));
  }

  @Test
  void addsAtTheEndOfItsGroup() {
    RuleDraft draft = RuleDraft.of(RICH).after("add:2");
    assertThat(draft.lines().get(8)).isEqualTo(Line.condition(2));
    assertThat(RuleDraft.of(RICH).landing("add:2")).isEqualTo(8);
    RuleDraft group = RuleDraft.of(RICH).after("group:0");
    assertThat(group.lines()).extracting(Line::kind).endsWith("any", "completed");
  }

  @Test
  void groupsGoNoDeeperThanPeopleUnderstand() {
    RuleDraft draft = RuleDraft.of(RICH);
    assertThat(draft.after("group:5")).isEqualTo(draft);
  }

  @Test
  void movesAndRemovesAGroupAsAWhole() {
    RuleDraft up = RuleDraft.of(RICH).after("up:2");
    assertThat(up.lines()).extracting(Line::depth).containsExactly(0, 1, 2, 2, 2, 3, 3, 1, 1);
    assertThat(up.after("down:1")).isEqualTo(RuleDraft.of(RICH));
    assertThat(RuleDraft.of(RICH).landing("up:2")).isEqualTo(1);
    assertThat(RuleDraft.of(RICH).landing("down:1")).isEqualTo(7);
    RuleDraft without = RuleDraft.of(RICH).after("remove:2");
    assertThat(without.lines()).extracting(Line::kind).containsExactly("all", "completed", "score");
  }

  @Test
  void whatCannotBeDoneChangesNothing() {
    RuleDraft draft = RuleDraft.of(RICH);
    for (String deed :
        List.of("", "up:1", "down:8", "remove:0", "remove:99", "add:1", "x", "up:a")) {
      assertThat(draft.after(deed)).as(deed).isEqualTo(draft);
    }
  }

  @Test
  void namesEachFaultByItsLine() {
    RuleDraft draft =
        new RuleDraft(
            List.of(
                new Line(0, "some", "", "3", ""),
                new Line(1, "completed", "", "", ""),
                new Line(1, "score", A.toString(), "101", ""),
                new Line(1, "attended", A.toString(), "1.5", ""),
                new Line(1, "between", A.toString(), "60", "50"),
                new Line(1, "holds", A.toString(), "", ""),
                new Line(1, "any", "", "", "")),
            "soon");
    InvalidFields faults = catchThrowableOfType(InvalidFields.class, () -> rule(draft));
    assertThat(faults.faults())
        .extracting(FieldFault::field)
        .containsExactlyInAnyOrder(
            "subject-1", "low-2", "low-3", "low-4", "subject-5", "kind-6", "until");
  }

  @Test
  void activitiesOfOtherCoursesAreNoSubjects() {
    RuleDraft draft = RuleDraft.of(new Completed(UUID.randomUUID()));
    InvalidFields faults = catchThrowableOfType(InvalidFields.class, () -> rule(draft));
    assertThat(faults.faults()).extracting(FieldFault::field).containsExactly("subject-1");
  }

  @Test
  void nonsenseFromOutsideBecomesADraftAllTheSame() {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    assertThat(RuleDraft.from(form).lines()).hasSize(2);
    form.put("kind", IntStream.range(0, 1000).mapToObj(i -> "completed").toList());
    form.put("depth", List.of("9", "-1", "999999999999", "7"));
    RuleDraft draft = RuleDraft.from(form);
    assertThat(draft.lines()).hasSize(RuleDraft.MOST);
    assertThat(draft.lines()).extracting(Line::depth).startsWith(0, 1, 1, 1);
    assertThat(draft.lines().get(0).kind()).isEqualTo("all");
  }

  private static RuleTree rule(RuleDraft draft) {
    return draft.rule(Set.of(A, B), Set.of(BADGE));
  }

  private static MultivaluedMap<String, String> form(RuleDraft draft) {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    for (Line line : draft.lines()) {
      form.add("depth", String.valueOf(line.depth()));
      form.add("kind", line.kind());
      form.add("subject", line.subject());
      form.add("low", line.low());
      form.add("high", line.high());
    }
    form.add("until", draft.until());
    return form;
  }
}
