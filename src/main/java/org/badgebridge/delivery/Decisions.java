package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/**
 * The decisions about requests that learners are to be told. What was reopened, revised or given
 * meanwhile is none any more. Reads the table of {@code award.request}; flush JPA first.
 */
@ApplicationScoped
public class Decisions {

  private static final String SELECT =
      "select r.id, r.badge_class_id, r.state, r.words, r.decided_at from award_request r ";
  private static final String DECIDED = " and r.state in ('RETURNED', 'DENIED')";
  private static final String ORDER = " order by r.decided_at, r.id limit 100";

  private final Sql sql;

  @Inject
  public Decisions(Sql sql) {
    this.sql = sql;
  }

  /** Owes a word about the last decision of a request. Joins the caller's transaction. */
  void owe(UUID requestId) {
    sql.insertOnce("insert into request_notice (request_id) values (?)", requestId);
  }

  /** Owes again what a message told that did not arrive. */
  void oweAgain(UUID mailId) {
    List<UUID> told =
        sql.list(
            "select request_id from mail_request where mail_id = ? order by request_id",
            row -> row.uuid("request_id"),
            mailId);
    sql.update("delete from mail_request where mail_id = ?", mailId);
    told.forEach(this::owe);
  }

  /** What is owed to a learner, and was not told yet; the earliest first. */
  List<Decision> owed(Notices.Notice notice) {
    return sql.list(
        SELECT
            + "join request_notice n on n.request_id = r.id"
            + " join lms_user u on u.id = r.lms_user_id and u.test_user = false"
            + " where r.lms_user_id = ? and r.institution_id = ?"
            + DECIDED
            + " and not exists (select 1 from mail_request t where t.request_id = r.id"
            + " and t.decided_at = r.decided_at)"
            + ORDER,
        Decisions::read,
        notice.lmsUserId(),
        notice.institutionId());
  }

  /** They are owed no more: a message names them, or nothing reaches the learner. */
  void settle(List<Decision> decisions) {
    sql.updateAll(
        "delete from request_notice where request_id = ?",
        decisions.stream().map(each -> Sql.row(each.requestId())).toList());
  }

  /** Notes that a message names them. */
  void name(UUID mailId, List<Decision> decisions) {
    sql.updateAll(
        "insert into mail_request (mail_id, request_id, decided_at)"
            + " select ?, r.id, r.decided_at from award_request r where r.id = ?",
        decisions.stream().map(each -> Sql.row(mailId, each.requestId())).toList());
  }

  /** Those that a message names and that still stand. */
  List<Decision> namedIn(UUID mailId) {
    return sql.list(
        SELECT
            + "join mail_request m on m.request_id = r.id and m.decided_at = r.decided_at"
            + " where m.mail_id = ?"
            + DECIDED
            + ORDER,
        Decisions::read,
        mailId);
  }

  private static Decision read(Row row) {
    return new Decision(
        row.uuid("id"),
        row.uuid("badge_class_id"),
        MailKind.valueOf(row.text("state")),
        row.optionalText("words"),
        row.instant("decided_at"));
  }
}
