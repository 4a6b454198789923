package org.badgebridge.rule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.database.Row;
import org.badgebridge.identity.LmsUserSearch;

/**
 * An award whose evidence holds no more, for a lecturer to decide about.
 *
 * @param name the learner's, to show
 * @param before the evidence that gave it, as it was then; empty if nobody knows it any more
 * @param now what is seen instead
 * @param raisedAt when the evidence changed
 */
public record Doubt(
    UUID awardId,
    UUID lmsUserId,
    String name,
    AwardState state,
    List<Reason.Item> before,
    List<Reason.Item> now,
    Instant raisedAt) {

  static Doubt read(Row row) {
    return new Doubt(
        row.uuid("award_id"),
        row.uuid("lms_user_id"),
        LmsUserSearch.displayName(row, "lms_user_id"),
        AwardState.valueOf(row.text("state")),
        items(row.text("reason")),
        items(row.text("seen")),
        row.instant("raised_at"));
  }

  private static List<Reason.Item> items(String json) {
    return Reason.of(json).map(Reason::evidence).orElse(List.of());
  }
}
