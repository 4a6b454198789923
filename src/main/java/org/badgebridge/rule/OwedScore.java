package org.badgebridge.rule;

import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.database.Row;
import org.badgebridge.rule.Attachment.WriteBack;

/**
 * A score that an award may owe to the gradebook, as things stand now.
 *
 * @param sub the platform's id of the learner
 */
record OwedScore(
    UUID awardId,
    UUID institutionId,
    UUID attachmentId,
    UUID platformId,
    String sub,
    boolean sandbox,
    AwardState state,
    WriteBack writeBack) {

  static final String SELECT =
      "select w.id, w.institution_id, w.attachment_id, u.platform_id, u.sub, w.sandbox, w.state,"
          + " a.write_back from direct_award w join attachment a on a.id = w.attachment_id"
          + " join lms_user u on u.id = w.lms_user_id where ";

  static OwedScore read(Row row) {
    return new OwedScore(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.uuid("attachment_id"),
        row.uuid("platform_id"),
        row.text("sub"),
        row.flag("sandbox"),
        AwardState.valueOf(row.text("state")),
        WriteBack.valueOf(row.text("write_back")));
  }

  /** Whether the gradebook should show it. */
  boolean due() {
    return !sandbox
        && switch (writeBack) {
          case NONE -> false;
          case AWARDED -> state.given();
          case CLAIMED -> state == AwardState.CLAIMED;
        };
  }
}
