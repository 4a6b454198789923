package org.badgebridge.demo.pages;

import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Session;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;

/** Sign-in by picking a person; afterwards the person's courses. */
final class HomePage {

  private final Site site;
  private final Layout layout;

  HomePage(Site site, Layout layout) {
    this.site = site;
    this.layout = layout;
  }

  Reply show(Request request) {
    Session session = site.sessions().find(request);
    return session == null ? people(request) : courses(request, session.person());
  }

  private Reply people(Request request) {
    Html list =
        Html.join(
            site.school().people().stream()
                .map(
                    person ->
                        Html.of(
                            """
                            <li><button class="person" name="person" value="{}">
                            <span class="avatar" aria-hidden="true">{}</span>
                            <span><strong>{}</strong><span class="quiet">{}</span></span></button></li>
                            """,
                            person.id(),
                            person.initials(),
                            person.name(),
                            person.role().title())));
    return layout.page(
        request,
        "Who are you today?",
        Html.of(
            """
            <p class="lead">A make-believe university to try Badge Bridge with. Nobody needs a
            password: pick a person.</p>
            <form method="post" action="/sign-in"><ul class="grid people">{}</ul></form>
            """,
            list));
  }

  private Reply courses(Request request, Person person) {
    Html list =
        Html.join(
            site.school().courses().stream()
                .filter(course -> course.role(person) != null)
                .map(course -> card(course, person)));
    return layout.page(
        request,
        "My courses",
        Html.of(
            "{}<ul class=\"grid\">{}</ul>",
            Html.when(
                person.role() == Role.ADMINISTRATOR,
                Html.of(
                    """
                    <p class="lead">You administer this campus: see the
                    <a href="/admin/tools">tools it knows</a>, and
                    <a href="/admin/failures">break something</a>.</p>
                    """)),
            list));
  }

  private static Html card(Course course, Person person) {
    long open =
        course.activities().stream()
            .filter(activity -> !activity.completions().containsKey(person.id()))
            .filter(activity -> activity.link() == null)
            .count();
    Role role = course.role(person);
    return Html.of(
        """
        <li><a class="card course" href="/courses/{}"><span class="label">{}</span>
        <strong>{}</strong><span class="quiet">{}</span></a></li>
        """,
        course.number(),
        course.label(),
        course.title(),
        role != null && role.graded() ? open + " to do" : course.members().size() + " people");
  }

  Reply signIn(Request request) {
    Person person = site.school().person(request.form().getOrDefault("person", ""));
    return site.sessions().signIn(person, Reply.seeOther("/"));
  }

  Reply signOut(Request request) {
    return site.sessions().signOut(request, Reply.seeOther("/"));
  }
}
