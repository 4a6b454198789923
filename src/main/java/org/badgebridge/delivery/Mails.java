package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** All messages. Joins the caller's transaction. */
@ApplicationScoped
public class Mails {

  private static final String SELECT =
      "select id, institution_id, lms_user_id, kind, state, language, message_id from mail ";

  private final Sql sql;
  private final Jobs jobs;
  private final MailSettings settings;
  private final Clock clock;

  @Inject
  public Mails(Sql sql, Jobs jobs, MailSettings settings, Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** To whom a message goes, and about what. */
  record Order(UUID institutionId, UUID lmsUserId, MailKind kind, Locale language) {}

  /**
   * Owes one message, and the work of sending it.
   *
   * @param rounds the awards that it names, each with the round it is told in; null for none
   * @return its id
   */
  UUID queue(Order order, Map<UUID, @Nullable Integer> rounds) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    sql.update(
        "insert into mail (id, institution_id, lms_user_id, kind, state, language, message_id,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        order.institutionId(),
        order.lmsUserId(),
        order.kind(),
        MailState.QUEUED,
        order.language().toLanguageTag(),
        Bounce.messageId(id, settings.host()),
        now);
    List<@Nullable Object[]> named = new ArrayList<>();
    rounds.forEach((award, round) -> named.add(new @Nullable Object[] {id, award, round}));
    sql.updateAll("insert into mail_award (mail_id, award_id, round) values (?, ?, ?)", named);
    jobs.schedule(SendMail.NAME, id.toString(), id.toString(), now);
    return id;
  }

  Optional<Mail> find(UUID id) {
    return sql.first(SELECT + "where id = ?", Mails::read, id);
  }

  /** The message, if it is still owed; others who want to settle it wait for the caller's end. */
  Optional<Mail> owed(UUID id) {
    return sql.first(SELECT + "where id = ? and state = 'QUEUED' for update", Mails::read, id);
  }

  /** Whether a message about one of a learner's awards is on its way. */
  boolean underWay(UUID lmsUserId, UUID institutionId) {
    return sql.first(
            "select id from mail where lms_user_id = ? and institution_id = ?"
                + " and state = 'QUEUED'",
            row -> row.uuid("id"),
            lmsUserId,
            institutionId)
        .isPresent();
  }

  /** Writes down the address to which a message is about to go. */
  void address(UUID id, String digest) {
    sql.update("update mail set address_digest = ? where id = ?", digest, id);
  }

  /** Writes down what became of a message. What did not arrive can be told again. */
  void settle(UUID id, MailState state) {
    sql.update(
        "update mail set state = ?, settled_at = ? where id = ?", state, clock.instant(), id);
    if (state != MailState.SENT) {
      sql.update("update mail_award set round = null where mail_id = ?", id);
    }
  }

  /**
   * A message came back.
   *
   * @return whether that is new
   */
  boolean bounce(UUID id) {
    return sql.update(
            "update mail set state = 'BOUNCED', settled_at = ?"
                + " where id = ? and state in ('QUEUED', 'SENT')",
            clock.instant(),
            id)
        == 1;
  }

  /**
   * Counts one more try that failed.
   *
   * @return how many there were
   */
  int failedAgain(UUID id) {
    sql.update("update mail set attempts = attempts + 1 where id = ?", id);
    return sql.first("select attempts from mail where id = ?", row -> row.integer("attempts"), id)
        .orElse(0);
  }

  /** The digest of the address that a message went to. */
  Optional<String> addressOf(UUID id) {
    return sql.first(
        "select address_digest from mail where id = ? and address_digest is not null",
        row -> row.text("address_digest"),
        id);
  }

  /** The awards that a message names. */
  List<UUID> awards(UUID id) {
    return sql.list(
        "select award_id from mail_award where mail_id = ? order by award_id",
        row -> row.uuid("award_id"),
        id);
  }

  private static Mail read(Row row) {
    return new Mail(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.uuid("lms_user_id"),
        MailKind.valueOf(row.text("kind")),
        MailState.valueOf(row.text("state")),
        Locale.forLanguageTag(row.text("language")),
        row.text("message_id"));
  }
}
