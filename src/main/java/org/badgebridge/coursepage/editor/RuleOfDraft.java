package org.badgebridge.coursepage.editor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.coursepage.editor.RuleDraft.Line;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.Attended;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.ScoreBetween;
import org.badgebridge.rule.Until;

/**
 * Reads a draft as a rule. Faults are named {@code subject-3}, {@code low-3}, {@code high-3} after
 * the number of the line, and {@code until}.
 */
final class RuleOfDraft {

  private static final int MOST_TIMES = 500;
  private static final double EXTRA = 1000;

  private final List<Line> lines;
  private final Set<UUID> activities;
  private final Set<UUID> badges;
  private final List<FieldFault> faults = new ArrayList<>();
  private int next;

  private RuleOfDraft(List<Line> lines, Set<UUID> activities, Set<UUID> badges) {
    this.lines = lines;
    this.activities = activities;
    this.badges = badges;
  }

  /**
   * The rule that a draft says.
   *
   * @param activities those of the course
   * @param badges those that may be a condition here
   * @throws InvalidFields with every fault
   */
  static RuleTree of(RuleDraft draft, Set<UUID> activities, Set<UUID> badges) {
    RuleOfDraft reader = new RuleOfDraft(draft.lines(), activities, badges);
    RuleTree tree = reader.read();
    String before = reader.deadline(draft.until());
    if (!reader.faults.isEmpty()) {
      throw new InvalidFields(reader.faults);
    }
    RuleTree plain = simple(tree);
    return before.isEmpty() ? plain : new Until(before, plain);
  }

  /** A group of one condition is that condition. */
  private static RuleTree simple(RuleTree tree) {
    return tree instanceof RuleTree.AllOf all && all.of().size() == 1 ? all.of().get(0) : tree;
  }

  private String deadline(String until) {
    if (until.isEmpty()) {
      return "";
    }
    try {
      return LocalDate.parse(until).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    } catch (DateTimeException e) {
      faults.add(FieldFault.of("until", "rule.deadline"));
      return "";
    }
  }

  private RuleTree read() {
    int index = next++;
    Line line = lines.get(index);
    return line.group() ? group(line, index) : leaf(line, index);
  }

  private RuleTree group(Line line, int index) {
    List<RuleTree> parts = new ArrayList<>();
    while (next < lines.size() && lines.get(next).depth() > line.depth()) {
      parts.add(read());
    }
    if (parts.isEmpty() || parts.size() > RuleTree.MOST_PARTS) {
      faults.add(FieldFault.of("kind-" + index, "rule.group-size", RuleTree.MOST_PARTS));
      return placeholder();
    }
    return switch (line.kind()) {
      case "any" -> new RuleTree.AnyOf(parts);
      case "some" -> {
        double needed = number(line.low());
        if (needed < 1 || needed > parts.size() || needed != Math.rint(needed)) {
          faults.add(FieldFault.of("low-" + index, "rule.at-least-range", parts.size()));
          yield placeholder();
        }
        yield new RuleTree.AtLeast((int) needed, parts);
      }
      default -> new RuleTree.AllOf(parts);
    };
  }

  private RuleTree leaf(Line line, int index) {
    boolean badge = line.kind().equals("holds");
    UUID subject = subject(line, index, badge ? badges : activities);
    int before = faults.size();
    double low = number(line.low());
    double high = number(line.high());
    switch (line.kind()) {
      case "score" -> require(low >= 0 && low <= 100, "low-" + index, "rule.percent-range");
      case "between" ->
          require(
              low >= 0 && low <= 100 && high >= low && high <= EXTRA, "low-" + index, "rule.range");
      case "attended" ->
          require(
              low >= 1 && low <= MOST_TIMES && low == Math.rint(low),
              "low-" + index,
              "rule.times",
              MOST_TIMES);
      default -> {}
    }
    if (faults.size() > before) {
      return placeholder();
    }
    return switch (line.kind()) {
      case "passed" -> new RuleTree.Passed(subject);
      case "score" -> new RuleTree.ScoreAtLeast(subject, low);
      case "between" -> new ScoreBetween(subject, low, high);
      case "attended" -> new Attended(subject, (int) low);
      case "holds" -> new RuleTree.Holds(subject);
      default -> new RuleTree.Completed(subject);
    };
  }

  private UUID subject(Line line, int index, Set<UUID> offered) {
    return offered.stream()
        .filter(each -> each.toString().equals(line.subject()))
        .findFirst()
        .orElseGet(
            () -> {
              faults.add(FieldFault.of("subject-" + index, "coursepage.editor.choose"));
              return RuleTree.OWN_LINK;
            });
  }

  private void require(boolean sound, String field, String key, Object... arguments) {
    if (!sound) {
      faults.add(FieldFault.of(field, key, arguments));
    }
  }

  /** Stands where a fault was found; the rule is not made. */
  private static RuleTree placeholder() {
    return new RuleTree.Completed(RuleTree.OWN_LINK);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
