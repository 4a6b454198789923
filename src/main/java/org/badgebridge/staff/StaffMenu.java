package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.badgebridge.identity.Actor;
import org.badgebridge.web.AdminMenu;

/** Offers each account the pages on which it can do something. */
@ApplicationScoped
public class StaffMenu implements AdminMenu {

  private final Rights rights;

  @Inject
  public StaffMenu(Rights rights) {
    this.rights = rights;
  }

  @Override
  public Set<Item> of(Actor actor) {
    if (actor.kind() == Actor.Kind.ADMINISTRATOR) {
      return EnumSet.allOf(Item.class);
    }
    Set<Item> items = EnumSet.of(Item.INSIGHT, Item.UNCLAIMED, Item.BADGES, Item.INSTITUTIONS);
    if (rights.maySomewhere(actor, Permission.AWARD)) {
      items.add(Item.REQUESTS);
    }
    if (!rights.institutionsWhere(actor, Permission.ADMINISTRATE).isEmpty()) {
      items.add(Item.PLATFORMS);
    }
    return items;
  }
}
