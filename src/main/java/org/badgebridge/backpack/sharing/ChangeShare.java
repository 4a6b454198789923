package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.badgebridge.identity.Actor;

/** Ends a link, takes that back, and lets it last longer. Each, twice, changes nothing more. */
@ApplicationScoped
public class ChangeShare {

  private final ShareViews views;
  private final ShareLedger ledger;
  private final Clock clock;

  @Inject
  public ChangeShare(ShareViews views, ShareLedger ledger, Clock clock) {
    this.views = views;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Ends it: from now on its address says only that it has ended.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's
   */
  @Transactional
  public ShareView end(UUID id, UUID personId, Actor actor) {
    ShareView view = views.lockedOfOwner(id, personId);
    if (view.end(clock.instant())) {
      ledger.record(view, actor, "share.ended");
    }
    return view;
  }

  /** Takes the end back. */
  @Transactional
  public ShareView resume(UUID id, UUID personId, Actor actor) {
    ShareView view = views.lockedOfOwner(id, personId);
    if (view.resume()) {
      ledger.record(view, actor, "share.resumed");
    }
    return view;
  }

  /** Lets it last so long from now on, if that is longer than it has. */
  @Transactional
  public ShareView prolong(UUID id, UUID personId, Duration lasts, Actor actor) {
    ShareView view = views.lockedOfOwner(id, personId);
    view.prolong(clock.instant(), lasts);
    ledger.record(view, actor, "share.prolonged");
    return view;
  }
}
