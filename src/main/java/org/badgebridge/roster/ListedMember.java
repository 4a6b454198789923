package org.badgebridge.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.badgebridge.identity.LmsUser;
import org.jspecify.annotations.Nullable;

/** One entry of a roster on the wire; the same user may have several. */
record ListedMember(String sub, Set<String> roles, boolean active, LmsUser.Profile profile) {

  private static final int SUB_LENGTH = 255;

  /**
   * Null if the entry names nobody.
   *
   * @param username {@code ext_user_username}, which Moodle adds to the names of a user
   */
  static @Nullable ListedMember of(
      org.tsugi.nrps.objects.@Nullable Member wire, @Nullable String username) {
    if (wire == null || wire.user_id == null) {
      return null;
    }
    String sub = wire.user_id;
    if (sub.isBlank() || sub.length() > SUB_LENGTH) {
      return null;
    }
    Set<String> roles = new HashSet<>(wire.roles == null ? List.of() : wire.roles);
    roles.removeIf(Objects::isNull);
    boolean active = wire.status == null || wire.status.equalsIgnoreCase(wire.STATUS_ACTIVE);
    return new ListedMember(
        sub,
        roles,
        active,
        new LmsUser.Profile(
            given(wire.name),
            given(wire.given_name),
            given(wire.family_name),
            given(wire.email),
            given(wire.locale),
            CourseStanding.testUser(roles),
            given(wire.lis_person_sourcedid),
            given(username),
            given(wire.lis_person_sourcedid)));
  }

  /** Both entries together: all roles count, and one active entry is enough. */
  ListedMember and(ListedMember other) {
    Set<String> all = new HashSet<>(roles);
    all.addAll(other.roles);
    LmsUser.Profile told = profile.name() == null ? other.profile : profile;
    return new ListedMember(sub, all, active || other.active, told);
  }

  Member member() {
    return new Member(sub, CourseStanding.of(roles), active, profile);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
