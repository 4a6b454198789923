package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.identity.way.PersonAddress;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.verification.Owner;

/** By what a badge from elsewhere can name its owner: what they proved here, and nothing else. */
@ApplicationScoped
public class BadgeOwners {

  private final PersonAddresses addresses;
  private final PersonKeys keys;

  @Inject
  public BadgeOwners(PersonAddresses addresses, PersonKeys keys) {
    this.addresses = addresses;
    this.keys = keys;
  }

  Owner of(UUID personId) {
    return new Owner(
        addresses.of(personId).stream().map(PersonAddress::address).toList(), keys.of(personId));
  }
}
