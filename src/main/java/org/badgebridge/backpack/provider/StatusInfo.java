package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * What went wrong, as all APIs of 1EdTech say it: {@code Imsx_StatusInfo} (Open Badges 3.0
 * §E.2.1.44 and, for the names and their HTTP statuses, §E.2.1.49 {@code Imsx_CodeMinorFieldValue};
 * published as {@code
 * https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_imsx_statusinfo_schema.json}). Those
 * of its thirteen names that say a failure of reading are here.
 */
enum StatusInfo {
  INVALID_QUERY(400, "invalid_query_parameter"),
  UNAUTHORIZED(401, "unauthorizedrequest"),
  FORBIDDEN(403, "forbidden"),
  NOT_FOUND(404, "not_found"),
  NOT_ALLOWED(405, "not_allowed"),
  NOT_ACCEPTABLE(406, "not_acceptable"),
  TOO_MANY(429, "server_busy"),
  INTERNAL(500, "internal_server_error"),
  UNKNOWN(0, "unknown");

  /** "a HTTP code corresponding to the error": whatever it is. */
  private final int status;

  private final String minor;

  StatusInfo(int status, String minor) {
    this.status = status;
    this.minor = minor;
  }

  /** The one that belongs to an HTTP status. */
  static StatusInfo of(int status) {
    return Stream.of(values())
        .filter(each -> each.status == status)
        .findFirst()
        .orElse(status > 500 ? INTERNAL : UNKNOWN);
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
            .put("imsx_severity", this == NOT_FOUND ? "status" : "error")
            .put("imsx_description", description);
    info.putObject("imsx_codeMinor")
        .putArray("imsx_codeMinorField")
        .addObject()
        .put("imsx_codeMinorFieldName", "TargetEndSystem")
        .put("imsx_codeMinorFieldValue", minor);
    return info.toString();
  }
}
