package org.badgebridge.demo.pages;

import java.util.Map;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Grade;

/** One activity: a page to mark as done, a quiz, an assignment, or a tool in a frame. */
final class ActivityPage {

  private final Site site;
  private final Layout layout;

  ActivityPage(Site site, Layout layout) {
    this.site = site;
    this.layout = layout;
  }

  Reply show(Request request) {
    Visit visit = visit(request);
    Activity activity = activity(request, visit);
    return layout.course(
        request,
        visit,
        "",
        Html.of(
            """
            <p class="crumb"><a href="/courses/{}">← {}</a></p><h2>{}</h2>{}
            """,
            visit.course().number(),
            visit.course().title(),
            activity.title(),
            content(visit, activity)));
  }

  private Html content(Visit visit, Activity activity) {
    return switch (activity.kind()) {
      case PAGE -> page(visit, activity, "Mark as done");
      case ASSIGNMENT -> page(visit, activity, "Hand in");
      case QUIZ -> quizForm(visit, activity);
      case TOOL ->
          Html.of(
              """
              <iframe class="tool" name="tool" title="{}" src="/launch/{}/{}" allowfullscreen></iframe>
              """,
              activity.title(),
              visit.course().number(),
              activity.number());
    };
  }

  private static Html page(Visit visit, Activity activity, String verb) {
    boolean done = activity.completions().containsKey(visit.person().id());
    Html work =
        Html.when(
            activity.kind() == Activity.Kind.ASSIGNMENT && !done,
            Html.of(
                "<label class=\"field\">Your text <textarea name=\"text\" rows=\"8\"></textarea></label>"));
    return Html.of(
        """
        <p class="text">{}</p>{}<form method="post" action="{}/done">{}
        <button class="button {}" name="done" value="{}">{}</button></form>
        """,
        activity.text(),
        grade(visit, activity),
        address(visit, activity),
        work,
        done ? "" : "primary",
        done ? "no" : "yes",
        done ? "Done ✓  Take it back" : verb);
  }

  private static Html quizForm(Visit visit, Activity activity) {
    return Html.of(
        """
        <p class="text">{}</p>{}<form method="post" action="{}/quiz">{}
        <button class="button primary">Send my answers</button></form>
        """,
        activity.text(),
        grade(visit, activity),
        address(visit, activity),
        Quiz.of(activity).html());
  }

  private static Html grade(Visit visit, Activity activity) {
    Column column = visit.course().columnOf(activity).orElse(null);
    Grade grade = column == null ? null : visit.course().grade(column, visit.person().id());
    return column == null || grade == null || grade.value() == null
        ? Html.NOTHING
        : Html.of(
            "<p class=\"notice good\">Your score: {} of {}</p>",
            Numbers.plain(grade.value()),
            Numbers.plain(column.maximum()));
  }

  Reply done(Request request) {
    Visit visit = visit(request);
    Activity activity = activity(request, visit);
    if ("no".equals(request.form().get("done"))) {
      site.school().takeBack(activity, visit.person());
    } else {
      site.school().complete(activity, visit.person());
    }
    return Reply.seeOther(address(visit, activity));
  }

  Reply quiz(Request request) {
    Visit visit = visit(request);
    Activity activity = activity(request, visit);
    Map<String, String> answers = request.form();
    Column column = visit.course().columnOf(activity).orElseThrow();
    double points = Quiz.of(activity).share(answers) * column.maximum();
    site.school().complete(activity, visit.person());
    if (visit.role().graded()) {
      site.school().gradebook().report(column, visit.person().id(), points, "", site.now());
    }
    return Reply.seeOther(address(visit, activity));
  }

  private Visit visit(Request request) {
    return site.sessions().visit(request, Integer.parseInt(request.path("course")));
  }

  private static Activity activity(Request request, Visit visit) {
    Activity activity = visit.course().activity(Integer.parseInt(request.path("activity")));
    if (visit.heldBack() && !visit.course().open(activity, visit.person().id())) {
      throw new Refusal(403, "This activity is not available to you yet.");
    }
    return activity;
  }

  private static String address(Visit visit, Activity activity) {
    return "/courses/" + visit.course().number() + "/activities/" + activity.number();
  }
}
