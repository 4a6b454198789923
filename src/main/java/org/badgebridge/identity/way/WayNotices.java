package org.badgebridge.identity.way;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;

/**
 * What is still to be told about ways in. Nothing is kept of what was told. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class WayNotices {

  /** The job that tells; its data is the notice's id. */
  public static final String SENDING = "tell-of-ways";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public WayNotices(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Owes a notice to each address.
   *
   * @return their ids, each to be scheduled as {@link #SENDING}
   */
  public List<UUID> owe(
      Collection<String> addresses, WayNotice.What what, String about, Locale language) {
    return addresses.stream()
        .map(address -> owe(new WayNotice(Ids.next(), address, what, about, "", null, language)))
        .toList();
  }

  /** Owes one. */
  public UUID owe(WayNotice notice) {
    sql.update(
        "insert into way_notice (id, address, what, about, words, lms_user_id, language, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        notice.id(),
        notice.address(),
        notice.what(),
        notice.about(),
        notice.words(),
        notice.lmsUserId(),
        notice.language().toLanguageTag(),
        clock.instant());
    return notice.id();
  }

  /** What is to be told, unless it was. */
  public Optional<WayNotice> owed(UUID id) {
    return sql.first(
        "select id, address, what, about, words, lms_user_id, language from way_notice where id = ?",
        row ->
            new WayNotice(
                row.uuid("id"),
                row.text("address"),
                WayNotice.What.valueOf(row.text("what")),
                row.text("about"),
                row.text("words"),
                row.optionalUuid("lms_user_id"),
                Locale.forLanguageTag(row.text("language"))),
        id);
  }

  /** It was told, or cannot be. */
  public void settle(UUID id) {
    sql.update("delete from way_notice where id = ?", id);
  }
}
