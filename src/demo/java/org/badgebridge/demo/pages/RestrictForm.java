package org.badgebridge.demo.pages;

import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Restriction;

/** The lecturer's form that says when an activity opens. */
final class RestrictForm {

  private RestrictForm() {}

  static Html of(Course course, Activity activity, boolean unfolded) {
    Restriction now = activity.restriction();
    Html others =
        Html.join(
            course.activities().stream()
                .filter(other -> other.number() != activity.number() && other.link() == null)
                .map(
                    other ->
                        Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            other.number(),
                            selected(now != null && now.activity() == other.number()),
                            other.title())));
    return Html.of(
        """
        <details class="restrict"{}><summary>Restrict access</summary>
        <form class="fields" method="post" action="/courses/{}/activities/{}/restrict">
        <label>Opens after <select name="other"><option value="">nothing: always open</option>{}
        </select></label>
        <label>which must be <select name="how"><option value="completed">completed</option>
        <option value="scored"{}>scored at least</option></select></label>
        <label>per cent <input name="percent" type="number" min="0" max="100" value="{}"></label>
        <label class="check"><input type="checkbox" name="hidden" value="yes"{}> hidden</label>
        <button class="button">Save</button></form>
        <form method="post" action="/courses/{}/activities/{}/remove">
        <button class="button quiet">Remove this activity</button></form></details>
        """,
        unfolded ? new Html(" open") : Html.NOTHING,
        course.number(),
        activity.number(),
        others,
        selected(now != null && now.percent() != null),
        now == null || now.percent() == null ? "60" : now.percent().toString(),
        activity.hidden() ? new Html(" checked") : Html.NOTHING,
        course.number(),
        activity.number());
  }

  private static Html selected(boolean yes) {
    return yes ? new Html(" selected") : Html.NOTHING;
  }
}
