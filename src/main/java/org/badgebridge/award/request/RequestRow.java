package org.badgebridge.award.request;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardDetailsColumn;
import org.badgebridge.database.Row;
import org.badgebridge.identity.LmsUserSearch;
import org.jspecify.annotations.Nullable;

/**
 * A request as lists and pages show it.
 *
 * @param course the title of the course in which it was asked for, if it was in one
 * @param words what staff said last
 * @param decidedAt null while it waits for staff
 * @param purged whether what it said is erased
 */
public record RequestRow(
    UUID id,
    UUID institutionId,
    UUID badgeClassId,
    String badgeClass,
    String learner,
    @Nullable String course,
    RequestState state,
    AwardDetails details,
    @Nullable String words,
    Instant askedAt,
    Instant sentAt,
    @Nullable Instant decidedAt,
    boolean purged) {

  static final String SELECT =
      "select r.id, r.institution_id, r.badge_class_id, b.name as badge_class, r.lms_user_id, "
          + LmsUserSearch.NAMES
          + ", coalesce(c.title, c.label) as course, r.state,"
          + " r.details, r.words, r.asked_at, r.sent_at, r.decided_at, r.purged_at"
          + " from award_request r join badge_class b on b.id = r.badge_class_id"
          + " join lms_user u on u.id = r.lms_user_id left join course c on c.id = r.course_id";

  private static final AwardDetailsColumn DETAILS = new AwardDetailsColumn();

  static RequestRow read(Row row) {
    return new RequestRow(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.uuid("badge_class_id"),
        row.text("badge_class"),
        LmsUserSearch.displayName(row, "lms_user_id"),
        row.optionalText("course"),
        RequestState.valueOf(row.text("state")),
        DETAILS.convertToEntityAttribute(row.optionalText("details")),
        row.optionalText("words"),
        row.instant("asked_at"),
        row.instant("sent_at"),
        row.optionalInstant("decided_at"),
        row.optionalInstant("purged_at") != null);
  }

  /** Whether staff can decide about it now. */
  public boolean decidable() {
    return state == RequestState.OPEN;
  }

  /** Whether staff can think again about it. */
  public boolean reopenable() {
    return !purged && (state == RequestState.DENIED || state == RequestState.RETURNED);
  }

  /** Whether the learner can ask anew after it. */
  public boolean askableAgain() {
    return state == RequestState.DENIED || state == RequestState.WITHDRAWN;
  }
}
