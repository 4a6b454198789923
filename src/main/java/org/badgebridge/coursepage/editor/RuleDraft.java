package org.badgebridge.coursepage.editor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.badgebridge.rule.RuleTree;

/**
 * A rule as it stands in the editor, line by line as people read it; what makes no sense yet is
 * kept as it was typed. The first line is the outermost group.
 *
 * @param until the last day on which what is done counts, {@code yyyy-mm-dd}; empty for none
 */
public record RuleDraft(List<Line> lines, String until) {

  /** Levels of groups: deeper rules nobody understands. */
  public static final int DEEPEST = 2;

  /** Most lines. */
  public static final int MOST = 40;

  public static final List<String> GROUPS = List.of("all", "any", "some");
  public static final List<String> CONDITIONS =
      List.of("completed", "passed", "score", "between", "attended", "holds");

  /** Copies the lines. */
  public RuleDraft {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param depth 0 for the outermost group
   * @param kind one of {@link #GROUPS} or {@link #CONDITIONS}
   * @param subject the id of an activity or badge class; empty while none is chosen, and for groups
   * @param low the number: how many, how many percent, or from how many percent
   * @param high to how many percent
   */
  public record Line(int depth, String kind, String subject, String low, String high) {

    /** Whether it introduces the deeper lines that follow. */
    public boolean group() {
      return GROUPS.contains(kind);
    }

    static Line condition(int depth) {
      return new Line(depth, "completed", "", "", "");
    }
  }

  /** The draft that says a rule. */
  public static RuleDraft of(RuleTree tree) {
    return DraftOfRule.of(tree);
  }

  /** The draft as it was sent: the fields of all lines, in their order. */
  public static RuleDraft from(MultivaluedMap<String, String> form) {
    List<String> kinds = form.getOrDefault("kind", List.of());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(kinds.size(), MOST); i++) {
      int deepest = lines.isEmpty() ? 0 : depthBelow(lines.get(i - 1));
      int depth = Math.min(number(at(form, "depth", i)), deepest);
      lines.add(
          new Line(
              i == 0 ? 0 : Math.max(1, depth),
              kind(kinds.get(i), i == 0),
              at(form, "subject", i),
              at(form, "low", i),
              at(form, "high", i)));
    }
    if (lines.isEmpty()) {
      lines.add(new Line(0, "all", "", "", ""));
      lines.add(Line.condition(1));
    }
    String until = form.getFirst("until");
    return new RuleDraft(lines, until == null ? "" : until.strip());
  }

  /**
   * The rule that it says.
   *
   * @param activities those of the course
   * @param badges those that may be a condition here
   * @throws org.badgebridge.problem.InvalidFields with every fault, by field and number of the
   *     line: {@code subject-3}, {@code low-3}, {@code kind-3}, and {@code until}
   */
  public RuleTree rule(Set<UUID> activities, Set<UUID> badges) {
    return RuleOfDraft.of(this, activities, badges);
  }

  /**
   * The draft after something was done to a line.
   *
   * @param deed {@code add:3}, {@code group:3}, {@code remove:3}, {@code up:3} or {@code down:3};
   *     anything else changes nothing
   */
  public RuleDraft after(String deed) {
    return new RuleDraft(new DraftLines(lines).after(deed), until);
  }

  /** The same with other subjects. */
  RuleDraft with(UnaryOperator<String> subject) {
    return new RuleDraft(
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.depth(),
                        line.kind(),
                        subject.apply(line.subject()),
                        line.low(),
                        line.high()))
            .toList(),
        until);
  }

  /** The line that a deed leaves the reader at. */
  public int landing(String deed) {
    return new DraftLines(lines).landing(deed);
  }

  private static int depthBelow(Line line) {
    return line.group() ? line.depth() + 1 : line.depth();
  }

  private static String kind(String sent, boolean first) {
    boolean known = GROUPS.contains(sent) || (!first && CONDITIONS.contains(sent));
    return known ? sent : first ? "all" : "completed";
  }

  private static String at(MultivaluedMap<String, String> form, String field, int index) {
    List<String> values = form.getOrDefault(field, List.of());
    return index < values.size() ? values.get(index).strip() : "";
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }
}
