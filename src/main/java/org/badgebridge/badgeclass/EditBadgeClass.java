package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.jspecify.annotations.Nullable;

/** Changes a badge class; badges that were awarded keep what they say. */
@ApplicationScoped
public class EditBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final ContentChecks checks;
  private final Authority authority;
  private final BadgeChanges changes;
  private final Clock clock;

  @Inject
  public EditBadgeClass(
      BadgeClasses badgeClasses,
      Issuers issuers,
      ContentChecks checks,
      Authority authority,
      BadgeChanges changes,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.checks = checks;
    this.authority = authority;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A change.
   *
   * @param unread faults of the form that the content could not be read from
   * @param revision of the state that was edited; null to overwrite whatever is there
   * @param issuerId the issuer it moves to; null to leave it
   * @param newVersion whether a next version may be made if one is needed
   */
  public record Change(
      BadgeContent content,
      List<FieldFault> unread,
      @Nullable Long revision,
      @Nullable UUID issuerId,
      boolean newVersion) {

    /** A change of a content that was read in full, of the state there is. */
    public static Change of(BadgeContent content, boolean newVersion) {
      return new Change(content, List.of(), null, null, newVersion);
    }
  }

  /**
   * Takes it over.
   *
   * @throws org.badgebridge.problem.InvalidFields with every fault
   * @throws NewVersionNeeded if awarded badges state what would change, and it was not said
   * @throws ProblemException FORBIDDEN or NOT_FOUND; CONFLICT if it is archived, or somebody else
   *     changed it meanwhile
   */
  @Transactional
  public BadgeClass edit(UUID id, UUID institutionId, Change change, Actor actor) {
    return within(id, institutionId, change, actor);
  }

  /**
   * The same as part of a larger deed, in whose transaction it must be called. Whatever it refuses,
   * but a move, it refuses before anything is written, so that the larger deed can go on.
   */
  public BadgeClass within(UUID id, UUID institutionId, Change change, Actor actor) {
    BadgeClass badgeClass = badgeClasses.locked(id, institutionId);
    authority.require(actor, Permission.UPDATE, badgeClass);
    badgeClass.refuseArchived();
    if (change.revision() != null && change.revision() != badgeClass.revision()) {
      throw new ChangedMeanwhile();
    }
    boolean published = badgeClass.state() == BadgeClass.State.PUBLISHED;
    if (published) {
      authority.requirePublish(actor, badgeClass.issuerId());
    }
    checks.check(change.content(), badgeClass, institutionId, published, change.unread());
    boolean awarded = badgeClasses.awarded(badgeClass);
    Instant now = clock.instant();
    if (badgeClass.isNextVersion(change.content(), awarded)) {
      if (!change.newVersion()) {
        throw new NewVersionNeeded(badgeClass.number() + 1);
      }
      badgeClasses.keep(badgeClass, now);
    }
    int before = badgeClass.number();
    badgeClass.edit(change.content(), awarded, now);
    if (change.issuerId() != null) {
      move(badgeClass, institutionId, change.issuerId(), now);
    }
    String deed = badgeClass.number() == before ? "edited" : "versioned";
    changes.tell(institutionId, actor, deed, id);
    return badgeClass;
  }

  private void move(BadgeClass badgeClass, UUID institutionId, UUID issuerId, Instant now) {
    if (issuers.of(institutionId).stream().noneMatch(issuer -> issuer.id().equals(issuerId))) {
      throw new ProblemException(ProblemType.NOT_FOUND, "badgeclass.no-issuer");
    }
    badgeClass.moveTo(issuerId, now);
  }
}
