package org.badgebridge.demo.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A course: who is in it, what there is to do, and its gradebook.
 *
 * @param number what the addresses of the campus call it
 * @param id the {@code context.id} of LTI messages
 * @param history ids of the courses it was copied from, newest first
 * @param members role by person id
 */
public record Course(
    int number,
    String id,
    String label,
    String title,
    List<String> history,
    Map<String, Role> members,
    List<Activity> activities,
    List<Column> columns) {

  public @Nullable Role role(Person person) {
    Role role = members.get(person.id());
    return role == null && person.role() == Role.ADMINISTRATOR ? Role.ADMINISTRATOR : role;
  }

  public Activity activity(int wanted) {
    return activities.stream()
        .filter(activity -> activity.number() == wanted)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("activity " + wanted));
  }

  public Optional<Activity> withLink(String linkId) {
    return activities.stream()
        .filter(activity -> activity.link() != null && activity.link().id().equals(linkId))
        .findFirst();
  }

  public Optional<Column> column(int wanted) {
    return columns.stream().filter(column -> column.number() == wanted).findFirst();
  }

  /** The column that belongs to the activity. */
  public Optional<Column> columnOf(Activity activity) {
    return columns.stream()
        .filter(column -> column.activity() != null && column.activity() == activity.number())
        .findFirst();
  }

  /** The columns a tool sees: those coupled to its links, and those it made. */
  public List<Column> columnsOf(String client) {
    return columns.stream().filter(column -> client.equals(column.client())).toList();
  }

  void replace(Activity activity) {
    activities.replaceAll(old -> old.number() == activity.number() ? activity : old);
  }

  void replace(Column column) {
    columns.replaceAll(old -> old.number() == column.number() ? column : old);
  }

  /** The final grade: the person's own, or for a calculated column that of its source, scaled. */
  public @Nullable Grade grade(Column column, String personId) {
    Grade own = column.grades().get(personId);
    if (column.source() == null || (own != null && own.overridden())) {
      return own;
    }
    return column(column.source()).map(from -> scaled(from, column, personId)).orElse(null);
  }

  private @Nullable Grade scaled(Column from, Column to, String personId) {
    Grade grade = grade(from, personId);
    if (grade == null || grade.value() == null) {
      return null;
    }
    double value = grade.value() / from.maximum() * to.maximum();
    return new Grade(value, value, grade.comment(), grade.modified(), false);
  }

  /** Whether the person may open the activity when treated as a learner. */
  public boolean open(Activity activity, String personId) {
    if (activity.hidden()) {
      return false;
    }
    Restriction restriction = activity.restriction();
    if (restriction == null) {
      return true;
    }
    Activity other = activity(restriction.activity());
    if (restriction.percent() == null) {
      return other.completions().containsKey(personId);
    }
    return percent(other, personId) >= restriction.percent();
  }

  private double percent(Activity other, String personId) {
    Column column = columnOf(other).orElse(null);
    Grade grade = column == null ? null : grade(column, personId);
    return column == null || grade == null || grade.value() == null
        ? -1
        : 100 * grade.value() / column.maximum();
  }

  /** Ids of those the gradebook has rows for, in the order of the roster. */
  public List<String> graded() {
    var ids = new ArrayList<String>();
    members.forEach(
        (id, role) -> {
          if (role.graded()) {
            ids.add(id);
          }
        });
    return ids;
  }
}
