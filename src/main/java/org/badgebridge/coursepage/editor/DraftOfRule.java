package org.badgebridge.coursepage.editor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.coursepage.editor.RuleDraft.Line;
import org.badgebridge.rule.Attended;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.ScoreBetween;
import org.badgebridge.rule.Until;

/** Writes a rule line by line. */
final class DraftOfRule {

  private final List<Line> lines = new ArrayList<>();

  private DraftOfRule() {}

  static RuleDraft of(RuleTree tree) {
    DraftOfRule writer = new DraftOfRule();
    RuleTree inner = tree instanceof Until until ? until.of() : tree;
    if (inner instanceof RuleTree.Group group) {
      writer.group(group, 0);
    } else {
      writer.lines.add(new Line(0, "all", "", "", ""));
      writer.add(inner, 1);
    }
    return new RuleDraft(writer.lines, tree instanceof Until until ? lastDay(until) : "");
  }

  private static String lastDay(Until until) {
    return until
        .deadline()
        .minus(Duration.ofMillis(1))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private void add(RuleTree tree, int depth) {
    if (tree instanceof RuleTree.Group group) {
      group(group, depth);
    } else if (tree instanceof RuleTree.Leaf leaf) {
      lines.add(line(leaf, depth));
    }
  }

  private void group(RuleTree.Group group, int depth) {
    String kind =
        group instanceof RuleTree.AllOf ? "all" : group instanceof RuleTree.AnyOf ? "any" : "some";
    String needed = kind.equals("some") ? String.valueOf(group.needed()) : "";
    lines.add(new Line(depth, kind, "", needed, ""));
    group.of().forEach(part -> add(part, depth + 1));
  }

  private static Line line(RuleTree.Leaf leaf, int depth) {
    String subject = leaf.activityId().toString();
    if (leaf instanceof RuleTree.ScoreAtLeast score) {
      return new Line(depth, "score", subject, plain(score.percent()), "");
    }
    if (leaf instanceof ScoreBetween range) {
      return new Line(depth, "between", subject, plain(range.from()), plain(range.to()));
    }
    if (leaf instanceof Attended attended) {
      return new Line(depth, "attended", subject, String.valueOf(attended.times()), "");
    }
    String kind =
        leaf instanceof RuleTree.Passed
            ? "passed"
            : leaf instanceof RuleTree.Holds ? "holds" : "completed";
    return new Line(depth, kind, subject, "", "");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
