package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/**
 * The documents joined to badges that learners are to be told of. What was withdrawn, or seen
 * meanwhile, is none any more. Reads the tables of {@code credential.supplement}.
 */
@ApplicationScoped
public class JoinedDocuments {

  private static final String SELECT =
      "select s.id, v.number, s.title, c.award_id, c.badge_class_id from supplement s"
          + " join supplement_version v on v.supplement_id = s.id and v.number ="
          + " (select max(w.number) from supplement_version w where w.supplement_id = s.id)"
          + " join credential c on c.id = s.credential_id ";
  private static final String UNSEEN = " and s.withdrawn_at is null and s.seen < v.number";
  private static final String ORDER = " order by s.created_at, s.id limit 100";

  private final Sql sql;

  @Inject
  public JoinedDocuments(Sql sql) {
    this.sql = sql;
  }

  /** Owes a word about a document. Joins the caller's transaction. */
  void owe(UUID supplementId) {
    sql.insertOnce("insert into supplement_notice (supplement_id) values (?)", supplementId);
  }

  /** Owes again what a message told that did not arrive. */
  void oweAgain(UUID mailId) {
    List<UUID> told =
        sql.list(
            "select supplement_id from mail_supplement where mail_id = ? order by supplement_id",
            row -> row.uuid("supplement_id"),
            mailId);
    sql.update("delete from mail_supplement where mail_id = ?", mailId);
    told.forEach(this::owe);
  }

  /** What is owed to a learner, and was not told yet; the earliest first. */
  List<JoinedDocument> owed(Notices.Notice notice) {
    return sql.list(
        SELECT
            + "join supplement_notice n on n.supplement_id = s.id"
            + " join direct_award a on a.id = c.award_id"
            + " join lms_user u on u.id = a.lms_user_id and u.test_user = false"
            + " where a.lms_user_id = ? and a.institution_id = ?"
            + UNSEEN
            + " and not exists (select 1 from mail_supplement t where t.supplement_id = s.id"
            + " and t.number = v.number)"
            + ORDER,
        JoinedDocuments::read,
        notice.lmsUserId(),
        notice.institutionId());
  }

  /** They are owed no more: a message names them, or nothing reaches the learner. */
  void settle(List<JoinedDocument> documents) {
    sql.updateAll(
        "delete from supplement_notice where supplement_id = ?",
        documents.stream().map(each -> Sql.row(each.supplementId())).toList());
  }

  /** Notes that a message names them. */
  void name(UUID mailId, List<JoinedDocument> documents) {
    sql.updateAll(
        "insert into mail_supplement (mail_id, supplement_id, number) values (?, ?, ?)",
        documents.stream()
            .map(each -> Sql.row(mailId, each.supplementId(), each.number()))
            .toList());
  }

  /** Those that a message names and that are still news. */
  List<JoinedDocument> namedIn(UUID mailId) {
    return sql.list(
        SELECT
            + "join mail_supplement m on m.supplement_id = s.id where m.mail_id = ?"
            + UNSEEN
            + ORDER,
        JoinedDocuments::read,
        mailId);
  }

  private static JoinedDocument read(Row row) {
    return new JoinedDocument(
        row.uuid("id"),
        row.integer("number"),
        row.text("title"),
        row.uuid("award_id"),
        row.uuid("badge_class_id"));
  }
}
