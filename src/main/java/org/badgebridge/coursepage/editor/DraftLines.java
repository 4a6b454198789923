package org.badgebridge.coursepage.editor;

import java.util.ArrayList;
import java.util.List;
import org.badgebridge.coursepage.editor.RuleDraft.Line;

/** The lines of a draft, and what can be done to them. A group is moved and removed as a whole. */
final class DraftLines {

  private final List<Line> lines;

  DraftLines(List<Line> lines) {
    this.lines = new ArrayList<>(lines);
  }

  List<Line> after(String deed) {
    int index = index(deed);
    if (index < 0) {
      return lines;
    }
    switch (deed.substring(0, deed.indexOf(':'))) {
      case "add" -> add(index);
      case "group" -> group(index);
      case "remove" -> remove(index);
      case "up" -> up(index);
      case "down" -> down(index);
      default -> {}
    }
    return lines;
  }

  int landing(String deed) {
    int index = index(deed);
    if (index < 0) {
      return -1;
    }
    return switch (deed.substring(0, deed.indexOf(':'))) {
      case "add", "group" -> end(index);
      case "up" -> Math.max(1, before(index));
      case "down" -> {
        int next = end(index);
        yield next >= lines.size() || lines.get(next).depth() < lines.get(index).depth()
            ? index
            : index + end(next) - next;
      }
      default -> Math.max(0, index - 1);
    };
  }

  private int index(String deed) {
    if (!deed.matches("[a-z]{1,10}:\\d{1,3}")) {
      return -1;
    }
    int index = Integer.parseInt(deed.substring(deed.indexOf(':') + 1));
    return index < lines.size() ? index : -1;
  }

  private void add(int group) {
    if (lines.get(group).group() && lines.size() < RuleDraft.MOST) {
      lines.add(end(group), Line.condition(lines.get(group).depth() + 1));
    }
  }

  private void group(int group) {
    int depth = lines.get(group).depth() + 1;
    if (lines.get(group).group()
        && depth <= RuleDraft.DEEPEST
        && lines.size() < RuleDraft.MOST - 1) {
      int end = end(group);
      lines.add(end, new Line(depth, "any", "", "", ""));
      lines.add(end + 1, Line.condition(depth + 1));
    }
  }

  private void remove(int index) {
    if (index > 0) {
      lines.subList(index, end(index)).clear();
    }
  }

  private void up(int index) {
    int before = before(index);
    if (before > 0) {
      move(index, before);
    }
  }

  private void down(int index) {
    int next = end(index);
    if (index > 0 && next < lines.size() && lines.get(next).depth() == lines.get(index).depth()) {
      move(next, index);
    }
  }

  private void move(int from, int to) {
    List<Line> block = new ArrayList<>(lines.subList(from, end(from)));
    lines.subList(from, from + block.size()).clear();
    lines.addAll(to, block);
  }

  /** Where the block in front of it in the same group begins; 0 if it is the first. */
  private int before(int index) {
    for (int i = index - 1; i > 0; i--) {
      if (lines.get(i).depth() < lines.get(index).depth()) {
        return 0;
      }
      if (lines.get(i).depth() == lines.get(index).depth()) {
        return i;
      }
    }
    return 0;
  }

  /** The line after a line and all below it. */
  private int end(int index) {
    int end = index + 1;
    while (end < lines.size() && lines.get(end).depth() > lines.get(index).depth()) {
      end++;
    }
    return end;
  }
}
