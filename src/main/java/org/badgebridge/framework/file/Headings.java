package org.badgebridge.framework.file;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Where in a table which column stands. */
final class Headings {

  /** ESCO's widest table has fifteen. */
  static final int MOST = 200;

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final boolean esco;

  Headings(CSVRecord first) {
    boolean concept = false;
    Map<Column, Integer> ranks = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(first.size(), MOST); i++) {
      Optional<Column> column = Column.of(first.get(i));
      if (column.isEmpty()) {
        continue;
      }
      int rank = column.get().rank(first.get(i));
      concept |= column.get() == Column.URL && rank == 0;
      Integer before = ranks.get(column.get());
      if (before == null || rank < before) {
        ranks.put(column.get(), rank);
        places.put(column.get(), i);
      }
    }
    Integer name = ranks.get(Column.NAME);
    esco = concept && name != null && name == 0;
  }

  /** How many columns we know of. */
  int known() {
    return places.size();
  }

  /** Whether an item can be made of its rows. */
  boolean suffice() {
    return places.containsKey(Column.NAME) && places.containsKey(Column.URL);
  }

  /** Whether it is a table of ESCO. */
  boolean isEsco() {
    return esco;
  }

  /** What a row says there; a missing cell is empty. */
  String text(CSVRecord row, Column column) {
    @Nullable Integer place = places.get(column);
    return place != null && place < row.size() ? row.get(place) : "";
  }
}
