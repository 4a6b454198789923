package org.badgebridge.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.content.Pathway;

/**
 * Puts the rows of a file so that steps come before the paths that lead over them (Kahn 1962).
 *
 * @param rows in that order, else in the file's
 * @param looping those whose path comes back to itself, or leads over one that does
 */
record ImportOrder(List<ImportFile.Line> rows, List<ImportFile.Line> looping) {

  /** Orders the rows that could be read. */
  static ImportOrder of(List<ImportFile.Line> lines) {
    Map<UUID, ImportFile.Line> byId = new LinkedHashMap<>();
    for (ImportFile.Line each : lines) {
      if (each.row() != null && each.row().id() != null) {
        byId.put(each.row().id(), each);
      }
    }
    Map<UUID, Integer> awaited = new HashMap<>();
    Map<UUID, List<UUID>> paths = new HashMap<>();
    byId.forEach(
        (id, line) -> {
          Set<UUID> steps = steps(line, byId.keySet());
          awaited.put(id, steps.size());
          steps.forEach(step -> paths.computeIfAbsent(step, any -> new ArrayList<>()).add(id));
        });
    Deque<UUID> ready = new ArrayDeque<>();
    byId.keySet().stream().filter(id -> awaited.getOrDefault(id, 0) == 0).forEach(ready::add);
    List<ImportFile.Line> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      UUID id = ready.remove();
      ordered.add(byId.remove(id));
      for (UUID path : paths.getOrDefault(id, List.of())) {
        if (awaited.merge(path, -1, Integer::sum) == 0) {
          ready.add(path);
        }
      }
    }
    return new ImportOrder(List.copyOf(ordered), List.copyOf(byId.values()));
  }

  private static Set<UUID> steps(ImportFile.Line line, Set<UUID> inside) {
    Pathway pathway =
        line.row() == null || line.row().content() == null ? null : line.row().content().pathway();
    Set<UUID> steps = new HashSet<>(pathway == null ? Set.of() : pathway.badges());
    steps.retainAll(inside);
    return steps;
  }
}
