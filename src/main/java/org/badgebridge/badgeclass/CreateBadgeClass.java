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
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes a badge class, as a draft or published at once. */
@ApplicationScoped
public class CreateBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final Authority authority;
  private final ContentChecks checks;
  private final BadgeChanges changes;
  private final Clock clock;

  @Inject
  public CreateBadgeClass(
      BadgeClasses badgeClasses,
      Issuers issuers,
      Authority authority,
      ContentChecks checks,
      BadgeChanges changes,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.authority = authority;
    this.checks = checks;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is to be made.
   *
   * @param issuerId null for the institution's first
   * @param unread faults of the form that the content could not be read from
   * @param publish whether it can be awarded at once
   */
  public record Wish(
      BadgeContent content, List<FieldFault> unread, @Nullable UUID issuerId, boolean publish) {

    /** Under the institution's first issuer, of a content that was read in full. */
    public static Wish of(BadgeContent content, boolean publish) {
      return new Wish(content, List.of(), null, publish);
    }
  }

  /**
   * Makes it.
   *
   * @throws org.badgebridge.problem.InvalidFields with every fault
   * @throws ProblemException FORBIDDEN unless a lecturer or an administrator acts, NOT_FOUND for an
   *     issuer of another institution
   */
  @Transactional
  public BadgeClass create(UUID institutionId, Wish wish, Actor actor) {
    return within(institutionId, wish, actor);
  }

  /**
   * The same as part of a larger deed, in whose transaction it must be called. Whatever it refuses
   * it refuses before anything is written, so that the larger deed can go on.
   */
  public BadgeClass within(UUID institutionId, Wish wish, Actor actor) {
    UUID issuerId = issuer(institutionId, wish.issuerId());
    authority.requireCreate(actor, issuerId);
    if (wish.publish()) {
      authority.requirePublish(actor, issuerId);
    }
    checks.check(wish.content(), null, institutionId, wish.publish(), wish.unread());
    Instant now = clock.instant();
    BadgeClass made =
        new BadgeClass(UUID.randomUUID(), issuerId, wish.content(), Authority.author(actor), now);
    badgeClasses.add(made);
    changes.tell(institutionId, actor, "created", made.id());
    if (wish.publish()) {
      made.publish(now);
      changes.tell(institutionId, actor, "published", made.id());
    }
    return made;
  }

  private UUID issuer(UUID institutionId, @Nullable UUID wanted) {
    return issuers.of(institutionId).stream()
        .map(Issuer::id)
        .filter(id -> wanted == null || id.equals(wanted))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.no-issuer"));
  }
}
