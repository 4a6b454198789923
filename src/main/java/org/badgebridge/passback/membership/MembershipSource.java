package org.badgebridge.passback.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.EvidenceSource;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.RecordFacts;
import org.badgebridge.passback.Target;
import org.badgebridge.platform.PlatformDirectory;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Member;
import org.badgebridge.roster.Members;
import org.badgebridge.roster.Memberships;

/**
 * Asks the platform for whom a restricted placement is open (NRPS 2.0 with {@code rlid}). A learner
 * listed by two looks in a row has done what the restriction asks. When every learner is listed,
 * most likely nothing is restricted, or the platform does not look at restrictions: then it holds,
 * unless the lecturer confirmed the restriction at a platform that is known to look. Never takes
 * evidence back: a restriction can close again for reasons that are nobody's fault.
 */
@ApplicationScoped
public class MembershipSource implements EvidenceSource {

  /** The name of this source in evidence. */
  public static final String NAME = "membership";

  private static final String LEARNER = "Learner";
  private static final Duration ROSTER_LASTS = Duration.ofHours(1);

  private final PlatformDirectory platforms;
  private final Members members;
  private final RefreshRoster refreshRoster;
  private final Memberships memberships;
  private final Sightings sightings;
  private final Evidence evidence;
  private final RecordFacts recordFacts;
  private final Clock clock;

  @Inject
  MembershipSource(
      PlatformDirectory platforms,
      Members members,
      RefreshRoster refreshRoster,
      Memberships memberships,
      Sightings sightings,
      Evidence evidence,
      RecordFacts recordFacts,
      Clock clock) {
    this.platforms = platforms;
    this.members = members;
    this.refreshRoster = refreshRoster;
    this.memberships = memberships;
    this.sightings = sightings;
    this.evidence = evidence;
    this.recordFacts = recordFacts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration spacing() {
    return Duration.ofMinutes(15);
  }

  @Override
  public boolean covers(Target target) {
    return target.watched().asksCompletion()
        && target.link() != null
        && target.course().membershipsUrl() != null
        && linkRoster(target) != LinkRoster.BY_ASSIGNMENT;
  }

  private LinkRoster linkRoster(Target target) {
    return platforms
        .find(target.platformId())
        .map(platform -> LinkRoster.of(platform.product()))
        .orElse(LinkRoster.UNKNOWN);
  }

  @Override
  public Look look(Target target) {
    String url = Objects.requireNonNull(target.course().membershipsUrl());
    String rlid = Objects.requireNonNull(target.link()).linkId();
    Set<String> open = learners(members.read(target.platformId(), url, rlid, LEARNER));
    UUID activityId = target.activity().id();
    if (!target.watched().restrictionConfirmed()
        || linkRoster(target) != LinkRoster.BY_CONDITIONS) {
      List<Member> roster = members.read(target.platformId(), url, null, null);
      refreshRoster.take(target.course().id(), roster);
      if (!open.isEmpty() && open.containsAll(learners(roster))) {
        sightings.forget(activityId);
        return new Look(false, false, Look.Held.OPEN_FOR_ALL);
      }
    }
    return settle(target, known(target, open));
  }

  private static Set<String> learners(List<Member> listed) {
    return listed.stream()
        .filter(member -> member.active() && member.standing() == CourseStanding.LEARNER)
        .map(Member::sub)
        .collect(Collectors.toSet());
  }

  /** The listed learners whom we know in this course, without anybody who ever was a lecturer. */
  private Set<UUID> known(Target target, Set<String> subs) {
    Instant rosterAt = target.course().rosterAt();
    boolean old = rosterAt == null || rosterAt.isBefore(clock.instant().minus(ROSTER_LASTS));
    Map<String, UUID> learners = memberships.learnersBySub(target.course().id());
    if (target.watched().restrictionConfirmed() && (old || !learners.keySet().containsAll(subs))) {
      refreshRoster.of(target.course().id());
      learners = memberships.learnersBySub(target.course().id());
    }
    learners.keySet().retainAll(subs);
    return new HashSet<>(learners.values());
  }

  private Look settle(Target target, Set<UUID> open) {
    UUID activityId = target.activity().id();
    evidence.of(activityId, Fact.Kind.COMPLETED).stream()
        .map(EvidenceItem::lmsUserId)
        .forEach(open::remove);
    Map<UUID, Instant> seen = sightings.of(activityId);
    List<Fact> facts = new ArrayList<>();
    Set<UUID> fresh = new HashSet<>();
    for (UUID user : open) {
      Instant first = seen.get(user);
      if (first == null) {
        fresh.add(user);
      } else {
        facts.add(fact(target, user, first));
      }
    }
    recordFacts.all(facts);
    Set<UUID> settled = new HashSet<>(seen.keySet());
    sightings.replace(activityId, fresh, settled, clock.instant());
    return new Look(!facts.isEmpty() || !fresh.isEmpty(), !fresh.isEmpty(), null);
  }

  private static Fact fact(Target target, UUID user, Instant first) {
    UUID activityId = target.activity().id();
    return Fact.completed(
        target.institutionId(), NAME, activityId + ":" + user, activityId, user, first);
  }
}
