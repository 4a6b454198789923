package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.badgebridge.platform.notice.CourseCopied;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a platform tells of a copied course as a launch would tell it: as its history. The
 * copy becomes known with it, often before its first launch, but only if its origin is known: most
 * courses of a platform have no badges.
 */
@ApplicationScoped
public class CopiedCourses {

  private static final int LONGEST = 4_000;

  private final Courses courses;
  private final CourseOrigins origins;
  private final RecordCourse record;

  @Inject
  public CopiedCourses(Courses courses, CourseOrigins origins, RecordCourse record) {
    this.courses = courses;
    this.origins = origins;
    this.record = record;
  }

  void onCopied(@Observes CourseCopied copied) {
    List<String> told =
        copied.origins().stream().filter(id -> !id.equals(copied.contextId())).toList();
    List<Course> known = origins.named(copied.deploymentId(), told);
    if (known.isEmpty() && courses.find(copied.deploymentId(), copied.contextId()).isEmpty()) {
      return;
    }
    Course copy = record.record(seen(copied, null)).course();
    Course locked = courses.locked(copy.id()); // another notice may speak of it at this moment
    // the last copy first, and behind each course what it was copied from itself
    Set<String> history = new LinkedHashSet<>();
    for (String id : told) {
      history.add(id);
      known.stream()
          .filter(each -> each.contextId().equals(id))
          .forEach(each -> history.addAll(CourseOrigins.ids(each.history())));
    }
    history.addAll(CourseOrigins.ids(locked.history()));
    history.remove(copied.contextId());
    record.record(seen(copied, joined(history)));
  }

  private static CourseSeen seen(CourseCopied copied, @Nullable String history) {
    return new CourseSeen(
        copied.deploymentId(),
        copied.contextId(),
        copied.title(),
        copied.label(),
        history,
        null,
        null,
        Set.of(),
        null);
  }

  /** As platforms write it, as many as there is room for. */
  private static String joined(Set<String> history) {
    List<String> kept = new ArrayList<>();
    int length = 0;
    for (String id : history) {
      length += id.length() + 1;
      if (length > LONGEST) {
        break;
      }
      kept.add(id);
    }
    return String.join(",", kept);
  }
}
