package org.badgebridge.demo.pages;

import java.util.NoSuchElementException;
import org.badgebridge.demo.Failures;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.http.Routes;
import org.badgebridge.demo.http.Routes.Handler;
import org.badgebridge.demo.oidc.DynamicRegistration;
import org.badgebridge.demo.services.Notices;

/** All pages of the campus and where they are. */
public final class Pages {

  private final Site site;
  private final Layout layout;
  private final Failures failures;
  private final DynamicRegistration registration;
  private final Notices notices;

  public Pages(Site site, Failures failures, DynamicRegistration registration, Notices notices) {
    this.site = site;
    this.layout = new Layout(site);
    this.failures = failures;
    this.registration = registration;
    this.notices = notices;
  }

  public void addTo(Routes routes) {
    for (String asset : Assets.NAMES) {
      routes.get("/campus/" + asset, request -> Assets.reply(asset));
    }
    routes.get("/storage-frame", request -> Assets.storageFrame());
    home(routes);
    courses(routes);
    administration(routes);
  }

  private void home(Routes routes) {
    var home = new HomePage(site, layout);
    routes
        .get("/", shown(home::show))
        .post("/sign-in", form(home::signIn))
        .post("/sign-out", form(home::signOut));
  }

  private void courses(Routes routes) {
    var course = new CoursePage(site, layout);
    var edit = new CourseForms(site, notices);
    var activity = new ActivityPage(site, layout);
    var gradebook = new GradebookPage(site, layout);
    String at = "/courses/{course}";
    routes
        .get(at, shown(course::show))
        .get(at + "/people", shown(new PeoplePage(site, layout)::show))
        .get(at + "/add/{client}", shown(course::addDialogue))
        .post(at + "/role", form(edit::switchRole))
        .post(at + "/copy", form(edit::copy))
        .post(at + "/activities", form(edit::add))
        .get(at + "/activities/{activity}", shown(activity::show))
        .post(at + "/activities/{activity}/done", form(activity::done))
        .post(at + "/activities/{activity}/quiz", form(activity::quiz))
        .post(at + "/activities/{activity}/restrict", form(edit::restrict))
        .post(at + "/activities/{activity}/remove", form(edit::remove))
        .get(at + "/gradebook", shown(gradebook::show))
        .post(at + "/gradebook", form(gradebook::save))
        .post(at + "/gradebook/{column}/formula", form(gradebook::formula));
  }

  private void administration(Routes routes) {
    var tools = new ToolsPage(site, layout, registration);
    var switchboard = new FailuresPage(site, layout, failures);
    routes
        .get("/admin/tools", shown(tools::show))
        .get("/admin/tools/register", shown(tools::register))
        .post("/admin/tools", form(tools::add))
        .post("/admin/tools/{client}", form(tools::change))
        .get("/admin/failures", shown(switchboard::show))
        .post("/admin/failures", form(switchboard::save));
  }

  private Handler shown(Handler handler) {
    return request -> {
      synchronized (site.school()) {
        try {
          return handler.handle(request);
        } catch (NoSuchElementException | NumberFormatException e) {
          throw new Refusal(404, "That is not here any more.");
        }
      }
    };
  }

  /** A form of ours: refused when another site sends it. */
  private Handler form(Handler handler) {
    Handler shown = shown(handler);
    return request -> {
      String origin = request.header("Origin");
      if (origin != null && !origin.equals(site.base().toString())) {
        throw new Refusal(403, "This form came from another site.");
      }
      return shown.handle(request);
    };
  }

  /** A refused request as a page. */
  public Reply refused(Request request, Refusal refusal) {
    if (refusal.status() == 401) {
      return Reply.seeOther("/");
    }
    return layout.page(
        request,
        refusal.status(),
        refusal.status() == 404 ? "Not found" : "That did not work",
        Html.of(
            """
            <p class="lead">{}</p>
            <p><a class="button" href="/" target="_top">Back to my courses</a></p>
            """,
            refusal.reason()));
  }
}
