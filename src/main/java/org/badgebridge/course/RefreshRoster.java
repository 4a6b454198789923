package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.roster.Member;
import org.badgebridge.roster.RosterSync;
import org.badgebridge.roster.SyncRoster;

/** Reads a course's roster again and notes when that was. */
@ApplicationScoped
public class RefreshRoster {

  private final Courses courses;
  private final SyncRoster syncRoster;

  @Inject
  public RefreshRoster(Courses courses, SyncRoster syncRoster) {
    this.courses = courses;
    this.syncRoster = syncRoster;
  }

  /**
   * Reads the roster. Never within a transaction.
   *
   * @return what was found; empty if the platform offers no roster for the course
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  public Optional<RosterSync> of(UUID courseId) {
    Course course = courses.find(courseId).orElseThrow();
    if (course.membershipsUrl() == null) {
      return Optional.empty();
    }
    RosterSync sync =
        syncRoster.sync(courseId, courses.platformOf(courseId), course.membershipsUrl());
    courses.markRoster(courseId, sync.at());
    return Optional.of(sync);
  }

  /** Takes over a whole roster that somebody just read. */
  public RosterSync take(UUID courseId, List<Member> roster) {
    RosterSync sync = syncRoster.take(courseId, courses.platformOf(courseId), roster);
    courses.markRoster(courseId, sync.at());
    return sync;
  }
}
