package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.PersonJoined;

/**
 * Credentials that an addressee claimed belong to the person that the addressee turned out to be.
 */
@ApplicationScoped
public class FollowPerson {

  private final Sql sql;

  @Inject
  public FollowPerson(Sql sql) {
    this.sql = sql;
  }

  public void onJoined(@Observes PersonJoined joined) {
    sql.update(
        "update credential set person_id = ? where award_id in"
            + " (select id from direct_award where lms_user_id = ?)",
        joined.into(),
        joined.lmsUserId());
  }
}
