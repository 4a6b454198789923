package org.badgebridge.credential.supplement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Reach;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Staff join a document to a badge that they may award, put a next version in its place, name it,
 * or take it back. The credential stays as it was signed; whether others see the document, its
 * owner decides.
 */
@ApplicationScoped
public class JoinSupplement {

  /** Documents of one badge. */
  static final int MOST = 10;

  private static final int LONGEST_TITLE = 200;

  private final AwardsAtHand atHand;
  private final Credentials credentials;
  private final Supplements supplements;
  private final Sql sql;
  private final AuditTrail audit;
  private final Event<SupplementJoined> joined;
  private final Clock clock;

  @Inject
  public JoinSupplement(
      AwardsAtHand atHand,
      Credentials credentials,
      Supplements supplements,
      Sql sql,
      AuditTrail audit,
      Event<SupplementJoined> joined,
      Clock clock) {
    this.atHand = atHand;
    this.credentials = credentials;
    this.supplements = supplements;
    this.sql = sql;
    this.audit = audit;
    this.joined = joined;
    this.clock = clock;
  }

  /**
   * Lets those pass who may join documents to an award, before anything of theirs is read.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award its badge class
   */
  void require(UUID awardId, Actor staff) {
    atHand.requireAll(List.of(awardId), Reach.STAFF, staff);
  }

  /**
   * Joins a document.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award its badge class, CONFLICT
   *     if the award is not claimed or has as many documents as it can have
   */
  @Transactional
  public UUID join(UUID awardId, Upload upload, Actor staff) {
    DirectAward award = atHand.locked(awardId, Reach.STAFF, staff);
    Credential credential = claimed(award);
    if (supplements.of(credential.id()).size() >= MOST) {
      throw new ProblemException(ProblemType.CONFLICT, "credential.supplement.too-many", MOST);
    }
    UUID id = UUID.randomUUID();
    sql.update(
        "insert into supplement (id, credential_id, title, shown, seen, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        credential.id(),
        upload.title(),
        false,
        0,
        clock.instant());
    add(id, 1, upload, award, staff, "supplement.joined");
    return id;
  }

  /** Puts a next version in its place; the same file again changes nothing. */
  @Transactional
  public void replace(UUID awardId, UUID id, Upload upload, Actor staff) {
    DirectAward award = atHand.locked(awardId, Reach.STAFF, staff);
    Supplement before = supplements.one(claimed(award).id(), id);
    if (!before.sha256().equals(digest(upload))) {
      add(id, before.number() + 1, upload, award, staff, "supplement.replaced");
    }
  }

  /**
   * Names it.
   *
   * @throws InvalidFields if that is no name
   */
  @Transactional
  public void name(UUID awardId, UUID id, String title, Actor staff) {
    DirectAward award = atHand.locked(awardId, Reach.STAFF, staff);
    supplements.one(claimed(award).id(), id);
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new InvalidFields(
          List.of(FieldFault.of("title", "credential.supplement.title-fault", LONGEST_TITLE)));
    }
    sql.update("update supplement set title = ? where id = ?", title, id);
    record(award, id, staff, "supplement.named", null);
  }

  /**
   * Takes it back: nobody sees it any more. Its versions stay, for whoever has to answer for it.
   */
  @Transactional
  public void withdraw(UUID awardId, UUID id, Actor staff) {
    DirectAward award = atHand.locked(awardId, Reach.STAFF, staff);
    supplements.one(claimed(award).id(), id);
    sql.update(
        "update supplement set withdrawn_at = ?, shown = false where id = ?", clock.instant(), id);
    record(award, id, staff, "supplement.withdrawn", null);
  }

  private void add(
      UUID id, int number, Upload upload, DirectAward award, Actor staff, String action) {
    Instant now = clock.instant();
    String digest = digest(upload);
    sql.update(
        "insert into supplement_version (supplement_id, number, file_name, kind, bytes, sha256,"
            + " content, added_at, added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        number,
        upload.name(),
        upload.kind(),
        (long) upload.content().length,
        digest,
        upload.content(),
        now,
        String.valueOf(staff.id()));
    record(award, id, staff, action, "version " + number + ", sha-256 " + digest);
    joined.fire(new SupplementJoined(id, award.lmsUserId(), award.institutionId()));
  }

  private Credential claimed(DirectAward award) {
    return credentials
        .ofAward(award.id())
        .orElseThrow(
            () -> new ProblemException(ProblemType.CONFLICT, "credential.supplement.not-claimed"));
  }

  private static String digest(Upload upload) {
    return HexFormat.of().formatHex(Digests.sha256(upload.content()));
  }

  private void record(
      DirectAward award, UUID id, Actor staff, String action, @Nullable String reason) {
    audit.record(award.institutionId(), staff, action, "supplement", id, reason);
  }
}
