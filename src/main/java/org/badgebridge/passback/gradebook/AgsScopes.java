package org.badgebridge.passback.gradebook;

import java.util.Set;

/** The scopes of AGS 2.0 §3.1. */
public final class AgsScopes {

  public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
  public static final String LINE_ITEM_READ_ONLY =
      "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
  public static final String RESULT_READ_ONLY =
      "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
  public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

  private AgsScopes() {}

  /** The scope that reads line items: the smaller one unless only the larger is granted. */
  static String reading(Set<String> granted) {
    return !granted.contains(LINE_ITEM_READ_ONLY) && granted.contains(LINE_ITEM)
        ? LINE_ITEM
        : LINE_ITEM_READ_ONLY;
  }
}
