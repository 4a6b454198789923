package org.badgebridge.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;

/**
 * Badge Bridge as a platform must know it: the one source of what we register ourselves as, of the
 * value sheets on the pages, and of the files in {@code lti-config}.
 *
 * @param origin where we are, e.g. {@code https://badges.example.org}
 * @param domain its host and, if not the usual one, port
 */
record Tool(String origin, String domain) {

  static final String NAME = "Badge Bridge";
  static final String DESCRIPTION =
      "Open badges in the course page, awarded for what learners complete";
  static final String DESCRIPTION_NL =
      "Open badges op de cursuspagina, uitgereikt voor wat studenten afronden";

  /** What our calls need; a platform may grant less. */
  static final List<String> SCOPES =
      List.of(
          "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
          "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
          "https://purl.imsglobal.org/spec/lti-ags/scope/score",
          "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");

  /** The same for Canvas, which tells of copied courses if we may ask it to. */
  static List<String> canvasScopes() {
    List<String> scopes = new ArrayList<>(SCOPES);
    scopes.add("https://purl.imsglobal.org/spec/lti/scope/noticehandlers");
    return scopes;
  }

  /** What we want to know of a user; all but {@code sub} may be withheld. */
  static final List<String> CLAIMS =
      List.of("iss", "sub", "name", "given_name", "family_name", "email");

  static Tool at(PublicOrigin publicOrigin) {
    return new Tool(publicOrigin.origin(), publicOrigin.authority());
  }

  /**
   * Substitution variables (LTI Core 1.3 appendix C). The names are our own: platforms let a tool's
   * parameter win over one of the same name that a deep link set.
   */
  static Map<String, String> customParameters() {
    Map<String, String> custom = new LinkedHashMap<>();
    custom.put("context_id_history", "$Context.id.history");
    custom.put("resource_link_id_history", "$ResourceLink.id.history");
    return custom;
  }

  /** The same for Canvas, with its own numbers of user and course: its events name nobody else. */
  static Map<String, String> canvasParameters() {
    Map<String, String> custom = customParameters();
    custom.put("canvas_user_id", "$Canvas.user.id");
    custom.put("canvas_course_id", "$Canvas.course.id");
    return custom;
  }

  String loginUrl() {
    return origin + "/lti/login";
  }

  String launchUrl() {
    return origin + "/lti/launch";
  }

  String keySetUrl() {
    return origin + "/.well-known/jwks.json";
  }

  /** The address a platform opens to register itself; the code stands in place of the dots. */
  String registrationUrl(String code) {
    return origin + "/lti/register?invitation=" + code;
  }
}
