package org.badgebridge.rule;

import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.database.Row;
import org.badgebridge.rule.Attachment.WriteBack;

/**
 * A score that an award may owe to the gradebook of its course, as things stand now: in the column
 * of each attachment of its badge class there, whether a rule gave it or a lecturer did by hand.
 *
 * @param sub the platform's id of the learner
 * @param written whether a column holds it
 */
record OwedScore(
    UUID awardId,
    UUID institutionId,
    UUID attachmentId,
    UUID platformId,
    String sub,
    boolean sandbox,
    AwardState state,
    WriteBack writeBack,
    boolean written) {

  static final String SELECT =
      "select w.id, w.institution_id, a.id as attachment_id, u.platform_id, u.sub, w.sandbox,"
          + " w.state, a.write_back, case when exists (select 1 from gradebook_score s"
          + " where s.award_id = w.id and s.state = 'TAKEN') then true else false end as written"
          + " from direct_award w join attachment a"
          + " on a.course_id = w.course_id and a.badge_class_id = w.badge_class_id"
          + " join lms_user u on u.id = w.lms_user_id and u.platform_id is not null where ";

  static OwedScore read(Row row) {
    return new OwedScore(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.uuid("attachment_id"),
        row.uuid("platform_id"),
        row.text("sub"),
        row.flag("sandbox"),
        AwardState.valueOf(row.text("state")),
        WriteBack.valueOf(row.text("write_back")),
        row.flag("written"));
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

  /** Whether the gradebook still shows what staff took back. */
  boolean undone() {
    return written && (state == AwardState.WITHDRAWN || state == AwardState.REVOKED);
  }
}
