package org.badgebridge.demo.oidc;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.badgebridge.demo.Personality;

/** The wire names of LTI claims, scopes and roles. */
public final class Claims {

  private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
  private static final String AGS_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";

  public static final String MESSAGE_TYPE = CLAIM + "message_type";
  public static final String VERSION = CLAIM + "version";
  public static final String DEPLOYMENT_ID = CLAIM + "deployment_id";
  public static final String TARGET_LINK_URI = CLAIM + "target_link_uri";
  public static final String RESOURCE_LINK = CLAIM + "resource_link";
  public static final String ROLES = CLAIM + "roles";
  public static final String CONTEXT = CLAIM + "context";
  public static final String TOOL_PLATFORM = CLAIM + "tool_platform";
  public static final String LAUNCH_PRESENTATION = CLAIM + "launch_presentation";
  public static final String LIS = CLAIM + "lis";
  public static final String CUSTOM = CLAIM + "custom";
  public static final String EXT = CLAIM + "ext";
  public static final String NOTICE_SERVICE = CLAIM + "platformnotificationservice";
  public static final String NOTICE = CLAIM + "notice";
  public static final String ORIGIN_CONTEXTS = CLAIM + "origin_contexts";
  public static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
  public static final String NRPS =
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
  public static final String DEEP_LINKING =
      "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
  public static final String CONTENT_ITEMS =
      "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
  public static final String DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";

  public static final String SCOPE_LINE_ITEM = AGS_SCOPE + "lineitem";
  public static final String SCOPE_LINE_ITEM_READ = AGS_SCOPE + "lineitem.readonly";
  public static final String SCOPE_RESULT = AGS_SCOPE + "result.readonly";
  public static final String SCOPE_SCORE = AGS_SCOPE + "score";
  public static final String SCOPE_MEMBERS =
      "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

  public static final String SCOPE_NOTICES =
      "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

  /** Everything a tool can be allowed at every campus. */
  public static final Set<String> SCOPES =
      Set.of(SCOPE_LINE_ITEM, SCOPE_LINE_ITEM_READ, SCOPE_RESULT, SCOPE_SCORE, SCOPE_MEMBERS);

  /** Everything a tool can be allowed at a campus like this. */
  public static Set<String> scopes(Personality as) {
    var all = new TreeSet<>(SCOPES);
    if (as.sendsNotices()) {
      all.add(SCOPE_NOTICES);
    }
    return all;
  }

  /** The scopes of Assignment and Grade Services among the given ones, sorted. */
  static List<String> grading(Set<String> scopes) {
    return scopes.stream().filter(scope -> scope.startsWith(AGS_SCOPE)).sorted().toList();
  }

  private Claims() {}
}
