package org.badgebridge.roster;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;

/** The transactions of a roster's writing. */
@ApplicationScoped
public class RosterLedger {

  private static final System.Logger LOG = System.getLogger(RosterLedger.class.getName());

  private static final Duration MISSING_FOR_GOOD = Duration.ofDays(14);

  private final LmsUsers users;
  private final Memberships memberships;
  private final Clock clock;

  @Inject
  public RosterLedger(LmsUsers users, Memberships memberships, Clock clock) {
    this.users = users;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * Writes a part of a roster.
   *
   * @return the users in it
   */
  @Transactional
  Set<UUID> take(UUID courseId, UUID platformId, List<Member> part) {
    Map<String, LmsUser.Profile> profiles = new HashMap<>();
    part.forEach(member -> profiles.put(member.sub(), member.profile()));
    Map<String, LmsUser> known = users.recogniseAll(platformId, profiles);
    Map<UUID, Memberships.Seen> seen = new HashMap<>();
    for (Member member : part) {
      LmsUser user = known.get(member.sub());
      if (user != null) {
        seen.put(user.id(), new Memberships.Seen(member.standing(), member.active()));
      }
    }
    memberships.sawAll(courseId, seen, memberships.among(courseId, seen.keySet()), clock.instant());
    return seen.keySet();
  }

  /**
   * Marks the members who are gone. When most are missing, the answer is more likely wrong than the
   * course empty: then only those are marked who have been missing for long.
   *
   * @return false if so many are missing
   */
  @Transactional
  boolean settle(UUID courseId, Set<UUID> listed) {
    Map<UUID, Memberships.Kept> active = new HashMap<>(memberships.all(courseId));
    active.values().removeIf(member -> !member.active());
    Map<UUID, Memberships.Kept> gone = new HashMap<>(active);
    gone.keySet().removeAll(listed);
    boolean shrunk = gone.size() * 2 > active.size();
    if (shrunk) {
      LOG.log(
          WARNING,
          "course={0}: {1} of {2} members are missing in the roster, they are kept",
          courseId,
          gone.size(),
          active.size());
      Instant longAgo = clock.instant().minus(MISSING_FOR_GOOD);
      gone.values().removeIf(member -> member.seenAt().isAfter(longAgo));
    }
    memberships.left(courseId, List.copyOf(gone.keySet()));
    return !shrunk;
  }

  Instant now() {
    return clock.instant();
  }
}
