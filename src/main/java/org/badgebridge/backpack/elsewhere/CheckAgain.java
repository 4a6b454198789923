package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.badgebridge.verification.InspectedBadge;
import org.badgebridge.verification.Owner;
import org.badgebridge.verification.VerifyBadge;

/**
 * Verifies a badge from elsewhere anew, from the file that was brought. Calls other systems, so
 * never inside a transaction.
 */
@ApplicationScoped
public class CheckAgain {

  /** The shortest time between two checks of one badge. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final VerifyBadge verifying;
  private final BadgeOwners owners;
  private final ImportedBadges badges;
  private final ImportLedger ledger;
  private final Clock clock;

  @Inject
  public CheckAgain(
      VerifyBadge verifying,
      BadgeOwners owners,
      ImportedBadges badges,
      ImportLedger ledger,
      Clock clock) {
    this.verifying = verifying;
    this.owners = owners;
    this.badges = badges;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Verifies it, unless that was done within the last minute. What it was shown to be awarded to
   * stays shown, also if it is no way in any more.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's
   */
  public void check(UUID personId, UUID id) {
    ImportedBadge badge = badges.one(personId, id);
    if (badge.verdict().checkedAt().plus(PAUSE).isAfter(clock.instant())) {
      return;
    }
    Owner proven = owners.of(personId);
    Owner owner = badge.recipient() == null ? proven : proven.and(badge.recipient());
    InspectedBadge inspected = verifying.inspect(badges.original(personId, id), owner);
    ledger.checked(
        personId,
        id,
        OwnersWords.of(inspected.verdict(), badge.badge()),
        inspected.recipient().isEmpty() ? badge.recipient() : inspected.recipient());
  }
}
