package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    Map<UUID, String> names = holder.names(badges);
    Set<UUID> joined = supplements.shown(badges.stream().map(Credential::id).toList()).keySet();
    return Choice.of(
        badges.stream()
            .map(
                each ->
                    Choice.of(
                        IssuedBadge.read(each),
                        names.getOrDefault(each.id(), ""),
                        each.note() != null,
                        joined.contains(each.id())))
            .toList());
  }
}
