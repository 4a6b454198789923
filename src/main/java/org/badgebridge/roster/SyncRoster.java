package org.badgebridge.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Brings the members of a course up to what the platform lists now. Reads outside any transaction
 * and writes in short ones, so that a slow platform holds no lock and a crash leaves a roster that
 * the next run completes.
 */
@ApplicationScoped
public class SyncRoster {

  private static final int BATCH = 500;

  private final Members members;
  private final RosterLedger ledger;

  @Inject
  public SyncRoster(Members members, RosterLedger ledger) {
    this.members = members;
    this.ledger = ledger;
  }

  /**
   * Reads and writes the whole roster. Never within a transaction.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses; nothing is changed
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later; nothing is changed
   */
  public RosterSync sync(UUID courseId, UUID platformId, String membershipsUrl) {
    return take(courseId, platformId, members.read(platformId, membershipsUrl, null, null));
  }

  /** Writes a roster that was read whole. */
  public RosterSync take(UUID courseId, UUID platformId, List<Member> roster) {
    Set<UUID> listed = new TreeSet<>();
    List<Member> rest = new ArrayList<>(roster);
    while (!rest.isEmpty()) {
      List<Member> part = rest.subList(0, Math.min(BATCH, rest.size()));
      listed.addAll(ledger.take(courseId, platformId, List.copyOf(part)));
      part.clear();
    }
    boolean shrunk = !ledger.settle(courseId, listed);
    return new RosterSync(
        count(roster, CourseStanding.LEARNER),
        count(roster, CourseStanding.LECTURER),
        shrunk,
        ledger.now());
  }

  private static int count(List<Member> roster, CourseStanding standing) {
    return (int)
        roster.stream().filter(member -> member.active() && member.standing() == standing).count();
  }
}
