package org.badgebridge.staff;

import static org.badgebridge.staff.Permission.AWARD;
import static org.badgebridge.staff.Permission.CREATE;
import static org.badgebridge.staff.Permission.READ;
import static org.badgebridge.staff.Permission.SIGN;
import static org.badgebridge.staff.Permission.UPDATE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets of permissions that have a name. */
public enum Role {
  INSTITUTION_ADMINISTRATOR(Permission.all()),
  ISSUER_GROUP_ADMINISTRATOR(Permission.all()),
  ISSUER_ADMINISTRATOR(Permission.all()),
  BADGE_CLASS_OWNER(Permission.all()),
  EDITOR(EnumSet.of(CREATE, READ, UPDATE, AWARD, SIGN)),
  AWARDER(EnumSet.of(READ, AWARD, SIGN)),
  VIEWER(EnumSet.of(READ));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** What the role may do. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** The roles that can be given at a level, the strongest first. */
  public static List<Role> at(Level level) {
    Role first =
        switch (level) {
          case INSTITUTION -> INSTITUTION_ADMINISTRATOR;
          case ISSUER_GROUP -> ISSUER_GROUP_ADMINISTRATOR;
          case ISSUER -> ISSUER_ADMINISTRATOR;
          case BADGE_CLASS -> BADGE_CLASS_OWNER;
        };
    return List.of(first, EDITOR, AWARDER, VIEWER);
  }

  /** The role of that name if it can be given at the level. */
  static Optional<Role> named(String name, Level level) {
    return at(level).stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The role with exactly these permissions at a level, if there is one. */
  static Optional<Role> with(Set<Permission> permissions, Level level) {
    return at(level).stream().filter(each -> each.permissions.equals(permissions)).findFirst();
  }
}
