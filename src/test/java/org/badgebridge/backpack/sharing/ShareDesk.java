package org.badgebridge.backpack.sharing;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.badgebridge.backpack.collection.ArrangeCollection;
import org.badgebridge.backpack.collection.BadgeCollections;
import org.badgebridge.backpack.collection.CollectionSheets;
import org.badgebridge.backpack.collection.KeepCollection;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;

/** Links and what they lead to, wired by hand for one transaction. */
public final class ShareDesk {

  public final CredentialDesk credentials;
  public final BadgeCollections collections;
  public final KeepCollection keeping;
  public final ArrangeCollection arranging;
  public final CollectionSheets sheets;
  public final ShareViews views;
  public final ShareCollection sharingCollection;
  public final OpenShare opening;
  final ShareBadge sharingBadge;
  final ChangeShare changing;
  final Choices choices;

  public ShareDesk(OpenDatabase database, EntityManager em, Clock clock) {
    credentials = new CredentialDesk(database, em, clock);
    Sql sql = new Sql(JoinedDataSource.of(em));
    PublicOrigin origin = new PublicOrigin(CredentialDesk.BASE);
    collections = new BadgeCollections(sql);
    keeping = new KeepCollection(collections, sql, credentials.audit, clock);
    arranging = new ArrangeCollection(collections, credentials.credentials, sql);
    sheets = new CollectionSheets(collections, credentials.credentials, credentials.seen, origin);
    views = new ShareViews(em, sql);
    ShareLedger ledger =
        new ShareLedger(
            views, credentials.credentials, credentials.awards, origin, credentials.audit);
    sharingBadge = new ShareBadge(credentials.credentials, views, ledger, clock);
    sharingCollection = new ShareCollection(collections, sheets, views, ledger, clock);
    changing = new ChangeShare(views, ledger, clock);
    opening = new OpenShare(views, credentials.credentials, collections, clock);
    choices = new Choices(credentials.holder, credentials.supplements);
  }

  /** The end of the address of a link. */
  static String token(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
