package org.badgebridge.demo.pages;

import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Session;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Role;

/** What is around every page: the bar with the campus's name and who is signed in. */
final class Layout {

  private final Site site;

  Layout(Site site) {
    this.site = site;
  }

  Reply page(Request request, String title, Html content) {
    return page(request, 200, title, content);
  }

  Reply page(Request request, int status, String title, Html content) {
    return whole(request, status, title, Html.of("<h1>{}</h1>{}", title, content));
  }

  /** A page inside a course, with the course's name and tabs above. */
  Reply course(Request request, Visit visit, String tab, Html content) {
    String base = "/courses/" + visit.course().number();
    Html tabs =
        Html.of(
            "<nav class=\"tabs\" aria-label=\"Course\">{}{}{}</nav>",
            tab(base, "Course", tab.equals("Course")),
            tab(base + "/people", "People", tab.equals("People")),
            Html.when(
                visit.role().teaches() || visit.role() == Role.ASSISTANT,
                tab(base + "/gradebook", "Gradebook", tab.equals("Gradebook"))));
    Html body =
        Html.of(
            """
            <header class="course-head"><p class="label">{}</p><h1>{}</h1></header>
            {}{}{}
            """,
            visit.course().label(),
            visit.course().title(),
            tabs,
            switched(visit),
            content);
    return whole(request, 200, visit.course().title(), body);
  }

  private static Html tab(String address, String name, boolean current) {
    return Html.of(
        "<a href=\"{}\"{}>{}</a>",
        address,
        current ? new Html(" aria-current=\"page\"") : Html.NOTHING,
        name);
  }

  private static Html switched(Visit visit) {
    return Html.when(
        visit.switched(),
        Html.of(
            """
            <form class="notice row" method="post" action="/courses/{}/role">
            <span>You are looking at this course as a student.</span>
            <button class="button quiet" name="as" value="self">Back to my own role</button></form>
            """,
            visit.course().number()));
  }

  private Reply whole(Request request, int status, String title, Html body) {
    Session session = site.sessions().find(request);
    return Reply.html(
        status,
        Html.of(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{} · Demo University</title>
            <link rel="stylesheet" href="/campus/campus.css">
            {}<script src="/campus/campus.js" defer></script></head>
            <body data-lms="{}">
            <a class="skip" href="#main">To the content</a>
            <header class="bar"><a class="home" href="/">Demo University</a>
            <span class="pill">like {}</span>{}</header>
            <main id="main">{}</main>
            {}
            </body></html>
            """,
            title,
            Html.when(
                "_parent".equals(site.storageTarget()),
                Html.of("<script src=\"/campus/storage.js\"></script>")),
            site.personality().product(),
            site.personality().title(),
            session == null ? Html.NOTHING : who(session),
            body,
            storageFrame()));
  }

  private static Html who(Session session) {
    boolean administrator = session.person().role() == Role.ADMINISTRATOR;
    return Html.of(
        """
        <nav class="who" aria-label="You">{}<span class="avatar" aria-hidden="true">{}</span>
        <span class="name">{}</span>
        <form method="post" action="/sign-out"><button class="button quiet">Sign out</button></form>
        </nav>
        """,
        Html.when(
            administrator,
            Html.of("<a href=\"/admin/tools\">Tools</a><a href=\"/admin/failures\">Failures</a>")),
        session.person().initials(),
        session.person().name());
  }

  private Html storageFrame() {
    String target = site.storageTarget();
    return Html.when(
        !target.isEmpty() && !target.equals("_parent"),
        Html.of(
            "<iframe name=\"{}\" src=\"/storage-frame\" title=\"Storage\" hidden></iframe>",
            target));
  }
}
