package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** The learners who want no mail, under whichever of their users they said so. */
@ApplicationScoped
public class MailStops {

  /** The user and all others of the same person. */
  static final String SAME_PERSON =
      "(select o.id from lms_user me join lms_user o on o.person_id = me.person_id where me.id = ?)";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public MailStops(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  boolean stopped(UUID lmsUserId) {
    return sql.first(
            "select lms_user_id from mail_stop where lms_user_id in " + SAME_PERSON,
            row -> row.uuid("lms_user_id"),
            lmsUserId)
        .isPresent();
  }

  /** Whether that is new. */
  boolean stop(UUID lmsUserId) {
    return !stopped(lmsUserId)
        && sql.insertOnce(
            "insert into mail_stop (lms_user_id, stopped_at) values (?, ?)",
            lmsUserId,
            clock.instant());
  }

  /** Whether that is new. */
  boolean resume(UUID lmsUserId) {
    return sql.update("delete from mail_stop where lms_user_id in " + SAME_PERSON, lmsUserId) > 0;
  }
}
