package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Who was reminded when, and who may be due. Joins the caller's transaction. */
@ApplicationScoped
public class Reminders {

  private static final int BATCH = 200;

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Reminders(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Makes others who want to remind this person wait for the caller's end. */
  void lock(UUID personId) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
  }

  /** The last reminder to this person, whatever it was about; empty if none reached them. */
  Optional<Instant> last(UUID lmsUserId) {
    return sql.first(
        "select created_at from mail where kind = 'REMINDER' and state in ('QUEUED', 'SENT')"
            + " and lms_user_id in "
            + MailStops.SAME_PERSON
            + " order by created_at desc limit 1",
        row -> row.instant("created_at"),
        lmsUserId);
  }

  /** The planned day whose reminder an offer has not had; null if there is none. */
  @Nullable Integer round(OpenOffer offer, List<Integer> days) {
    Instant now = clock.instant();
    Integer due =
        days.stream()
            .filter(day -> !offer.offered().plus(Duration.ofDays(day)).isAfter(now))
            .max(Integer::compare)
            .orElse(null);
    if (due == null) {
      return null;
    }
    boolean had =
        sql.first(
                "select mail_id from mail_award where award_id = ? and round >= ?",
                row -> row.uuid("mail_id"),
                offer.awardId(),
                due)
            .isPresent();
    return had ? null : due;
  }

  /** The institutions with something unseen. */
  List<UUID> institutions() {
    return sql.list(
        "select distinct a.institution_id from direct_award a where " + OpenOffers.OPEN,
        row -> row.uuid("institution_id"),
        clock.instant());
  }

  /**
   * Some of those who can be mailed and have an unseen offer of so many days for which no reminder
   * of that day went out.
   *
   * @param after the last of the batch before; null for the first
   */
  List<UUID> due(UUID institutionId, int day, @Nullable UUID after) {
    Instant now = clock.instant();
    List<Object> parameters =
        new ArrayList<>(List.of(now, institutionId, now.minus(Duration.ofDays(day)), day));
    if (after != null) {
      parameters.add(after);
    }
    return sql.list(
        "select distinct a.lms_user_id from direct_award a join lms_user u on u.id = a.lms_user_id"
            + " where "
            + OpenOffers.OPEN
            + " and a.institution_id = ? and a.offered_at <= ? and (u.email is not null or exists"
            + " (select 1 from person_address p where p.person_id = u.person_id and p.for_mail))"
            + " and not exists (select 1 from mail_stop s where s.lms_user_id = u.id)"
            + " and not exists"
            + " (select 1 from mail_award m where m.award_id = a.id and m.round >= ?)"
            + (after == null ? "" : " and a.lms_user_id > ?")
            + " order by a.lms_user_id limit "
            + BATCH,
        row -> row.uuid("lms_user_id"),
        parameters.toArray());
  }
}
