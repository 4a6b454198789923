package org.badgebridge.backpack.elsewhere;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.FormerOrigin;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.source.Sources;

/** Bringing badges from elsewhere, wired by hand for one transaction. */
public final class ImportDesk {

  public final ImportedBadges badges;
  public final ImportLedger ledger;
  final BringBadge bringing;
  final CheckAgain checking;
  final ForgetLooks forgetting;
  final PersonAddresses addresses;
  final PersonKeys keys;

  public ImportDesk(EntityManager em, Sources web, Clock clock) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    PublicOrigin origin = new PublicOrigin(CredentialDesk.BASE);
    VerifyBadge verifying = new VerifyBadge(web, origin, clock);
    addresses = new PersonAddresses(sql, clock);
    keys = new PersonKeys(sql, clock);
    BadgeOwners owners = new BadgeOwners(addresses, keys);
    badges = new ImportedBadges(sql);
    ledger = new ImportLedger(badges, sql, new AuditTrail(em, clock), clock);
    bringing =
        new BringBadge(
            verifying,
            new DrawPicture(web),
            owners,
            badges,
            ledger,
            origin,
            new FormerOrigin(sql, origin));
    checking = new CheckAgain(verifying, owners, badges, ledger, clock);
    forgetting = new ForgetLooks(badges, clock);
  }

  static Actor owner(UUID person) {
    return new Actor(Actor.Kind.LEARNER, person, "backpack " + person);
  }

  BringBadge.Brought bring(UUID person, String text) {
    return bringing.bring(person, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Brings a badge and keeps it. */
  public UUID keep(UUID person, String text) {
    ImportedBadge badge = bring(person, text).badge();
    if (badge == null) {
      throw new AssertionError("refused: " + bring(person, text).refusal());
    }
    ledger.keep(person, badge.id(), owner(person));
    return badge.id();
  }
}
