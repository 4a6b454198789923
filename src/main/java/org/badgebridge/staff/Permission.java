package org.badgebridge.staff;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do at a place and at all below it. */
public enum Permission {
  /** Make issuer groups, issuers and badge classes. */
  CREATE,
  /** See what is not public. */
  READ,
  /** Change what is there. */
  UPDATE,
  /** Archive and bring back. */
  DELETE,
  /** Award badges, withdraw and revoke them. */
  AWARD,
  /** Stand behind badges with their name. */
  SIGN,
  /** Give these permissions to others and take them away. */
  ADMINISTRATE;

  /** All of them. */
  static Set<Permission> all() {
    return EnumSet.allOf(Permission.class);
  }

  /** As the database keeps a set of them, e.g. {@code READ AWARD SIGN}. */
  static String written(Set<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::name).collect(Collectors.joining(" "));
  }

  /** The reverse of {@link #written}. */
  static Set<Permission> read(String written) {
    EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream(written.split(" ", -1))
        .filter(each -> !each.isEmpty())
        .map(Permission::valueOf)
        .forEach(permissions::add);
    return Collections.unmodifiableSet(permissions);
  }
}
