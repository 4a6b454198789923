package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What went wrong, as all APIs of 1EdTech say it ({@code Imsx_StatusInfo}). */
enum StatusInfo {
  UNAUTHORIZED(401, "unauthorizedrequest"),
  FORBIDDEN(403, "forbidden"),
  INVALID_QUERY(400, "invalid_query_parameter"),
  NOT_ALLOWED(405, "not_allowed"),
  TOO_MANY(429, "server_busy");

  private final int status;
  private final String minor;

  StatusInfo(int status, String minor) {
    this.status = status;
    this.minor = minor;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /**
   * The body.
   *
   * @param description what to do, for the developer of the host
   */
  String body(String description) {
    ObjectNode info =
        JsonNodeFactory.instance
            .objectNode()
            .put("imsx_codeMajor", "failure")
            .put("imsx_severity", "error")
            .put("imsx_description", description);
    info.putObject("imsx_codeMinor")
        .putArray("imsx_codeMinorField")
        .addObject()
        .put("imsx_codeMinorFieldName", "TargetEndSystem")
        .put("imsx_codeMinorFieldValue", minor);
    return info.toString();
  }
}
