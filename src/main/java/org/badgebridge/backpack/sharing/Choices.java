package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplements;

/** Finds what an owner can choose to show of badges. */
@ApplicationScoped
public class Choices {

  private final Holder holder;
  private final Supplements supplements;

  @Inject
  public Choices(Holder holder, Supplements supplements) {
    this.holder = holder;
    this.supplements = supplements;
  }

  /** Of these badges together. */
  Choice of(List<Credential> badges) {
    return Choice.of(badges.stream().map(this::of).toList());
  }

  private Choice of(Credential badge) {
    return Choice.of(
        IssuedBadge.read(badge),
        holder.name(badge),
        badge.note() != null,
        !supplements.shown(badge.id()).isEmpty());
  }
}
