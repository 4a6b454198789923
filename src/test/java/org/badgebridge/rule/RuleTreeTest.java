package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.AllOf;
import org.badgebridge.rule.RuleTree.AnyOf;
import org.badgebridge.rule.RuleTree.AtLeast;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.Passed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTreeTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();
  private static final UUID C = UUID.randomUUID();
  private static final UUID USER = UUID.randomUUID();

  private static EvidenceItem item(
      UUID activity, Fact.Kind kind, @Nullable Double score, @Nullable Double maximum) {
    return new EvidenceItem(
        activity, USER, kind, score, maximum, NOW, "gradebook", UUID.randomUUID());
  }

  private static EvidenceItem done(UUID activity) {
    return item(activity, Fact.Kind.COMPLETED, null, null);
  }

  private static EvidenceItem score(UUID activity, double score, double maximum) {
    return item(activity, Fact.Kind.SCORED, score, maximum);
  }

  @Test
  void nothingKnownMeetsNothing() {
    Verdict verdict = new AllOf(List.of(new Completed(A), new ScoreAtLeast(B, 0))).judge(List.of());
    assertThat(verdict.met()).isFalse();
    assertThat(verdict.missing()).hasSize(2);
    assertThat(verdict.because()).isEmpty();
  }

  @Test
  void passedCountsAsCompletedButNotTheOtherWayRound() {
    EvidenceItem passed = item(A, Fact.Kind.PASSED, null, null);
    assertThat(new Completed(A).judge(List.of(passed)).met()).isTrue();
    assertThat(new Passed(A).judge(List.of(passed)).met()).isTrue();
    Finding finding = (Finding) new Passed(A).judge(List.of(done(A)));
    assertThat(finding.met()).isFalse();
    assertThat(finding.seen()).isNotNull();
    assertThat(new Completed(A).judge(List.of(score(A, 10, 10))).met()).isFalse();
  }

  @ParameterizedTest(name = "{0} of {1} against {2} %: {3}")
  @CsvSource({
    "0.57, 1, 57, true",
    "57, 100, 57, true",
    "0.55, 1, 55, true",
    "6.0, 10, 60, true",
    "5.999, 10, 60, false",
    "66.6667, 100, 66.67, false",
    "12, 10, 100, true",
    "0, 10, 0, true",
    "-1, 10, 0, false",
    "NaN, 10, 0, false",
    "5, NaN, 0, false",
    "5, 0, 0, false",
    "5, -10, 0, false",
    "Infinity, 10, 0, false",
    "5, Infinity, 0, false",
    "1e308, 1e-308, 100, true"
  })
  void comparesScoresInDecimalsAndNeverTrustsNonsense(
      double score, double maximum, double percent, boolean met) {
    assertThat(new ScoreAtLeast(A, percent).judge(List.of(score(A, score, maximum))).met())
        .isEqualTo(met);
  }

  @Test
  void groupsCountTheirParts() {
    List<RuleTree> parts = List.of(new Completed(A), new Completed(B), new Completed(C));
    List<EvidenceItem> two = List.of(done(A), done(C));
    assertThat(new AllOf(parts).judge(two).met()).isFalse();
    assertThat(new AllOf(parts).judge(two).missing().map(f -> f.leaf().activityId()))
        .containsExactly(B);
    assertThat(new AnyOf(parts).judge(two).met()).isTrue();
    assertThat(new AtLeast(2, parts).judge(two).met()).isTrue();
    assertThat(new AtLeast(2, parts).judge(two).missing()).isEmpty();
    assertThat(new AtLeast(3, parts).judge(two).met()).isFalse();
    assertThat(new AtLeast(2, parts).judge(two).because()).containsExactlyElementsOf(two);
  }

  @Test
  void ownLinkIsMetByNothingUntilItIsPlaced() {
    RuleTree tree =
        new AllOf(
            List.of(
                new Completed(RuleTree.OWN_LINK),
                new AnyOf(List.of(new ScoreAtLeast(RuleTree.OWN_LINK, 50), new Passed(B)))));
    assertThat(tree.isPlaced()).isFalse();
    assertThat(tree.activities()).containsExactly(B);
    assertThat(tree.judge(List.of(done(A), score(A, 1, 1))).met()).isFalse();

    RuleTree placed = tree.placed(A);
    assertThat(placed.isPlaced()).isTrue();
    assertThat(placed.activities()).containsExactlyInAnyOrder(A, B);
    assertThat(placed.judge(List.of(done(A), score(A, 1, 1))).met()).isTrue();
    assertThat(placed.placed(C)).isEqualTo(placed);
  }

  @ParameterizedTest(name = "{0} of 100 in {1} to {2}: {3}")
  @CsvSource({
    "60, 60, 80, true",
    "80, 60, 80, true",
    "59.99, 60, 80, false",
    "80.01, 60, 80, false",
    "105, 60, 110, true"
  })
  void aRangeCountsBothEnds(double seen, double from, double to, boolean met) {
    assertThat(new ScoreBetween(A, from, to).judge(List.of(score(A, seen, 100))).met())
        .isEqualTo(met);
  }

  @Test
  void countsHowOftenSomebodyWasThere() {
    EvidenceItem twice = item(A, Fact.Kind.ATTENDED, 2.0, null);
    assertThat(new Attended(A, 2).judge(List.of(twice)).met()).isTrue();
    assertThat(new Attended(A, 3).judge(List.of(twice)).met()).isFalse();
    assertThat(new Attended(A, 1).judge(List.of(done(A))).met()).isFalse();
  }

  @Test
  void onlyWhatWasDoneBeforeTheDeadlineCounts() {
    RuleTree inner = new AllOf(List.of(new Completed(A)));
    assertThat(new Until("2026-11-22T10:00:01Z", inner).judge(List.of(done(A))).met()).isTrue();
    assertThat(new Until("2026-11-22T10:00:00Z", inner).judge(List.of(done(A))).met()).isFalse();
  }

  @Test
  void whatWasTakenBackMeetsNothing() {
    EvidenceItem undone =
        new EvidenceItem(
            A, USER, Fact.Kind.COMPLETED, null, null, NOW, "xapi", UUID.randomUUID(), true);
    Verdict verdict = new Completed(A).judge(List.of(undone));
    assertThat(verdict.met()).isFalse();
    assertThat(verdict.findings().findFirst().orElseThrow().seen()).isEqualTo(undone);
  }

  @Test
  void newKindsOfConditionsSurviveTheirJson() {
    RuleTree tree =
        new Until(
            "2027-01-31T23:00:00Z",
            new AllOf(
                List.of(new ScoreBetween(A, 50, 70.5), new Attended(B, 4), new RuleTree.Holds(C))));
    assertThat(RuleText.read(RuleText.write(tree))).isEqualTo(tree);
    assertThat(tree.activities()).containsExactlyInAnyOrder(A, B);
    assertThat(tree.badges()).containsExactly(C);
  }

  @Test
  void survivesItsJson() {
    RuleTree tree =
        new AtLeast(
            1,
            List.of(
                new AllOf(List.of(new Completed(A), new ScoreAtLeast(B, 60.5))),
                new AnyOf(List.of(new Passed(C)))));
    assertThat(RuleText.read(RuleText.write(tree))).isEqualTo(tree);
    assertThat(RuleText.write(new ScoreAtLeast(A, 60)))
        .isEqualTo("{\"is\":\"score\",\"activity\":\"" + A + "\",\"percent\":60.0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "nonsense",
        "{}",
        "{\"is\":\"magic\"}",
        "{\"is\":\"completed\"}",
        "{\"is\":\"completed\",\"activity\":null}",
        "{\"is\":\"completed\",\"activity\":\"7\"}",
        "{\"is\":\"completed\",\"activity\":\"@\",\"extra\":1}",
        "{\"is\":\"completed\",\"activity\":\"@\"} {}",
        "{\"is\":\"score\",\"activity\":\"@\"}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":-1}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":100.01}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":1e309}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":NaN}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":\"NaN\"}",
        "{\"is\":\"score\",\"activity\":\"@\",\"percent\":null}",
        "{\"is\":\"score-between\",\"activity\":\"@\",\"from\":70,\"to\":60}",
        "{\"is\":\"score-between\",\"activity\":\"@\",\"from\":70}",
        "{\"is\":\"attended\",\"activity\":\"@\",\"times\":0}",
        "{\"is\":\"attended\",\"activity\":\"@\",\"times\":1.5}",
        "{\"is\":\"until\",\"before\":\"soon\",\"of\":{\"is\":\"completed\",\"activity\":\"@\"}}",
        "{\"is\":\"until\",\"before\":\"2027-01-31T23:00:00Z\"}",
        "{\"is\":\"all\",\"of\":[]}",
        "{\"is\":\"all\",\"of\":null}",
        "{\"is\":\"all\",\"of\":[null]}",
        "{\"is\":\"all\"}",
        "{\"is\":\"at-least\",\"needed\":0,\"of\":[{\"is\":\"completed\",\"activity\":\"@\"}]}",
        "{\"is\":\"at-least\",\"needed\":2,\"of\":[{\"is\":\"completed\",\"activity\":\"@\"}]}",
        "{\"is\":\"at-least\",\"needed\":1.5,\"of\":[{\"is\":\"completed\",\"activity\":\"@\"}]}"
      })
  void refusesWhatIsNoRule(String json) {
    refused(json.replace("@", A.toString()));
  }

  @Test
  void refusesRulesThatAreTooDeepTooWideOrTooLong() {
    String leaf = "{\"is\":\"completed\",\"activity\":\"" + A + "\"}";
    refused("{\"is\":\"all\",\"of\":[".repeat(5) + leaf + "]}".repeat(5));
    refused("{\"is\":\"all\",\"of\":[".repeat(700) + leaf + "]}".repeat(700));
    refused("{\"is\":\"all\",\"of\":[" + (leaf + ",").repeat(20) + leaf + "]}");
  }

  private static void refused(String json) {
    assertThatThrownBy(() -> RuleText.read(json))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
  }

  @Test
  void reasonKeepsEachPieceOfEvidence() {
    UUID rule = UUID.randomUUID();
    EvidenceItem scored = score(B, 8, 10);
    Verdict verdict =
        new AllOf(List.of(new Completed(A), new ScoreAtLeast(B, 60)))
            .judge(List.of(done(A), scored));

    Reason kept = Reason.of(Reason.of(rule, 3, verdict, Map.of(B, "Quiz")).toJson()).orElseThrow();

    assertThat(kept.rule()).isEqualTo(3);
    assertThat(kept.ruleId()).isEqualTo(rule);
    assertThat(kept.evidence()).hasSize(2);
    assertThat(kept.evidence().get(1))
        .isEqualTo(
            new Reason.Item(
                "gradebook",
                B,
                "Quiz",
                Fact.Kind.SCORED,
                8.0,
                10.0,
                NOW.toString(),
                scored.passbackId()));
    assertThat(kept.evidence().get(0).title()).as("an activity that is gone").isNull();
    assertThat(Reason.of("{\"by\":\"staff\"}")).isEmpty();
  }

  @Test
  void isMetSinceTheNewestDeedsThatAreEnoughAlone() {
    EvidenceItem fresh = done(B);
    EvidenceItem old =
        new EvidenceItem(
            A,
            USER,
            Fact.Kind.COMPLETED,
            null,
            null,
            NOW.minusSeconds(60),
            "gradebook",
            UUID.randomUUID(),
            false);
    RuleTree a = new Completed(A);
    RuleTree b = new Completed(B);
    assertThat(new AnyOf(List.of(a, b)).judge(List.of(old, fresh)).since()).isEqualTo(NOW);
    assertThat(new AllOf(List.of(a, b)).judge(List.of(old, fresh)).since())
        .isEqualTo(NOW.minusSeconds(60));
    assertThat(new AnyOf(List.of(a, b)).judge(List.of(old, fresh)).metAt())
        .isEqualTo(old.occurredAt());
    assertThat(new AllOf(List.of(a, b)).judge(List.of(old, fresh)).metAt()).isEqualTo(NOW);
    EvidenceItem held = HeldBadge.of(C, USER, UUID.randomUUID(), NOW.minusSeconds(900));
    assertThat(new AllOf(List.of(b, new RuleTree.Holds(C))).judge(List.of(fresh, held)).since())
        .isEqualTo(NOW);
    assertThat(new RuleTree.Holds(C).judge(List.of(held)).since()).isEqualTo(Instant.MAX);
  }
}
