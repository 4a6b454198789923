package org.badgebridge.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Tool;

/** Both sides of the registration that exists from the start. */
final class Registrations {

  static final String INSTITUTION = "Demo University";

  private Registrations() {}

  /** The client id the campus has for Badge Bridge; the same after every start. */
  static String client(Personality as) {
    return switch (as) {
      case MOODLE -> "kBx5tQ0mZr8YdWe";
      case CANVAS -> "10000000000042";
      case BRIGHTSPACE -> "5e3d8f0c-6a7b-4c1d-9e2f-badbadbadb01";
      case BLACKBOARD -> "7c9e6679-7425-40de-944b-badbadbadb02";
    };
  }

  static List<String> deployments(Personality as) {
    return switch (as) {
      case MOODLE -> List.of("1");
      case CANVAS -> List.of("42:8865aa05b4b79b64a91a86042e43af5ea8ae79eb");
      case BRIGHTSPACE -> List.of("2a9d1f4e-0b7c-4a55-8d6e-000000000001");
      case BLACKBOARD ->
          List.of("4c3a1d52-9b0e-4f3a-a1c7-000000000001", "4c3a1d52-9b0e-4f3a-a1c7-000000000002");
    };
  }

  /** Badge Bridge at this address, as an administrator of the campus would have registered it. */
  static Tool badgeBridge(Personality as, URI base) {
    String origin = base.toString().replaceAll("/$", "");
    return new Tool(
        client(as),
        deployments(as),
        "Badge Bridge",
        origin + "/lti/login",
        List.of(origin + "/lti/launch"),
        origin + "/.well-known/jwks.json",
        origin + "/lti/launch",
        custom(as),
        Claims.scopes(as),
        true,
        true,
        true);
  }

  private static Map<String, String> custom(Personality as) {
    var custom = new LinkedHashMap<String, String>();
    custom.put("context_id_history", "$Context.id.history");
    custom.put("resource_link_id_history", "$ResourceLink.id.history");
    if (as == Personality.CANVAS) {
      custom.put("canvas_user_id", "$Canvas.user.id");
      custom.put("canvas_course_id", "$Canvas.course.id");
    }
    return custom;
  }

  /** What Badge Bridge reads from {@code lti-config/platforms}. */
  static String file(Site site, Tool tool) {
    Personality as = site.personality();
    var file = new LinkedHashMap<String, Object>();
    file.put("institution", INSTITUTION);
    file.put("product", as.product());
    file.put("issuer", site.issuer());
    file.put("client_id", tool.client());
    file.put("auth_login_url", site.url(as.authorizationPath()));
    file.put("auth_token_url", site.url(as.tokenPath()));
    String audience = as.tokenAudience();
    if (audience != null) {
      file.put("auth_audience", audience);
    }
    file.put("key_set_url", site.url(as.jwksPath()));
    file.put("deployment_ids", tool.deployments());
    file.put("enabled", true);
    return Json.pretty(file);
  }
}
