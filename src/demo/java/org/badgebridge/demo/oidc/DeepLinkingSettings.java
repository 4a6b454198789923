package org.badgebridge.demo.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;

/** What each LMS takes back from deep linking. */
final class DeepLinkingSettings {

  private DeepLinkingSettings() {}

  static Map<String, Object> of(Site site, Pending launch) {
    Personality as = site.personality();
    var settings = new LinkedHashMap<String, Object>();
    settings.put(
        "deep_link_return_url",
        site.url("/lti/deep-linking/" + launch.course() + "/" + launch.id()));
    settings.put(
        "accept_types",
        switch (as) {
          case MOODLE, CANVAS -> List.of("ltiResourceLink");
          case BRIGHTSPACE -> List.of("ltiResourceLink", "link", "html", "file", "image");
          case BLACKBOARD -> List.of("ltiResourceLink", "link", "html");
        });
    settings.put(
        "accept_presentation_document_targets",
        as == Personality.MOODLE
            ? List.of("frame", "iframe", "window")
            : List.of("iframe", "window"));
    settings.put("accept_multiple", as != Personality.CANVAS);
    if (as != Personality.MOODLE) {
      settings.put("data", data(launch));
      settings.put("accept_lineitem", true);
      settings.put("auto_create", as != Personality.CANVAS);
    }
    return settings;
  }

  /** The value that must come back unchanged. */
  static String data(Pending launch) {
    return "dl:" + launch.course() + ":" + launch.id();
  }
}
