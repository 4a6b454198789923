package org.badgebridge.demo;

import java.util.NoSuchElementException;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.http.Routes;
import org.badgebridge.demo.http.Routes.Handler;
import org.badgebridge.demo.oidc.Authorization;
import org.badgebridge.demo.oidc.DeepLinkingReturn;
import org.badgebridge.demo.oidc.DynamicRegistration;
import org.badgebridge.demo.oidc.LoginInitiation;
import org.badgebridge.demo.oidc.TokenEndpoint;
import org.badgebridge.demo.pages.Pages;
import org.badgebridge.demo.services.Addresses;
import org.badgebridge.demo.services.Callers;
import org.badgebridge.demo.services.LineItems;
import org.badgebridge.demo.services.Members;
import org.badgebridge.demo.services.Notices;
import org.badgebridge.demo.services.Results;
import org.badgebridge.demo.services.Scores;
import org.badgebridge.demo.services.WebServices;

/** Which address of the campus leads where; services can be broken on the way. */
record CampusRoutes(
    Site site,
    Failures failures,
    LoginInitiation logins,
    Authorization authorization,
    TokenEndpoint tokens,
    DeepLinkingReturn deepLinking,
    DynamicRegistration registration,
    Callers callers,
    Addresses addresses,
    LineItems lineItems,
    Results results,
    Scores scores,
    Members members,
    Notices notices) {

  Routes all() {
    var routes = new Routes();
    launches(routes);
    services(routes);
    pages().addTo(routes);
    return routes;
  }

  private Pages pages() {
    return new Pages(site, failures, registration, notices);
  }

  private void launches(Routes routes) {
    String authorize = site.personality().authorizationPath();
    routes
        .get("/launch/{course}/{activity}", locked(logins::activity))
        .get("/deep-link/{course}/{client}", locked(logins::deepLinking))
        .get(authorize, locked(authorization::answer))
        .post(authorize, locked(authorization::answer))
        .post("/lti/deep-linking/{course}/{launch}", deepLinking::answer)
        .get(
            site.personality().jwksPath(),
            failures.guard(Part.JWKS, request -> Reply.json(200, site.keys().published())))
        .post(site.personality().tokenPath(), failures.guard(Part.TOKEN, tokens::answer))
        .get(DynamicRegistration.CONFIGURATION_PATH, registration::configuration)
        .post("/lti/register", registration::register);
  }

  private void services(Routes routes) {
    String container = addresses.lineItemsPath();
    String item = addresses.lineItemPath();
    routes
        .get(container, service(Part.LINE_ITEMS, lineItems::list))
        .post(container, service(Part.LINE_ITEMS, lineItems::create))
        .get(item, service(Part.LINE_ITEMS, lineItems::show))
        .on("PUT", item, service(Part.LINE_ITEMS, lineItems::change))
        .on("DELETE", item, service(Part.LINE_ITEMS, lineItems::delete))
        .get(item + "/results", service(Part.RESULTS, results::list))
        .post(item + "/scores", service(Part.SCORES, scores::take))
        .get(addresses.membersPath(), service(Part.MEMBERS, members::list));
    if (site.personality().sendsNotices()) {
      String handlers = addresses.noticeHandlersPath();
      routes
          .get(handlers, service(Part.NOTICES, notices::show))
          .on("PUT", handlers, service(Part.NOTICES, notices::register));
    }
    if (site.personality() == Personality.MOODLE) {
      routes.post(
          WebServices.PATH, failures.guard(Part.WEB_SERVICES, new WebServices(site)::answer));
    }
  }

  private Handler service(Part part, Handler handler) {
    return failures.guard(part, request -> callers.serve(request, handler));
  }

  private Handler locked(Handler handler) {
    return request -> {
      synchronized (site.school()) {
        try {
          return handler.handle(request);
        } catch (NoSuchElementException e) {
          throw new Refusal(404, "That is not here any more.");
        }
      }
    };
  }

  /** How a refusal looks to whoever asked. */
  Reply refused(Request request, Refusal refusal) {
    String accept = request.header("Accept");
    return accept != null && accept.contains("text/html")
        ? pages().refused(request, refusal)
        : callers.error(request, refusal);
  }
}
