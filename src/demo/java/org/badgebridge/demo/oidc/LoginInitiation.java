package org.badgebridge.demo.oidc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** Begins a launch: sends the browser in the frame to the tool's login address. */
public final class LoginInitiation {

  private final Site site;
  private final PendingLaunches launches;

  public LoginInitiation(Site site, PendingLaunches launches) {
    this.site = site;
    this.launches = launches;
  }

  /** Opens an activity; those who may not open it are refused, as the LMS itself would. */
  public Reply activity(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    Activity activity = visit.course().activity(Integer.parseInt(request.path("activity")));
    if (visit.heldBack() && !visit.course().open(activity, visit.person().id())) {
      throw new Refusal(403, "This activity is not available to you yet.");
    }
    return begin(visit, activity, site.school().tools().get(activity.toolLink().client()));
  }

  /** Opens the dialogue in which a lecturer picks something of the tool. */
  public Reply deepLinking(Request request) {
    Visit visit = site.sessions().visit(request, Integer.parseInt(request.path("course")));
    if (!visit.role().teaches()) {
      throw new Refusal(403, "Only lecturers add activities.");
    }
    return begin(visit, null, site.school().tools().get(request.path("client")));
  }

  private Reply begin(Visit visit, @Nullable Activity activity, Tool tool) {
    if (!tool.active()) {
      throw new Refusal(403, "An administrator has not activated this tool.");
    }
    var launch =
        new Pending(
            Sessions.secret(),
            tool.client(),
            visit.person().id(),
            visit.course().number(),
            visit.role(),
            visit.switched(),
            activity == null ? null : activity.number());
    launches.begin(launch);
    Map<String, String> parameters = parameters(launch, tool, activity);
    return switch (site.personality()) {
      case MOODLE, CANVAS -> AutoForm.to(tool.login(), parameters);
      case BRIGHTSPACE, BLACKBOARD -> Reply.redirect(tool.login() + "?" + query(parameters));
    };
  }

  private Map<String, String> parameters(Pending launch, Tool tool, @Nullable Activity activity) {
    String url = activity == null ? "" : activity.toolLink().url();
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("iss", site.issuer());
    parameters.put("target_link_uri", url.isEmpty() ? tool.target() : url);
    parameters.put("login_hint", loginHint(launch));
    parameters.put("lti_message_hint", messageHint(launch));
    parameters.put("client_id", tool.client());
    parameters.put("lti_deployment_id", tool.deployment());
    if (site.personality() == Personality.CANVAS) {
      parameters.put("deployment_id", tool.deployment());
      parameters.put("canvas_region", "us-east-1");
      parameters.put("canvas_environment", "prod");
    }
    if (!site.storageTarget().isEmpty()) {
      parameters.put("lti_storage_target", site.storageTarget());
    }
    return parameters;
  }

  private String loginHint(Pending launch) {
    return site.personality() == Personality.MOODLE ? launch.personId() : "u-" + launch.id();
  }

  private String messageHint(Pending launch) {
    if (site.personality() != Personality.MOODLE) {
      return launch.id();
    }
    var hint = new LinkedHashMap<String, Object>();
    if (launch.activity() != null) {
      hint.put("cmid", launch.activity());
    }
    hint.put("launchid", launch.id());
    return Json.write(hint);
  }

  /** The launch of a message hint, taken for good; null when there is none. */
  @Nullable Pending taken(@Nullable String messageHint, @Nullable String loginHint) {
    if (messageHint == null) {
      return null;
    }
    String id = messageHint;
    if (site.personality() == Personality.MOODLE) {
      id = messageHint.startsWith("{") ? Json.text(Json.object(messageHint), "launchid") : null;
    }
    Pending launch = id == null ? null : launches.take(id);
    return launch != null && loginHint(launch).equals(loginHint) ? launch : null;
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
