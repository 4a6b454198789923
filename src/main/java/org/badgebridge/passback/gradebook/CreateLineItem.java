package org.badgebridge.passback.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Makes a column of our own in the gradebook that belongs to no placement. The lecturer fills it by
 * hand or with a formula over other columns, and we read the outcome.
 */
@ApplicationScoped
public class CreateLineItem {

  private static final String TAG = "badgebridge";

  private final Gradebook gradebook;
  private final Courses courses;
  private final Activities activities;

  @Inject
  public CreateLineItem(Gradebook gradebook, Courses courses, Activities activities) {
    this.gradebook = gradebook;
    this.courses = courses;
    this.activities = activities;
  }

  /** Whether the platform lets us make columns in this course. */
  public static boolean possible(Course course) {
    return course.lineitemsUrl() != null && course.agsScopes().contains(AgsScopes.LINE_ITEM);
  }

  /**
   * Makes the column, or finds the one that an earlier try made. Never within a transaction.
   *
   * @param key what makes the column unique in its course; the same key gives the same column
   * @throws ProblemException if the platform does not let us make columns
   */
  public Activity create(UUID courseId, String key, String label, double maximum) {
    Course course = courses.find(courseId).orElseThrow();
    String lineitems = course.lineitemsUrl();
    if (lineitems == null || !possible(course)) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.no-line-items");
    }
    UUID platformId = courses.platformOf(courseId);
    LineItem item =
        gradebook.lineItems(platformId, lineitems, course.agsScopes()).stream()
            .filter(each -> key.equals(each.resourceId()) && TAG.equals(each.tag()))
            .findFirst()
            .orElseGet(() -> gradebook.create(platformId, lineitems, label, maximum, key, TAG));
    return activities.known(courseId, Activity.Kind.LINE_ITEM, item.url(), item.label());
  }
}
