package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.credential.FormerOrigin;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Digests;
import org.badgebridge.verification.InspectedBadge;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A person brings a badge of another issuer: it is verified, compared with the addresses and keys
 * that they proved, and held for them to look at. Nothing that is refused is stored. Calls other
 * systems, so never inside a transaction.
 */
@ApplicationScoped
public class BringBadge {

  private final VerifyBadge verifying;
  private final DrawPicture drawing;
  private final BadgeOwners owners;
  private final ImportedBadges badges;
  private final ImportLedger ledger;
  private final PublicOrigin origin;
  private final FormerOrigin formerOrigin;

  @Inject
  @SuppressWarnings("TooManyParameters") // what is brought, whose it is, and where we are
  public BringBadge(
      VerifyBadge verifying,
      DrawPicture drawing,
      BadgeOwners owners,
      ImportedBadges badges,
      ImportLedger ledger,
      PublicOrigin origin,
      FormerOrigin formerOrigin) {
    this.verifying = verifying;
    this.drawing = drawing;
    this.owners = owners;
    this.badges = badges;
    this.ledger = ledger;
    this.origin = origin;
    this.formerOrigin = formerOrigin;
  }

  /**
   * What came of it.
   *
   * @param refusal null if it can be kept, or is kept already
   * @param verdict null if it was not looked at
   * @param badge null if it was refused
   */
  public record Brought(
      @Nullable Refusal refusal, @Nullable Verdict verdict, @Nullable ImportedBadge badge) {}

  /** Takes a file, a text, or the address of either. */
  public Brought bring(UUID personId, byte[] brought) {
    if (badges.full(personId, 1)) {
      return new Brought(Refusal.FULL, null, null);
    }
    InspectedBadge inspected = verifying.inspect(brought, owners.of(personId));
    Verdict verdict = OwnersWords.of(inspected.verdict(), null);
    Refusal refusal = Refusal.of(inspected, origin, formerOrigin);
    if (refusal != null) {
      return new Brought(refusal, verdict, null);
    }
    FileKind kind = FileKind.of(inspected.file());
    UUID id =
        ledger.hold(
            personId,
            new ImportLedger.Verified(
                digest(inspected),
                kind,
                inspected.file(),
                drawing.of(inspected, kind),
                inspected.recipient(),
                verdict));
    return new Brought(null, verdict, badges.one(personId, id));
  }

  /** One badge has one id with its issuer; one without an id is what it says. */
  private static String digest(InspectedBadge inspected) {
    return Digests.sha256(
        inspected.id().isEmpty()
            ? inspected.verdict().document()
            : inspected.issuer() + "\n" + inspected.id());
  }
}
