package org.badgebridge.backpack.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.web.Words;

/**
 * Those who own badges and get at them only by what their school gave them. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class Leavers {

  private static final int BATCH = 200;

  /** Of a person {@code u.person_id}: nothing of their own opens the backpack. */
  private static final String SCHOOL_ONLY =
      " not exists (select 1 from person_address w where w.person_id = u.person_id)"
          + " and not exists (select 1 from person_login l where l.person_id = u.person_id)"
          + " and not exists (select 1 from leaving_dismissal d where d.person_id = u.person_id)";

  private static final String OWNS =
      " and exists (select 1 from direct_award a where a.lms_user_id = u.id"
          + " and a.state = 'CLAIMED')";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Leavers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Somebody to be told.
   *
   * @param lmsUserId by whom they can stop such mail
   * @param address where their school says
   */
  record Leaver(UUID personId, UUID lmsUserId, String address, Locale language) {}

  /** Whether a person sees the card: they own something, and did not send it away. */
  public boolean sees(UUID personId) {
    return sql.first(
            "select u.id from lms_user u where u.person_id = ? and not u.test_user and"
                + SCHOOL_ONLY
                + OWNS,
            row -> row.uuid("id"),
            personId)
        .isPresent();
  }

  /** They want to see no more of it; no mail comes either. */
  void dismiss(UUID personId) {
    sql.insertOnce(
        "insert into leaving_dismissal (person_id, dismissed_at) values (?, ?)",
        personId,
        clock.instant());
  }

  /** Some of an institution's who were not told yet, and want mail. */
  List<Leaver> due(UUID institutionId) {
    return sql.list(
        "select u.person_id, u.id, u.email, u.locale from lms_user u"
            + " join platform p on p.id = u.platform_id where p.institution_id = ?"
            + " and u.email is not null and not u.test_user and"
            + SCHOOL_ONLY
            + OWNS
            + " and not exists (select 1 from leaving_nudge n where n.person_id = u.person_id)"
            + " and not exists (select 1 from mail_stop m join lms_user o on o.id = m.lms_user_id"
            + " where o.person_id = u.person_id) order by u.id limit "
            + BATCH,
        row ->
            new Leaver(
                row.uuid("person_id"),
                row.uuid("id"),
                row.text("email"),
                Words.choose(row.optionalText("locale"))),
        institutionId);
  }

  /**
   * Keeps that somebody is told.
   *
   * @return false if they were before, by whichever school
   */
  boolean tell(Leaver leaver, UUID institutionId) {
    return sql.insertOnce(
        "insert into leaving_nudge (person_id, institution_id, told_at) values (?, ?, ?)",
        leaver.personId(),
        institutionId,
        clock.instant());
  }
}
