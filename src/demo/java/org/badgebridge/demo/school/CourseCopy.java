package org.badgebridge.demo.school;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes next year's copy of a course: restrictions and columns point inside the copy. */
final class CourseCopy {

  private final Course from;
  private final Ids ids;
  private final State state;
  private final Map<Integer, Integer> activities = new LinkedHashMap<>();
  private final Map<Integer, Integer> columns = new LinkedHashMap<>();

  CourseCopy(Course from, Ids ids, State state) {
    this.from = from;
    this.ids = ids;
    this.state = state;
  }

  Course make(String label, String title) {
    int number = state.next();
    from.activities().forEach(activity -> activities.put(activity.number(), state.next()));
    from.columns().forEach(column -> columns.put(column.number(), state.next()));
    return new Course(
        number,
        ids.of("course", number),
        label,
        title,
        before(from.id(), from.history()),
        new LinkedHashMap<>(from.members()),
        new ArrayList<>(from.activities().stream().map(this::copy).toList()),
        new ArrayList<>(from.columns().stream().map(this::copy).toList()));
  }

  private Activity copy(Activity old) {
    int number = renamed(activities, old.number());
    return new Activity(
        number,
        old.kind(),
        old.title(),
        old.text(),
        old.hidden(),
        copy(old.restriction()),
        new LinkedHashMap<>(),
        copy(old.link(), number));
  }

  private @Nullable Restriction copy(@Nullable Restriction old) {
    return old == null ? null : new Restriction(renamed(activities, old.activity()), old.percent());
  }

  private @Nullable Link copy(@Nullable Link old, int number) {
    return old == null
        ? null
        : new Link(
            ids.of("link", number),
            old.client(),
            old.url(),
            new LinkedHashMap<>(old.custom()),
            before(old.id(), old.history()));
  }

  private Column copy(Column old) {
    return new Column(
        renamed(columns, old.number()),
        old.label(),
        old.maximum(),
        old.tag(),
        old.resourceId(),
        old.activity() == null ? null : renamed(activities, old.activity()),
        old.client(),
        null,
        old.source() == null ? null : renamed(columns, old.source()),
        new LinkedHashMap<>());
  }

  private static int renamed(Map<Integer, Integer> numbers, int old) {
    return numbers.getOrDefault(old, old);
  }

  private static List<String> before(String first, List<String> rest) {
    var all = new ArrayList<String>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
