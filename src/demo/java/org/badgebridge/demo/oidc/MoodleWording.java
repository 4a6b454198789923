package org.badgebridge.demo.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where Moodle words a message otherwise than the others do, as seen on Moodle 4.5.6. */
final class MoodleWording {

  private MoodleWording() {}

  static void apply(Map<String, Object> claims, Map<String, String> toolParameters) {
    var context = part(claims, Claims.CONTEXT);
    context.put("type", List.of("CourseSection"));
    claims.put(Claims.CONTEXT, context);
    claims.put(Claims.LIS, Map.of("person_sourcedid", "", "course_section_sourcedid", ""));
    var platform = part(claims, Claims.TOOL_PLATFORM);
    platform.remove("url");
    platform.put("description", "Demo University");
    claims.put(Claims.TOOL_PLATFORM, platform);
    if (claims.containsKey(Claims.DEEP_LINKING)) {
      var presentation = part(claims, Claims.LAUNCH_PRESENTATION);
      presentation.keySet().retainAll(List.of("locale"));
      claims.put(Claims.LAUNCH_PRESENTATION, presentation);
      claims.put(Claims.CUSTOM, toolParameters);
      settings(claims);
    }
    if (claims.containsKey(Claims.NRPS)) {
      var custom = part(claims, Claims.CUSTOM);
      String members = "context_memberships_url";
      custom.put(members, Objects.requireNonNull(part(claims, Claims.NRPS).get(members)));
      claims.put(Claims.CUSTOM, custom);
    }
  }

  private static void settings(Map<String, Object> claims) {
    var settings = part(claims, Claims.DEEP_LINKING);
    for (String no :
        List.of("accept_copy_advice", "accept_unsigned", "auto_create", "can_confirm")) {
      settings.put(no, false);
    }
    settings.put("title", "Badge Bridge");
    settings.put("text", "");
    claims.put(Claims.DEEP_LINKING, settings);
  }

  @SuppressWarnings("unchecked") // what the campus itself put there
  private static Map<String, Object> part(Map<String, Object> claims, String claim) {
    return new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(claims.get(claim)));
  }
}
