package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.OwnFacts;
import org.badgebridge.passback.staff.Result;
import org.badgebridge.roster.CourseLearners.Learner;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The pages of one task. */
@ApplicationScoped
public class TaskFace {

  private final OwnFacts facts;
  private final Rolls rolls;
  private final Views views;

  @Inject
  public TaskFace(OwnFacts facts, Rolls rolls, Views views) {
    this.facts = facts;
    this.rolls = rolls;
    this.views = views;
  }

  /**
   * The whole page.
   *
   * @param done message key of what has just been done; empty if there is nothing to say
   * @param undoable the learners for whom it can be undone
   */
  String task(Activity task, Page page, RollForm form, String done, List<UUID> undoable) {
    return views.render(
        "coursepage/attendance/task.jte",
        page,
        Map.of(
            "task",
            task,
            "roll",
            roll(task, page, form, null),
            "done",
            done,
            "undoable",
            undoable));
  }

  String learners(Activity task, Page page, RollForm form) {
    return views.render(
        "coursepage/attendance/roll-list.jte", page, Map.of("roll", roll(task, page, form, null)));
  }

  String more(Activity task, Page page, RollForm form, UUID after) {
    return views.render(
        "coursepage/attendance/roll-rows.jte", page, Map.of("roll", roll(task, page, form, after)));
  }

  String preview(Activity task, Page page, TaskTable.Read read) {
    return views.render(
        "coursepage/attendance/table.jte", page, Map.of("task", task, "read", read));
  }

  String taken(Activity task, Page page, List<TaskMarks.Taken> taken) {
    return views.render(
        "coursepage/attendance/taken.jte", page, Map.of("task", task, "taken", taken));
  }

  /** What a task came to, in words. */
  public static String words(Page page, Result result) {
    String key = "coursepage.task.is." + result.kind();
    return result.score() == null || result.maximum() == null
        ? page.t(key)
        : page.t(key, result.score(), result.maximum());
  }

  private Roll roll(Activity task, Page page, RollForm form, @Nullable UUID after) {
    return rolls.of(
        task.courseId(),
        "/course/attendance/tasks/" + task.id(),
        form,
        after,
        some -> rows(task, page, some));
  }

  private List<Roll.Row> rows(Activity task, Page page, List<Learner> some) {
    Map<UUID, List<String>> known =
        facts.holding(task.id(), some.stream().map(Learner::id).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    OwnFacts.Word::lmsUserId,
                    Collectors.mapping(word -> words(page, result(word)), Collectors.toList())));
    return some.stream()
        .map(
            each ->
                new Roll.Row(
                    each.id(),
                    each.name(),
                    known.getOrDefault(each.id(), List.of()),
                    known.containsKey(each.id())))
        .toList();
  }

  private static Result result(OwnFacts.Word word) {
    return new Result(word.kind(), word.said().score(), word.said().maximum());
  }
}
