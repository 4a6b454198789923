package org.badgebridge.award.batch.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the rows under their headings. */
final class Lines {

  static final int MOST_COLUMNS = 200;

  private final Map<Integer, Column> places = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** Reads the headings; of two that mean the same the first counts. */
  Lines(List<String> headings) {
    for (int i = 0; i < Math.min(headings.size(), MOST_COLUMNS); i++) {
      int place = i;
      Column.of(headings.get(i))
          .filter(column -> !places.containsValue(column))
          .ifPresent(column -> places.put(place, column));
    }
  }

  /** How many columns we know of. */
  int known() {
    return places.size();
  }

  /** Whether the rows can name anybody by one of these columns. */
  boolean nameAnybody(Set<Column> naming) {
    return naming.stream().anyMatch(places::containsValue);
  }

  /**
   * Takes one row; a blank one is left out.
   *
   * @throws org.badgebridge.problem.InvalidFields if there are too many
   */
  void take(int number, List<String> cells) {
    Map<Column, String> known = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(cells.size(), MOST_COLUMNS); i++) {
      Column column = places.get(i);
      if (column != null && !cells.get(i).isBlank()) {
        known.put(column, cells.get(i));
      }
    }
    if (known.isEmpty()) {
      return;
    }
    if (lines.size() == TableFile.MOST_ROWS) {
      throw Refusal.because("too-many-rows", TableFile.MOST_ROWS);
    }
    lines.add(new Line(number, known));
  }

  /**
   * All of them.
   *
   * @throws org.badgebridge.problem.InvalidFields if there are none
   */
  List<Line> all() {
    if (lines.isEmpty()) {
      throw Refusal.because("no-rows");
    }
    return lines;
  }
}
