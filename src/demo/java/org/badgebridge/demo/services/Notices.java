package org.badgebridge.demo.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.IdToken;
import org.badgebridge.demo.oidc.Sessions;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Tool;

/**
 * Platform Notification Service 1.0 as Canvas has it: a handler on the tool's own domain, one
 * notice a post, and no second try.
 */
public final class Notices {

  private static final String COPY = "LtiContextCopyNotice";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Site site;
  private final Callers callers;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public Notices(Site site, Callers callers) {
    this.site = site;
    this.callers = callers;
  }

  /** The handlers of the tool that asks. */
  public Reply show(Request request) {
    Tool tool = tool(request);
    String handler = site.school().noticeHandlers().getOrDefault(tool.client(), "");
    return Reply.json(
        200,
        Map.of(
            "client_id", tool.client(),
            "deployment_id", tool.deployment(),
            "notice_handlers", List.of(Map.of("notice_type", COPY, "handler", handler))));
  }

  /** Sets a handler, or takes it away with an empty one. */
  public Reply register(Request request) {
    Tool tool = tool(request);
    callers.sends(request, "application/json");
    Map<String, Object> wish = Json.object(request.body());
    String handler = Objects.requireNonNullElse(Json.text(wish, "handler"), "");
    if (!COPY.equals(Json.text(wish, "notice_type"))) {
      throw new Refusal(400, "notice_type is not supported");
    }
    if (!handler.isEmpty() && !host(handler).equals(host(tool.target()))) {
      throw new Refusal(400, "handler is not on the tool's domain");
    }
    site.school().noticeHandler(tool.client(), handler);
    return Reply.json(200, Map.of("notice_type", COPY, "handler", handler));
  }

  private Tool tool(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_NOTICES);
    if (!tool.deployments().contains(request.path("deployment"))) {
      throw new Refusal(404, "No such deployment");
    }
    return tool;
  }

  private static String host(String address) {
    try {
      return String.valueOf(URI.create(address).getAuthority());
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "handler is no address");
    }
  }

  /** Copies a course and tells every tool that wants to know, before anybody opens the copy. */
  public Course copy(Course from, String label, String title) {
    Course copy = site.school().copy(from, label, title);
    site.school()
        .noticeHandlers()
        .forEach(
            (client, handler) ->
                site.school()
                    .tools()
                    .find(client)
                    .ifPresent(tool -> post(handler, of(tool, copy, from))));
    return copy;
  }

  /** The message. */
  public IdToken of(Tool tool, Course copy, Course from) {
    Instant now = site.now();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", site.issuer());
    claims.put("aud", tool.client());
    claims.put("azp", tool.client());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
    claims.put("nonce", Sessions.secret());
    claims.put(Claims.VERSION, "1.3.0");
    claims.put(Claims.DEPLOYMENT_ID, tool.deployment());
    claims.put(
        Claims.NOTICE, Map.of("id", Sessions.secret(), "timestamp", now.toString(), "type", COPY));
    claims.put(
        Claims.CONTEXT,
        Map.of(
            "id", copy.id(),
            "label", copy.label(),
            "title", copy.title(),
            "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering")));
    claims.put(Claims.ORIGIN_CONTEXTS, List.of(from.id()));
    return IdToken.of(claims, site.keys().current());
  }

  private void post(String handler, IdToken notice) {
    String body = Json.write(Map.of("notices", List.of(Map.of("jwt", notice.serialize()))));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(handler))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      // the tool is away, and is not told again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
