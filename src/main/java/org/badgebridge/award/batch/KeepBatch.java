package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Recipients;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.batch.file.Line;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Words;

/** Keeps a table that was read, each row judged, so that it can be looked at before it counts. */
@ApplicationScoped
public class KeepBatch {

  private static final int LONGEST_NAME = 200;

  private final Batches batches;
  private final AwardsAtHand atHand;
  private final BadgeClasses badgeClasses;
  private final Recipients recipients;
  private final Words words;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepBatch(
      Batches batches,
      AwardsAtHand atHand,
      BadgeClasses badgeClasses,
      Recipients recipients,
      Words words,
      AuditTrail audit,
      Clock clock) {
    this.batches = batches;
    this.atHand = atHand;
    this.badgeClasses = badgeClasses;
    this.recipients = recipients;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps it. The same file again is the batch that it already is.
   *
   * @param digest of the file's bytes
   * @param reader in whose language faults are told
   * @return its id
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award the badge class, CONFLICT
   *     if it is not published, or given on request only
   */
  @Transactional
  public UUID keep(
      UUID badgeClassId,
      String fileName,
      String digest,
      List<Line> lines,
      Locale reader,
      Actor actor) {
    atHand.requireStaff(badgeClassId, actor);
    Optional<Batch> before = batches.same(badgeClassId, digest);
    if (before.isPresent()) {
      return before.get().id();
    }
    BadgeClass badgeClass = badgeClasses.find(badgeClassId).orElseThrow();
    if (badgeClass.state() != BadgeClass.State.PUBLISHED) {
      throw new ProblemException(ProblemType.CONFLICT, "award.not-published");
    }
    Requirements requirements = Requirements.of(badgeClass.content());
    if (requirements.onRequestOnly()) {
      throw new ProblemException(ProblemType.CONFLICT, "award.on-request-only");
    }
    UUID institution = badgeClasses.institutionOf(badgeClassId);
    ReadRow rows =
        new ReadRow(
            requirements,
            recipients.pattern(institution),
            fault -> words.text(reader, fault.key(), fault.arguments().toArray()));
    UUID id = UUID.randomUUID();
    batches.add(
        id,
        institution,
        badgeClassId,
        fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME)),
        digest,
        lines.stream().map(rows::read).toList(),
        actor,
        clock.instant());
    audit.record(institution, actor, "award-batch.uploaded", "award-batch", id, fileName);
    return id;
  }

  /** Forgets one that nobody started; of another it changes nothing. */
  @Transactional
  public void discard(UUID id, Actor actor) {
    Batch batch = batches.lock(id);
    atHand.requireStaff(batch.badgeClassId(), actor);
    batches.discard(id);
    audit.record(batch.institutionId(), actor, "award-batch.discarded", "award-batch", id, null);
  }
}
