package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** What is written about badges from elsewhere, each step in a transaction of its own. */
@ApplicationScoped
public class ImportLedger {

  private final ImportedBadges badges;
  private final Sql sql;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ImportLedger(ImportedBadges badges, Sql sql, AuditTrail audit, Clock clock) {
    this.badges = badges;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A badge that was verified and may be kept.
   *
   * @param digest that is the same for the same badge
   * @param picture drawn anew; null if there is none
   * @param recipient the owner's address or key to which it was awarded; empty if that was not
   *     shown
   */
  @SuppressWarnings("ArrayRecordComponent") // written into the database at once
  record Verified(
      String digest,
      FileKind kind,
      byte[] file,
      byte @Nullable [] picture,
      String recipient,
      Verdict verdict) {}

  /**
   * Holds a badge for its owner to look at, in place of the one before; one that they keep already
   * stays as it is.
   *
   * @return the badge's id, the one that is kept if there is one
   */
  @Transactional
  public UUID hold(UUID personId, Verified verified) {
    lock(personId);
    Optional<UUID> kept =
        sql.first(
            "select id from imported_badge where person_id = ? and digest = ?"
                + " and kept_at is not null",
            row -> row.uuid("id"),
            personId,
            verified.digest());
    if (kept.isPresent()) {
      return kept.get();
    }
    sql.update("delete from imported_badge where person_id = ? and kept_at is null", personId);
    UUID id = Ids.next();
    sql.update(
        "insert into imported_badge (id, person_id, digest, kind, original, bytes, picture,"
            + " recipient, verdict, checked_at, brought_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        personId,
        verified.digest(),
        verified.kind(),
        verified.file(),
        verified.file().length,
        verified.picture(),
        verified.recipient().isEmpty() ? null : verified.recipient(),
        VerdictJson.write(verified.verdict()),
        verified.verdict().checkedAt(),
        clock.instant());
    return id;
  }

  /**
   * Its owner keeps it. Twice changes nothing.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's or was looked at too long ago,
   *     CONFLICT if the backpack holds as many as it can
   */
  @Transactional
  public void keep(UUID personId, UUID id, Actor actor) {
    lock(personId);
    ImportedBadge badge = badges.one(personId, id);
    if (badge.isKept()) {
      return;
    }
    if (badges.full(personId, badge.bytes())) {
      throw new ProblemException(
          ProblemType.CONFLICT, "backpack.elsewhere.full", ImportedBadges.MOST);
    }
    sql.update("update imported_badge set kept_at = ? where id = ?", clock.instant(), id);
    audit.record(null, actor, "imported-badge.kept", "imported-badge", id, null);
  }

  /** What came of looking at it again; nothing if it is gone by now. */
  @Transactional
  public void checked(UUID personId, UUID id, Verdict verdict, @Nullable String recipient) {
    sql.update(
        "update imported_badge set verdict = ?, checked_at = ?, recipient = ?"
            + " where id = ? and person_id = ?",
        VerdictJson.write(verdict),
        verdict.checkedAt(),
        recipient,
        id,
        personId);
  }

  /**
   * Takes it out of the backpack, with its file.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's
   */
  @Transactional
  public void remove(UUID personId, UUID id, Actor actor) {
    ImportedBadge badge = badges.one(personId, id);
    sql.update("delete from imported_badge where id = ? and person_id = ?", id, personId);
    if (badge.isKept()) {
      audit.record(null, actor, "imported-badge.removed", "imported-badge", id, null);
    }
  }

  /** So that two who bring at the same moment do so one after the other. */
  private void lock(UUID personId) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
  }
}
