package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.badgebridge.backpack.BadgeSheet.Sharing;
import org.badgebridge.backpack.sharing.Destinations;
import org.badgebridge.backpack.sharing.ShareViews;
import org.badgebridge.backpack.sharing.Snippets;
import org.badgebridge.credential.Addresses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.web.Page;

/** Gathers what an owner's page of a badge says. */
@ApplicationScoped
public class BadgeSheets {

  private final Holder holder;
  private final Supplements supplements;
  private final ShareViews links;
  private final Destinations destinations;
  private final Snippets snippets;
  private final Addresses addresses;
  private final Clock clock;

  @Inject
  public BadgeSheets(
      Holder holder,
      Supplements supplements,
      ShareViews links,
      Destinations destinations,
      Snippets snippets,
      Addresses addresses,
      Clock clock) {
    this.holder = holder;
    this.supplements = supplements;
    this.links = links;
    this.destinations = destinations;
    this.snippets = snippets;
    this.addresses = addresses;
    this.clock = clock;
  }

  BadgeSheet of(Backpack.Item item, Page page) {
    Credential credential = item.claimed();
    IssuedBadge badge = IssuedBadge.read(credential);
    return new BadgeSheet(
        item,
        badge,
        holder.name(credential),
        supplements.of(credential.id()),
        links.open(credential.id(), clock.instant()),
        item.inPublic() ? sharing(credential, badge, page) : null);
  }

  private Sharing sharing(Credential credential, IssuedBadge badge, Page page) {
    return new Sharing(
        addresses.credential(credential.id()),
        destinations.linkedinProfile(credential, badge),
        destinations.others(credential, badge, page),
        snippets.signature(credential, badge, page),
        snippets.embed(credential, badge));
  }
}
