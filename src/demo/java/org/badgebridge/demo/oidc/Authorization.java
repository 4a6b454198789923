package org.badgebridge.demo.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Session;
import org.badgebridge.demo.school.Tool;
import org.badgebridge.demo.services.Members;
import org.jspecify.annotations.Nullable;

/** The authorization endpoint: answers the tool's request with a signed message. */
public final class Authorization {

  private final Site site;
  private final LoginInitiation logins;
  private final PendingLaunches launches;
  private final Messages messages;
  private final Members members;

  public Authorization(
      Site site,
      LoginInitiation logins,
      PendingLaunches launches,
      Messages messages,
      Members members) {
    this.site = site;
    this.logins = logins;
    this.launches = launches;
    this.messages = messages;
    this.members = members;
  }

  public Reply answer(Request request) {
    Tool tool =
        site.school()
            .tools()
            .find(needed(request, "client_id"))
            .filter(Tool::active)
            .orElseThrow(() -> new Refusal(400, "unauthorized_client: unknown client_id"));
    String redirect = needed(request, "redirect_uri");
    if (!tool.redirects().contains(redirect)) {
      throw new Refusal(400, "invalid_request: unregistered redirect_uri");
    }
    String fault = fault(request);
    if (fault != null) {
      return error(request, redirect, "invalid_request", fault);
    }
    Pending launch = logins.taken(request.either("lti_message_hint"), request.either("login_hint"));
    if (launch == null || !launch.client().equals(tool.client())) {
      return error(request, redirect, "invalid_request", "launch_no_longer_valid");
    }
    Session session = site.sessions().find(request);
    if (session == null || !session.person().id().equals(launch.personId())) {
      return error(request, redirect, "login_required", "The person is not signed in here");
    }
    return launched(request, redirect, launch);
  }

  private Reply launched(Request request, String redirect, Pending launch) {
    if (launch.activity() == null) {
      launches.expectReturn(launch);
    }
    members.saw(launch.course(), launch.personId());
    var fields = new LinkedHashMap<String, String>();
    fields.put("id_token", messages.of(launch, needed(request, "nonce")).serialize());
    fields.put("state", needed(request, "state"));
    if (!site.storageTarget().isEmpty() && site.personality() != Personality.BLACKBOARD) {
      // Blackboard leaves it out here: the tool must remember it from the login.
      fields.put("lti_storage_target", site.storageTarget());
    }
    return AutoForm.to(redirect, fields);
  }

  /** What is wrong with the request (LTI Security 1.0 §5.1.1.2), or null. */
  private static @Nullable String fault(Request request) {
    Map<String, String> wanted =
        Map.of(
            "scope", "openid",
            "response_type", "id_token",
            "response_mode", "form_post",
            "prompt", "none");
    for (var entry : wanted.entrySet()) {
      if (!entry.getValue().equals(request.either(entry.getKey()))) {
        return entry.getKey() + " must be " + entry.getValue();
      }
    }
    for (String name : new String[] {"nonce", "state", "login_hint"}) {
      if (request.either(name) == null) {
        return name + " is missing";
      }
    }
    return null;
  }

  private static Reply error(Request request, String redirect, String code, String description) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("error", code);
    fields.put("error_description", description);
    String state = request.either("state");
    if (state != null) {
      fields.put("state", state);
    }
    return AutoForm.to(redirect, fields);
  }

  private static String needed(Request request, String name) {
    String value = request.either(name);
    if (value == null) {
      throw new Refusal(400, "invalid_request: " + name + " is missing");
    }
    return value;
  }
}
