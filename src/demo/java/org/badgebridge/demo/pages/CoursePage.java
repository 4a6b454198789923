package org.badgebridge.demo.pages;

import java.util.Map;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** The course: what there is to do, and for the lecturer the means to change it. */
final class CoursePage {

  private static final Map<Activity.Kind, String> SIGNS =
      Map.of(
          Activity.Kind.PAGE, "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
          Activity.Kind.QUIZ,
              "M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17.5v.5M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
          Activity.Kind.ASSIGNMENT, "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
          Activity.Kind.TOOL, "M12 3l7 3v6c0 4-3 7-7 9c-4-2-7-5-7-9V6zM9 12l2 2l4-4");

  private final Site site;
  private final Layout layout;

  CoursePage(Site site, Layout layout) {
    this.site = site;
    this.layout = layout;
  }

  Reply show(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    Course course = visit.course();
    String added = request.query("added");
    Html rows =
        Html.join(
            course.activities().stream()
                .filter(activity -> visit.role().teaches() || !activity.hidden())
                .map(activity -> row(visit, activity, added)));
    return layout.course(
        request,
        visit,
        "Course",
        Html.of(
            "{}<ol class=\"activities\">{}</ol>{}",
            Html.when(
                added != null,
                Html.of(
                    """
                    <p class="notice good">Added to the course. Now say under “Restrict access” what
                    a learner must have done before it opens.</p>
                    """)),
            rows,
            Html.when(visit.role().teaches(), lecturersMeans(course))));
  }

  private Html row(Visit visit, Activity activity, @Nullable String added) {
    Course course = visit.course();
    boolean open = !visit.heldBack() || course.open(activity, visit.person().id());
    String address = "/courses/" + course.number() + "/activities/" + activity.number();
    Html name =
        open
            ? Html.of("<a class=\"title\" href=\"{}\">{}</a>", address, activity.title())
            : Html.of("<span class=\"title\">{}</span>", activity.title());
    return Html.of(
        """
        <li class="{}"><svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>
        <div class="what">{}<span class="quiet">{}</span>{}</div>{}{}</li>
        """,
        open ? "activity" : "activity locked",
        SIGNS.getOrDefault(activity.kind(), ""),
        name,
        activity.kind().title(),
        restriction(course, activity),
        mark(visit, activity, open),
        Html.when(
            visit.role().teaches(),
            RestrictForm.of(course, activity, Integer.toString(activity.number()).equals(added))));
  }

  private static Html restriction(Course course, Activity activity) {
    Restriction restriction = activity.restriction();
    if (restriction == null) {
      return Html.when(activity.hidden(), Html.of("<span class=\"quiet\">Hidden</span>"));
    }
    String other = course.activity(restriction.activity()).title();
    return Html.of(
        "<span class=\"quiet\">Opens when “{}” {}{}</span>",
        other,
        restriction.percent() == null
            ? "is completed"
            : "is scored " + restriction.percent() + " % or more",
        activity.hidden() ? " · Hidden" : "");
  }

  private static Html mark(Visit visit, Activity activity, boolean open) {
    if (!visit.heldBack()) {
      return Html.of("<span class=\"pill\">{} done</span>", activity.completions().size());
    }
    if (activity.completions().containsKey(visit.person().id())) {
      return Html.of("<span class=\"pill good\">Done</span>");
    }
    return open
        ? Html.when(activity.link() == null, Html.of("<span class=\"pill\">To do</span>"))
        : Html.of("<span class=\"pill\">Locked</span>");
  }

  private Html lecturersMeans(Course course) {
    Html tools =
        Html.join(
            site.school().tools().all().stream()
                .filter(Tool::active)
                .map(
                    tool ->
                        Html.of(
                            "<a class=\"button primary\" href=\"/courses/{}/add/{}\">Add a badge{}</a>",
                            course.number(),
                            tool.client(),
                            site.school().tools().all().stream().filter(Tool::active).count() > 1
                                ? " (" + tool.name() + ")"
                                : "")));
    return Html.of(
        """
        <div class="row means">{}
        <form method="post" action="/courses/{}/role">
        <button class="button" name="as" value="student">Look at it as a student</button></form>
        <form method="post" action="/courses/{}/copy">
        <button class="button">Copy for next year</button></form></div>
        <details class="means"><summary>Add a page, quiz or assignment</summary>
        <form class="fields" method="post" action="/courses/{}/activities">
        <label>Kind <select name="kind"><option value="PAGE">Page</option>
        <option value="QUIZ">Quiz</option><option value="ASSIGNMENT">Assignment</option></select>
        </label><label>Title <input name="title" required></label>
        <label>Text <input name="text"></label><button class="button">Add</button></form></details>
        """,
        tools,
        course.number(),
        course.number(),
        course.number());
  }

  /** The dialogue in which a lecturer picks something of a tool. */
  Reply addDialogue(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    if (!visit.role().teaches()) {
      throw new Refusal(403, "Only lecturers add activities.");
    }
    Tool tool = site.school().tools().get(request.path("client"));
    return layout.course(
        request,
        visit,
        "Course",
        Html.of(
            """
            <section class="dialogue" aria-label="Add a badge"><div class="row">
            <h2>Add a badge</h2><a class="button quiet" href="/courses/{}">Cancel</a></div>
            <iframe class="tool" name="tool" title="{}" src="/deep-link/{}/{}"></iframe></section>
            """,
            visit.course().number(),
            tool.name(),
            visit.course().number(),
            tool.client()));
  }
}
