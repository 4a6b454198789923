package org.badgebridge.passback.scores;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column that a sender keeps for a course: the activity that its scores are about.
 *
 * @param content what the sender says of it
 */
record LineItem(UUID id, UUID connectorId, UUID courseId, Content content) {

  private static final int LABEL = 500;
  private static final int NAME = 255;

  /**
   * The members that a sender sets (LTI Assignment and Grade Services 2.0 §3.2).
   *
   * @param label not blank
   * @param scoreMaximum finite, above zero
   * @param resourceId what the sender calls the resource
   * @param tag what the sender tells line items of one resource apart by
   * @param resourceLinkId kept as it is sent: we know no links of the sender
   */
  record Content(
      String label,
      double scoreMaximum,
      @Nullable String resourceId,
      @Nullable String tag,
      @Nullable String resourceLinkId,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Boolean gradesReleased) {

    /**
     * What a message says.
     *
     * @throws org.badgebridge.problem.ProblemException MALFORMED with the member that is wrong
     */
    static Content of(AgsJson json) {
      Double maximum = json.number("scoreMaximum");
      if (maximum == null || maximum <= 0) {
        throw AgsJson.wrong("scoreMaximum", "above-zero");
      }
      return new Content(
          json.text("label", LABEL),
          maximum,
          json.optionalText("resourceId", NAME),
          json.optionalText("tag", NAME),
          json.optionalText("resourceLinkId", NAME),
          json.moment("startDateTime", false),
          json.moment("endDateTime", false),
          json.flag("gradesReleased"));
    }
  }

  /** What names its activity among those that the connector sends. */
  String reference() {
    return id.toString();
  }
}
