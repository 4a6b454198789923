package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Activities that lecturers make in the course page, because the platform has none for them: series
 * of meetings ({@link Activity.Kind#ATTENDANCE}) and tasks ({@link Activity.Kind#TASK}).
 */
@ApplicationScoped
public class OwnActivities {

  /** Most characters of a title. */
  public static final int TITLE = 200;

  private static final Set<Activity.Kind> KINDS =
      EnumSet.of(Activity.Kind.ATTENDANCE, Activity.Kind.TASK);

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
   * One of a course, of either kind.
   *
   * @throws ProblemException NOT_FOUND if the course has none by that id
   */
  public Activity require(UUID id, UUID courseId) {
    return activities
        .find(id)
        .filter(each -> each.courseId().equals(courseId) && KINDS.contains(each.kind()))
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
            where.courseId(),
            kind,
            UUID.randomUUID().toString(),
            checked(where, kind, title, null));
    record(where, made, "made", null);
    return made;
  }

  /**
   * Gives one another title; audited. The same title changes nothing.
   *
   * @throws InvalidFields as {@link #make}
   */
  @Transactional
  public void rename(InCourse where, Activity own, String title) {
    String line = checked(where, own.kind(), title, own.id());
    if (!line.equals(own.title())) {
      activities.rename(own.id(), line);
      record(where, own, "renamed", own.title() + " → " + line);
    }
  }

  /**
   * Removes one that was made by mistake; audited.
   *
   * @throws ProblemException CONFLICT if there were meetings, if something was said of a learner,
   *     or if a rule asks for it: awards would have no reason any more
   */
  @Transactional
  public void remove(InCourse where, Activity own) {
    if (!activities.forget(own.id())) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.own.used");
    }
    record(where, own, "removed", own.title());
  }

  private void record(InCourse where, Activity own, String deed, @Nullable String reason) {
    audit.record(
        where.institutionId(),
        where.actor(),
        own.kind().name().toLowerCase(Locale.ROOT) + "." + deed,
        "activity",
        own.id(),
        reason);
  }

  private String checked(InCourse where, Activity.Kind kind, String title, @Nullable UUID besides) {
    String line = PlainText.line(title);
    if (line.isEmpty() || line.length() > TITLE) {
      throw new InvalidFields(List.of(FieldFault.of("title", "passback.own.title", TITLE)));
    }
    if (of(where.courseId(), kind).stream()
        .filter(each -> !each.id().equals(besides))
        .anyMatch(each -> each.title().equalsIgnoreCase(line))) {
      throw new InvalidFields(List.of(FieldFault.of("title", "passback.own.title-taken")));
    }
    return line;
  }
}
