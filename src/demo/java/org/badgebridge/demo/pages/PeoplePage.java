package org.badgebridge.demo.pages;

import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Person;

/** Who is in the course. */
final class PeoplePage {

  private final Site site;
  private final Layout layout;

  PeoplePage(Site site, Layout layout) {
    this.site = site;
    this.layout = layout;
  }

  Reply show(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    Html rows =
        Html.join(
            visit.course().members().entrySet().stream()
                .map(
                    entry -> {
                      Person person = site.school().person(entry.getKey());
                      return Html.of(
                          "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"quiet\">{}</td></tr>",
                          person.name(),
                          entry.getValue().title(),
                          person.email());
                    }));
    return layout.course(
        request,
        visit,
        "People",
        Html.of(
            """
            <div class="table-wrap"><table><thead><tr><th scope="col">Name</th>
            <th scope="col">Role</th><th scope="col">E-mail</th></tr></thead>
            <tbody>{}</tbody></table></div>
            """,
            rows));
  }
}
