package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.credential.Credentials;
import org.badgebridge.identity.Actor;

/** Makes a link by which an owner shows a badge to whom they choose. */
@ApplicationScoped
public class ShareBadge {

  private final Credentials credentials;
  private final ShareViews views;
  private final ShareLedger ledger;
  private final Clock clock;

  @Inject
  public ShareBadge(Credentials credentials, ShareViews views, ShareLedger ledger, Clock clock) {
    this.credentials = credentials;
    this.views = views;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @return the address, which is known to nobody else and cannot be read again
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the badge is not this person's,
   *     CONFLICT if it has as many links as it can have
   * @throws org.badgebridge.problem.InvalidFields if the wish cannot be
   */
  @Transactional
  public String share(UUID credentialId, UUID personId, ShareWish wish, Actor actor) {
    wish.check();
    credentials.lockedOfOwner(credentialId, personId);
    Instant now = clock.instant();
    return ledger.keep(
        views.open(credentialId, now),
        digest -> ShareView.toBadge(credentialId, wish, digest, now),
        actor);
  }
}
