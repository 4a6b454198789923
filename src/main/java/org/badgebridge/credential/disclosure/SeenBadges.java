package org.badgebridge.credential.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplements;

/** The one place where a badge is cut down to what others may see. */
@ApplicationScoped
public class SeenBadges {

  private final Holder holder;
  private final Supplements supplements;
  private final Clock clock;

  @Inject
  public SeenBadges(Holder holder, Supplements supplements, Clock clock) {
    this.holder = holder;
    this.supplements = supplements;
    this.clock = clock;
  }

  /** A badge as it is shown. */
  public SeenBadge of(Credential credential, Disclosure shown) {
    IssuedBadge all = IssuedBadge.read(credential);
    return new SeenBadge(
        credential,
        all.only(shown),
        holder.name(credential, shown),
        shown.shows(Part.NOTE) && credential.note() != null ? credential.note() : "",
        shown.shows(Part.SUPPLEMENTS) ? supplements.shown(credential.id()) : List.of(),
        all.expired(clock.instant()),
        all.isWhole(shown));
  }
}
