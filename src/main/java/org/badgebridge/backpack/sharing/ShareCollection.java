package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.backpack.collection.BadgeCollections;
import org.badgebridge.backpack.collection.CollectionSheets;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Makes a link by which an owner shows a collection to whom they choose. */
@ApplicationScoped
public class ShareCollection {

  private final BadgeCollections collections;
  private final CollectionSheets sheets;
  private final ShareViews views;
  private final ShareLedger ledger;
  private final Clock clock;

  @Inject
  public ShareCollection(
      BadgeCollections collections,
      CollectionSheets sheets,
      ShareViews views,
      ShareLedger ledger,
      Clock clock) {
    this.collections = collections;
    this.sheets = sheets;
    this.views = views;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @return the address, which is known to nobody else and cannot be read again
   * @throws ProblemException NOT_FOUND if the collection is not this person's, CONFLICT if it has
   *     as many links as it can have, or no badge of which an owner could choose what is shown
   * @throws org.badgebridge.problem.InvalidFields if the wish cannot be
   */
  @Transactional
  public String share(UUID collectionId, UUID personId, ShareWish wish, Actor actor) {
    BadgeCollection collection = collections.lockedOwn(collectionId, personId);
    wish.check();
    if (sheets.holding(collection).isEmpty()) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.share.collection-empty");
    }
    Instant now = clock.instant();
    return ledger.keep(
        views.openOfCollection(collectionId, now),
        digest -> ShareView.toCollection(collectionId, wish, digest, now),
        actor);
  }
}
