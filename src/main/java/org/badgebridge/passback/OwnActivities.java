package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PlainText;

/**
 * Activities that lecturers make in the course page, because the platform has none for them: series
 * of meetings ({@link Activity.Kind#ATTENDANCE}) and tasks ({@link Activity.Kind#TASK}).
 */
@ApplicationScoped
public class OwnActivities {

  /** Most characters of a title. */
  public static final int TITLE = 200;

  private final Activities activities;
  private final AuditTrail audit;

  @Inject
  public OwnActivities(Activities activities, AuditTrail audit) {
    this.activities = activities;
    this.audit = audit;
  }

  /** Those of a course, by title. */
  public List<Activity> of(UUID courseId, Activity.Kind kind) {
    return activities.of(courseId).stream().filter(each -> each.kind() == kind).toList();
  }

  /**
   * One of a course.
   *
   * @throws ProblemException NOT_FOUND if the course has none of this kind by that id
   */
  public Activity require(UUID id, UUID courseId, Activity.Kind kind) {
    return activities
        .find(id)
        .filter(each -> each.courseId().equals(courseId) && each.kind() == kind)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /**
   * Makes one; audited.
   *
   * @throws InvalidFields about {@code title}, if there is none, it is too long, or the course has
   *     one of this kind with it
   */
  @Transactional
  public Activity make(InCourse where, Activity.Kind kind, String title) {
    Activity made =
        activities.known(
            where.courseId(), kind, UUID.randomUUID().toString(), checked(where, kind, title));
    audit.record(
        where.institutionId(),
        where.actor(),
        kind.name().toLowerCase(Locale.ROOT) + ".made",
        "activity",
        made.id(),
        null);
    return made;
  }

  private String checked(InCourse where, Activity.Kind kind, String title) {
    String line = PlainText.line(title);
    if (line.isEmpty() || line.length() > TITLE) {
      throw new InvalidFields(List.of(FieldFault.of("title", "passback.own.title", TITLE)));
    }
    if (of(where.courseId(), kind).stream().anyMatch(each -> each.title().equalsIgnoreCase(line))) {
      throw new InvalidFields(List.of(FieldFault.of("title", "passback.own.title-taken")));
    }
    return line;
  }
}
