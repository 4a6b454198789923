package org.badgebridge.demo.pages;

import java.util.Map;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.services.Notices;
import org.jspecify.annotations.Nullable;

/** What a lecturer does to a course. */
final class CourseForms {

  private final Site site;
  private final Notices notices;

  CourseForms(Site site, Notices notices) {
    this.site = site;
    this.notices = notices;
  }

  Reply switchRole(Request request) {
    Visit visit = visit(request);
    boolean student = "student".equals(request.form().get("as"));
    site.sessions().switchRole(request, visit.course().number(), student);
    return back(visit.course());
  }

  Reply copy(Request request) {
    Course course = taught(request);
    return back(notices.copy(course, course.label() + "-27", course.title() + " (next year)"));
  }

  Reply add(Request request) {
    Course course = taught(request);
    Map<String, String> form = request.form();
    Activity.Kind kind = Activity.Kind.valueOf(form.getOrDefault("kind", "PAGE"));
    String title = form.getOrDefault("title", "").strip();
    if (title.isEmpty() || kind == Activity.Kind.TOOL) {
      throw new Refusal(400, "An activity needs a title.");
    }
    site.school().add(course, kind, title, form.getOrDefault("text", ""));
    return back(course);
  }

  Reply restrict(Request request) {
    Course course = taught(request);
    Activity activity = activity(request, course);
    site.school().restrict(course, activity, restriction(course, request.form()));
    site.school().hide(course, activity, "yes".equals(request.form().get("hidden")));
    return back(course);
  }

  private static @Nullable Restriction restriction(Course course, Map<String, String> form) {
    String other = form.getOrDefault("other", "");
    if (other.isEmpty()) {
      return null;
    }
    Activity first = course.activity(Integer.parseInt(other));
    return "scored".equals(form.get("how"))
        ? Restriction.scored(first, Integer.parseInt(form.getOrDefault("percent", "60")))
        : Restriction.completed(first);
  }

  Reply remove(Request request) {
    Course course = taught(request);
    Activity activity = activity(request, course);
    boolean needed =
        course.activities().stream()
            .anyMatch(
                other ->
                    other.restriction() != null
                        && other.restriction().activity() == activity.number());
    if (needed) {
      throw new Refusal(409, "Another activity opens after this one; change that first.");
    }
    site.school().remove(course, activity);
    return back(course);
  }

  private Visit visit(Request request) {
    return site.sessions().visit(request, Integer.parseInt(request.path("course")));
  }

  private Course taught(Request request) {
    Visit visit = visit(request);
    if (!visit.role().teaches()) {
      throw new Refusal(403, "Only lecturers change a course.");
    }
    return visit.course();
  }

  private static Activity activity(Request request, Course course) {
    return course.activity(Integer.parseInt(request.path("activity")));
  }

  private static Reply back(Course course) {
    return Reply.seeOther("/courses/" + course.number());
  }
}
