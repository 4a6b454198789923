package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.jspecify.annotations.Nullable;

/** Gathers what a look needs. */
@ApplicationScoped
class Targets {

  private final Activities activities;
  private final Courses courses;
  private final ResourceLinks links;

  @Inject
  Targets(Activities activities, Courses courses, ResourceLinks links) {
    this.activities = activities;
    this.courses = courses;
    this.links = links;
  }

  Optional<Target> of(Watched watched) {
    return activities.find(watched.activityId()).map(activity -> of(activity, watched));
  }

  private Target of(Activity activity, Watched watched) {
    Course course = courses.find(activity.courseId()).orElseThrow();
    @Nullable ResourceLink link =
        activity.kind() == Activity.Kind.RESOURCE_LINK
            ? links.find(course.id(), activity.reference()).orElse(null)
            : null;
    return new Target(
        courses.institutionOf(course.id()),
        courses.platformOf(course.id()),
        course,
        activity,
        link,
        watched);
  }
}
