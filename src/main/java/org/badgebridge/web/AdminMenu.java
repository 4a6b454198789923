package org.badgebridge.web;

import java.util.Locale;
import java.util.Set;
import org.badgebridge.identity.Actor;

/** Says which pages of administration somebody may open; implemented where rights are known. */
public interface AdminMenu {

  /** The pages, in the order in which the navigation shows them. */
  enum Item {
    INSIGHT("/admin"),
    UNCLAIMED("/admin/unclaimed"),
    REQUESTS("/admin/requests"),
    BADGES("/admin/badges"),
    INSTITUTIONS("/admin/institutions"),
    PLATFORMS("/admin/platforms"),
    OPERATOR("/admin/operator");

    private final String address;

    Item(String address) {
      this.address = address;
    }

    /** Where it leads. */
    public String address() {
      return address;
    }

    /** The last part of its message key, and its name in templates. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a signed-in account may open. */
  Set<Item> of(Actor actor);
}
