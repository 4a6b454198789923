package org.badgebridge.demo.services;

import java.util.Map;
import java.util.NoSuchElementException;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.http.Routes;
import org.badgebridge.demo.oidc.AccessTokens;
import org.badgebridge.demo.oidc.AccessTokens.Access;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** What all services check first: the token and its scope, the media type, the course. */
public final class Callers {

  private final Site site;
  private final AccessTokens tokens;

  public Callers(Site site, AccessTokens tokens) {
    this.site = site;
    this.tokens = tokens;
  }

  /** The tool that calls, if its token carries one of the scopes. */
  Tool caller(Request request, String... scopes) {
    String header = request.header("Authorization");
    Access access =
        header == null || !header.startsWith("Bearer ") ? null : tokens.find(header.substring(7));
    if (access == null) {
      throw new Refusal(401, "A valid bearer token is needed");
    }
    for (String scope : scopes) {
      if (access.scopes().contains(scope)) {
        return site.school().tools().get(access.client());
      }
    }
    // Moodle answers 401 here too.
    throw new Refusal(
        site.personality() == Personality.MOODLE ? 401 : 403, "The token lacks the scope");
  }

  /** Moodle takes the exact type or none at all; the others a wildcard too. */
  void accepts(Request request, String type) {
    String accept = request.header("Accept");
    if (accept == null) {
      return;
    }
    boolean exact = accept.contains(type);
    if (site.personality() == Personality.MOODLE ? !exact : !exact && !accept.contains("*/*")) {
      throw new Refusal(
          site.personality() == Personality.MOODLE ? 400 : 406, "No handler found for " + accept);
    }
  }

  void sends(Request request, String type) {
    String sent = request.header("Content-Type");
    if (sent == null || !sent.startsWith(type)) {
      throw new Refusal(
          site.personality() == Personality.MOODLE ? 400 : 415, "No handler found for " + sent);
    }
  }

  Course course(Request request) {
    return site.school()
        .findCourse(number(request.path("course")))
        .orElseThrow(() -> new Refusal(404, "Not Found: no such course"));
  }

  /** The tool's own line item; Canvas tells a foreign one apart with 412. */
  Column column(Request request, Course course, Tool tool) {
    Column column =
        course
            .column(number(request.path("item")))
            .orElseThrow(() -> new Refusal(404, "Line item does not exist"));
    if (!tool.client().equals(column.client())) {
      throw new Refusal(
          site.personality() == Personality.CANVAS ? 412 : 404, "Line item does not exist");
    }
    return column;
  }

  static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(404, "Not Found: " + text);
    }
  }

  /** How each LMS words an error. */
  public Reply error(Request request, Refusal refusal) {
    String why = refusal.reason();
    return switch (site.personality()) {
      case MOODLE ->
          Reply.json(
              refusal.status(),
              Map.of(
                  "status", refusal.status(),
                  "reason", why,
                  "request", Map.of("method", request.method(), "url", request.uri().getPath())));
      case CANVAS ->
          Reply.json(
              refusal.status(),
              Map.of("errors", Map.of("type", "unprocessable_entity", "message", why)));
      case BRIGHTSPACE, BLACKBOARD ->
          Reply.json(refusal.status(), Map.of("status", refusal.status(), "message", why));
    };
  }

  /** The handler of a service: holds the school's lock, and words refusals for tools. */
  public Reply serve(Request request, Routes.Handler handler) {
    try {
      synchronized (site.school()) {
        return handler.handle(request);
      }
    } catch (Refusal refusal) {
      return error(request, refusal);
    } catch (NoSuchElementException e) {
      return error(request, new Refusal(404, "Not Found"));
    }
  }
}
