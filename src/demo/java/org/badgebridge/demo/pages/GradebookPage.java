package org.badgebridge.demo.pages;

import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Grade;
import org.jspecify.annotations.Nullable;

/** The lecturer's gradebook: every column, with fields to type grades into. */
final class GradebookPage {

  private final Site site;
  private final Layout layout;

  GradebookPage(Site site, Layout layout) {
    this.site = site;
    this.layout = layout;
  }

  Reply show(Request request) {
    Visit visit = visit(request);
    Course course = visit.course();
    Html heads =
        Html.join(
            course.columns().stream()
                .map(
                    column ->
                        Html.of(
                            "<th scope=\"col\">{}<span class=\"quiet\">of {}{}</span></th>",
                            column.label(),
                            Numbers.plain(column.maximum()),
                            column.client() == null ? "" : " · from a tool")));
    Html rows =
        Html.join(
            course.graded().stream()
                .map(
                    id ->
                        Html.of(
                            "<tr><th scope=\"row\">{}</th>{}</tr>",
                            site.school().person(id).name(),
                            Html.join(
                                course.columns().stream()
                                    .map(column -> cell(course, column, id))))));
    return layout.course(
        request,
        visit,
        "Gradebook",
        Html.of(
            """
            <form method="post" action="/courses/{}/gradebook"><div class="table-wrap">
            <table class="grades"><thead><tr><th scope="col">Learner</th>{}</tr></thead>
            <tbody>{}</tbody></table></div>
            <p><button class="button primary">Save grades</button> <span class="quiet">A grade typed
            here stays on top of what a tool reports (marked ✎); empty the field to let go.</span></p>
            </form>{}
            """,
            course.number(),
            heads,
            rows,
            Html.join(
                course.columns().stream()
                    .filter(column -> column.activity() == null)
                    .map(column -> formulaForm(course, column)))));
  }

  private Html cell(Course course, Column column, String id) {
    Grade grade = course.grade(column, id);
    return Html.of(
        """
        <td><input name="g-{}-{}" value="{}" inputmode="decimal" aria-label="{}, {}">{}</td>
        """,
        column.number(),
        id,
        shown(grade),
        column.label(),
        site.school().person(id).name(),
        grade != null && grade.overridden() ? "✎" : "");
  }

  private static String shown(@Nullable Grade grade) {
    return grade == null || grade.value() == null ? "" : Numbers.plain(grade.value());
  }

  private static Html formulaForm(Course course, Column column) {
    Html sources =
        Html.join(
            course.columns().stream()
                .filter(other -> other.number() != column.number())
                .map(
                    other ->
                        Html.of(
                            "<option value=\"{}\"{}>= {}</option>",
                            other.number(),
                            Integer.valueOf(other.number()).equals(column.source())
                                ? new Html(" selected")
                                : Html.NOTHING,
                            other.label())));
    return Html.of(
        """
        <form class="row" method="post" action="/courses/{}/gradebook/{}/formula">
        <label>Formula of “{}” <select name="source"><option value="">none</option>{}</select></label>
        <button class="button">Save formula</button></form>
        """,
        course.number(),
        column.number(),
        column.label(),
        sources);
  }

  Reply save(Request request) {
    Course course = visit(request).course();
    Map<String, String> form = request.form();
    for (Column column : List.copyOf(course.columns())) {
      for (String id : course.graded()) {
        String typed = form.get("g-" + column.number() + "-" + id);
        if (typed != null && !typed.strip().equals(shown(course.grade(column, id)))) {
          site.school().gradebook().type(column, id, number(typed.strip()));
        }
      }
    }
    return back(course);
  }

  private static @Nullable Double number(String typed) {
    try {
      return typed.isEmpty() ? null : Double.valueOf(typed.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new Refusal(400, "“" + typed + "” is not a grade.");
    }
  }

  Reply formula(Request request) {
    Course course = visit(request).course();
    Column column = course.column(Integer.parseInt(request.path("column"))).orElseThrow();
    String source = request.form().getOrDefault("source", "");
    try {
      site.school()
          .gradebook()
          .calculate(
              course,
              column,
              source.isEmpty() ? null : course.column(Integer.parseInt(source)).orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "These columns cannot be calculated from each other.");
    }
    return back(course);
  }

  private Visit visit(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    if (!visit.role().teaches()) {
      throw new Refusal(403, "Only lecturers see the gradebook.");
    }
    return visit;
  }

  private static Reply back(Course course) {
    return Reply.seeOther("/courses/" + course.number() + "/gradebook");
  }
}
