package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/**
 * The awards that can be told of: offered, not yet seen, not lapsed, not of a test user. Reads the
 * tables of {@code award}; flush JPA first.
 */
@ApplicationScoped
public class OpenOffers {

  static final String OPEN =
      "a.state = 'OFFERED' and a.seen_at is null and not a.sandbox and a.lapses_at > ?";

  private static final String SELECT =
      "select a.id, a.badge_class_id, a.origin, a.offered_at, a.notified_at, a.lapses_at,"
          + " (select count(*) from mail_award n where n.award_id = a.id and n.round = 0) as notices"
          + " from direct_award a ";
  private static final String ORDER = " order by a.offered_at, a.id limit 100";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public OpenOffers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Those of one learner from one institution, the oldest first. */
  List<OpenOffer> of(UUID lmsUserId, UUID institutionId) {
    return sql.list(
        SELECT + "where " + OPEN + " and a.lms_user_id = ? and a.institution_id = ?" + ORDER,
        OpenOffers::read,
        clock.instant(),
        lmsUserId,
        institutionId);
  }

  /** Those that a message names and that are still open. */
  List<OpenOffer> namedIn(UUID mailId) {
    return sql.list(
        SELECT
            + "join mail_award m on m.award_id = a.id where "
            + OPEN
            + " and m.mail_id = ?"
            + ORDER,
        OpenOffers::read,
        clock.instant(),
        mailId);
  }

  private static OpenOffer read(Row row) {
    return new OpenOffer(
        row.uuid("id"),
        row.uuid("badge_class_id"),
        "RULE".equals(row.text("origin")),
        row.instant("offered_at"),
        row.optionalInstant("notified_at") != null || row.count("notices") > 0,
        row.instant("lapses_at"));
  }
}
