package org.badgebridge.demo.school;

import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Changes grades and columns; what a lecturer typed stays on top of what tools report. */
public final class Gradebook {

  private final Clock clock;
  private final Runnable changed;

  Gradebook(Clock clock, Runnable changed) {
    this.clock = clock;
    this.changed = changed;
  }

  /** The lecturer types a final grade, or empties it. */
  public void type(Column column, String personId, @Nullable Double value) {
    Grade old = column.grades().get(personId);
    Double raw = old == null ? null : old.raw();
    String comment = old == null ? "" : old.comment();
    put(column, personId, new Grade(value, raw, comment, clock.instant(), value != null));
  }

  /** A quiz or a tool reports a result on the column's scale; null erases it. */
  public void report(
      Column column, String personId, @Nullable Double raw, String comment, Instant when) {
    Grade old = column.grades().get(personId);
    boolean overridden = column.source() != null || (old != null && old.overridden());
    Double value = old != null && old.overridden() ? old.value() : raw;
    put(column, personId, new Grade(value, raw, comment, when, overridden));
  }

  /** Gives a stand-alone column the formula that copies another one; null takes it away. */
  public void calculate(Course course, Column column, @Nullable Column from) {
    if (from != null && (column.activity() != null || leadsTo(course, from, column))) {
      throw new IllegalArgumentException("this column cannot be calculated from that one");
    }
    course.replace(column.calculatedFrom(from == null ? null : from.number()));
    changed.run();
  }

  private static boolean leadsTo(Course course, Column from, Column target) {
    if (from.number() == target.number()) {
      return true;
    }
    Integer source = from.source();
    return source != null
        && course.column(source).map(next -> leadsTo(course, next, target)).orElse(false);
  }

  /** Changes what a line item says about itself. */
  public void describe(
      Course course, Column column, Placement.NewColumn as, @Nullable String linkId) {
    course.replace(column.described(as.label(), as.maximum(), as.tag(), as.resourceId(), linkId));
    changed.run();
  }

  public void delete(Course course, Column column) {
    if (!course.columns().removeIf(other -> other.number() == column.number())) {
      throw new NoSuchElementException("column " + column.number());
    }
    changed.run();
  }

  private void put(Column column, String personId, Grade grade) {
    column.grades().put(personId, grade);
    changed.run();
  }
}
