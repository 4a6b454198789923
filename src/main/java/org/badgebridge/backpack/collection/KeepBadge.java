package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/**
 * What an owner does with a badge for themselves: puts it out of sight, and notes what they think.
 */
@ApplicationScoped
public class KeepBadge {

  /** Characters of a note. */
  public static final int LONGEST_NOTE = 4000;

  private final Credentials credentials;
  private final Awards awards;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepBadge(Credentials credentials, Awards awards, AuditTrail audit, Clock clock) {
    this.credentials = credentials;
    this.awards = awards;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts it out of the owner's sight, or back. What others see stays.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's
   */
  @Transactional
  public void archive(UUID credentialId, UUID personId, boolean archived, Actor actor) {
    Credential credential = credentials.lockedOfOwner(credentialId, personId);
    if (credential.archive(archived, clock.instant())) {
      record(credential, actor, archived ? "credential.archived" : "credential.unarchived");
    }
  }

  /**
   * Keeps what the owner thinks of it; nothing takes it away.
   *
   * @throws InvalidFields if it is too long
   */
  @Transactional
  public void note(UUID credentialId, UUID personId, String text, Actor actor) {
    if (text.length() > LONGEST_NOTE) {
      throw new InvalidFields(
          List.of(FieldFault.of("note", "backpack.share.label-long", LONGEST_NOTE)));
    }
    Credential credential = credentials.lockedOfOwner(credentialId, personId);
    credential.noted(text.isEmpty() ? null : text);
    record(credential, actor, "credential.noted");
  }

  private void record(Credential credential, Actor actor, String action) {
    audit.record(
        awards.find(credential.awardId()).orElseThrow().institutionId(),
        actor,
        action,
        "credential",
        credential.id(),
        null);
  }
}
