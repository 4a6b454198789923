package org.badgebridge.passback.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.launch.MessageType;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceSource;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.SourcePolls;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.badgebridge.passback.Watches;
import org.badgebridge.roster.Memberships;

/**
 * Takes a signed launch of a restricted placement as evidence: the platform lets a learner in only
 * when the restriction is met. Counts only where the lecturer confirmed the restriction, and never
 * for anybody who was ever seen as a lecturer in the course: a lecturer who switches role arrives
 * as a learner. A test user's evidence counts for sandbox awards only, because the user is marked.
 */
@ApplicationScoped
public class LaunchEvidence {

  /** The name of this source in evidence. */
  public static final String NAME = "launch";

  private final Activities activities;
  private final Watches watches;
  private final Memberships memberships;
  private final Evidence evidence;
  private final RecordPassback recordPassback;
  private final SourcePolls polls;
  private final List<EvidenceSource> sources;

  @Inject
  LaunchEvidence(
      Activities activities,
      Watches watches,
      Memberships memberships,
      Evidence evidence,
      RecordPassback recordPassback,
      SourcePolls polls,
      Instance<EvidenceSource> sources) {
    this(
        activities,
        watches,
        memberships,
        evidence,
        recordPassback,
        polls,
        sources.stream().toList());
  }

  LaunchEvidence(
      Activities activities,
      Watches watches,
      Memberships memberships,
      Evidence evidence,
      RecordPassback recordPassback,
      SourcePolls polls,
      List<EvidenceSource> sources) {
    this.activities = activities;
    this.watches = watches;
    this.memberships = memberships;
    this.evidence = evidence;
    this.recordPassback = recordPassback;
    this.polls = polls;
    this.sources = sources;
  }

  /**
   * Records what a launch of a placement proves, and lets the other sources look soon: whoever
   * opens the page after a grade or a completion waits for it.
   *
   * @param asked the activities that the rule shown at the placement asks about
   * @return whether it was new evidence
   */
  @Transactional
  public boolean from(LaunchSession session, Course course, ResourceLink link, Set<UUID> asked) {
    if (session.message() != MessageType.RESOURCE_LINK) {
      return false;
    }
    Optional<Watched> watched =
        activities
            .find(course.id(), Activity.Kind.RESOURCE_LINK, link.linkId())
            .flatMap(known -> watches.find(known.id()));
    boolean fresh = watched.isPresent() && record(session, course, watched.get());
    Set<UUID> awaited = new HashSet<>(asked);
    watched.ifPresent(each -> awaited.add(each.activityId()));
    polls.wake(awaited, sources); // last, because launches wait for each other there
    return fresh;
  }

  private boolean record(LaunchSession session, Course course, Watched watched) {
    UUID activityId = watched.activityId();
    return counts(session, course, watched)
        && recordPassback.record(
            Fact.completed(
                session.institutionId(),
                NAME,
                activityId + ":" + session.lmsUserId(),
                activityId,
                session.lmsUserId(),
                session.createdAt()));
  }

  private boolean counts(LaunchSession session, Course course, Watched watched) {
    return session.role() == CourseRole.LEARNER
        && watched.restrictionConfirmed()
        && evidence.newest(watched.activityId(), session.lmsUserId(), Fact.Kind.COMPLETED).isEmpty()
        && !memberships.everLecturer(course.id(), session.lmsUserId());
  }
}
