package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.staff.MarkTask;
import org.badgebridge.passback.staff.Result;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;
import org.badgebridge.web.Link;

/**
 * Says what lecturers ticked or a table says, in short transactions, so that a long table keeps
 * nobody waiting. Once more changes nothing.
 */
@ApplicationScoped
public class TaskMarks {

  private static final int AT_ONCE = 50;

  private final MarkTask markTask;
  private final CourseLearners learners;

  @Inject
  public TaskMarks(MarkTask markTask, CourseLearners learners) {
    this.markTask = markTask;
    this.learners = learners;
  }

  /**
   * What became of one row.
   *
   * @param fresh whether it was said for the first time
   */
  public record Taken(String name, Result result, boolean fresh) {}

  List<UUID> tick(InCourse where, UUID taskId, Collection<UUID> some) {
    Map<UUID, Result> results = new LinkedHashMap<>();
    some.forEach(each -> results.put(each, Result.COMPLETED));
    return markTask.say(where, taskId, results);
  }

  void takeBack(InCourse where, UUID taskId, Collection<UUID> some) {
    markTask.takeBack(where, taskId, some);
  }

  /**
   * Takes rows as {@link TaskTable.Read#rows} wrote them; what is none is left out.
   *
   * @return what became of the rows of those who are learners of the course, by name
   */
  List<Taken> take(InCourse where, UUID taskId, String rows) {
    Map<UUID, Result> results = read(rows);
    List<Learner> present = learners.of(where.courseId(), results.keySet());
    Set<UUID> fresh = new HashSet<>();
    for (int from = 0; from < present.size(); from += AT_ONCE) {
      Map<UUID, Result> part = new HashMap<>();
      for (Learner each : present.subList(from, Math.min(from + AT_ONCE, present.size()))) {
        Result result = results.get(each.id());
        if (result != null) {
          part.put(each.id(), result);
        }
      }
      fresh.addAll(markTask.say(where, taskId, part));
    }
    List<Taken> taken = new ArrayList<>();
    for (Learner each : present) {
      Result result = results.get(each.id());
      if (result != null) {
        taken.add(new Taken(each.name(), result, fresh.contains(each.id())));
      }
    }
    taken.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    return taken;
  }

  private static Map<UUID, Result> read(String rows) {
    Map<UUID, Result> results = new LinkedHashMap<>();
    rows.lines()
        .limit(TaskTable.MOST_ROWS)
        .forEach(
            line -> {
              String[] parts = line.strip().split(" ", 2);
              UUID learner = Link.id(parts[0]);
              if (learner != null && parts.length == 2) {
                Result.read(parts[1], null).ifPresent(result -> results.put(learner, result));
              }
            });
    return results;
  }
}
