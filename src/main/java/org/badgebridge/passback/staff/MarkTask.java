package org.badgebridge.passback.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.passback.OwnFacts;
import org.badgebridge.passback.OwnFacts.About;
import org.badgebridge.passback.OwnFacts.Said;
import org.badgebridge.passback.OwnFacts.Word;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;

/**
 * Says what a task came to for some learners, or takes it back. Audited for each of them; who is no
 * learner of the course is left out. Learner by learner in one order, so that two who press at once
 * wait for each other and never in a ring.
 */
@ApplicationScoped
public class MarkTask {

  /** The source of these facts. */
  public static final String SOURCE = "staff";

  private final OwnActivities activities;
  private final OwnFacts facts;
  private final CourseLearners learners;
  private final AuditTrail audit;

  @Inject
  public MarkTask(
      OwnActivities activities, OwnFacts facts, CourseLearners learners, AuditTrail audit) {
    this.activities = activities;
    this.facts = facts;
    this.learners = learners;
    this.audit = audit;
  }

  /**
   * Says what it came to.
   *
   * @return for whom that is new
   * @throws ProblemException NOT_FOUND if the task is none of the course
   */
  @Transactional
  public List<UUID> say(InCourse where, UUID taskId, Map<UUID, Result> results) {
    activities.require(taskId, where.courseId(), Activity.Kind.TASK);
    List<UUID> changed = new ArrayList<>();
    for (Learner each : learners.of(where.courseId(), results.keySet())) {
      Result result = results.get(each.id());
      if (result != null && facts.say(about(where, taskId, each, result), SOURCE, result.said())) {
        changed.add(each.id());
        note(where, taskId, "said", each, result.kind().name());
      }
    }
    return changed;
  }

  /**
   * Takes back all that was said of the task.
   *
   * @return of whom something was said
   * @throws ProblemException NOT_FOUND if the task is none of the course
   */
  @Transactional
  public List<UUID> takeBack(InCourse where, UUID taskId, Collection<UUID> some) {
    activities.require(taskId, where.courseId(), Activity.Kind.TASK);
    List<UUID> changed = new ArrayList<>();
    for (Learner each : learners.of(where.courseId(), some)) {
      for (Word word : facts.holding(taskId, List.of(each.id()))) {
        Said undone = new Said(word.said().score(), word.said().maximum(), true);
        About about = new About(where.institutionId(), taskId, each.id(), word.kind());
        if (facts.say(about, SOURCE, undone)) {
          changed.add(each.id());
          note(where, taskId, "taken-back", each, word.kind().name());
        }
      }
    }
    return changed.stream().distinct().toList();
  }

  private static About about(InCourse where, UUID taskId, Learner learner, Result result) {
    return new About(where.institutionId(), taskId, learner.id(), result.kind());
  }

  private void note(InCourse where, UUID taskId, String deed, Learner learner, String kind) {
    audit.record(
        where.institutionId(),
        where.actor(),
        "task." + deed,
        "activity",
        taskId,
        kind.toLowerCase(Locale.ROOT) + " learner " + learner.id());
  }
}
