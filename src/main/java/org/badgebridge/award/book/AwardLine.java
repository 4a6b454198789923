package org.badgebridge.award.book;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.database.Row;
import org.badgebridge.identity.LmsUserSearch;
import org.jspecify.annotations.Nullable;

/**
 * One award in a list.
 *
 * @param learner the name to show
 * @param badgeClass its name
 * @param course its title; null if it was given in none
 */
public record AwardLine(
    UUID id,
    UUID lmsUserId,
    String learner,
    @Nullable String email,
    UUID badgeClassId,
    String badgeClass,
    AwardState state,
    Origin origin,
    @Nullable String course,
    Instant createdAt) {

  static final String COLUMNS =
      "a.id, a.lms_user_id, a.badge_class_id, a.state, a.origin, a.created_at, b.name as badge_class,"
          + " coalesce(c.title, c.label) as course, u.email, "
          + LmsUserSearch.NAMES;

  static AwardLine read(Row row) {
    return new AwardLine(
        row.uuid("id"),
        row.uuid("lms_user_id"),
        LmsUserSearch.displayName(row, "lms_user_id"),
        row.optionalText("email"),
        row.uuid("badge_class_id"),
        row.text("badge_class"),
        AwardState.valueOf(row.text("state")),
        Origin.valueOf(row.text("origin")),
        row.optionalText("course"),
        row.instant("created_at"));
  }
}
