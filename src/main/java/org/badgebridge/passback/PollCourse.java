package org.badgebridge.passback;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.jobs.Job;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.jspecify.annotations.Nullable;

/** The look at one whole course that a lecturer asked for. */
@ApplicationScoped
class PollCourse implements Job {

  static final String NAME = "poll-course";

  /** How often a look that somebody asks for while it runs looks again. */
  private static final int ROUNDS = 3;

  private static final System.Logger LOG = System.getLogger(PollCourse.class.getName());

  private final Watches watched;
  private final PollActivity pollActivity;
  private final RefreshRoster refreshRoster;
  private final CoursePolls polls;
  private final Event<CourseLooked> looked;
  private final Clock clock;

  @Inject
  PollCourse(
      Watches watched,
      PollActivity pollActivity,
      RefreshRoster refreshRoster,
      CoursePolls polls,
      Event<CourseLooked> looked,
      Clock clock) {
    this.watched = watched;
    this.pollActivity = pollActivity;
    this.refreshRoster = refreshRoster;
    this.polls = polls;
    this.looked = looked;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** A lecturer who still wants the look asks again: no use in trying for days. */
  @Override
  public int attempts() {
    return 3;
  }

  /** Ends with a trouble instead of an exception: the lecturer sees it and may ask again. */
  @Override
  public void run(String data) {
    UUID courseId = UUID.fromString(data);
    @Nullable String trouble = "FAILED";
    try {
      Instant began;
      int rounds = 0;
      do {
        began = clock.instant();
        trouble = look(courseId);
        looked.fire(new CourseLooked(courseId));
      } while (++rounds < ROUNDS && polls.askedSince(courseId, began));
    } finally {
      polls.finish(courseId, clock.instant(), trouble);
    }
  }

  private @Nullable String look(UUID courseId) {
    List<Watched> all = watched.ofCourse(courseId);
    int total = 1 + all.size();
    polls.step(courseId, 0, total);
    @Nullable String trouble = roster(courseId);
    int done = 1;
    Round round = new Round();
    List<Watched> again = new ArrayList<>();
    for (Watched each : all) {
      polls.step(courseId, done++, total);
      switch (pollActivity.atOnce(each, round)) {
        case UNCONFIRMED -> again.add(each);
        case FAILED -> trouble = trouble == null ? "UNAVAILABLE" : trouble;
        case DONE -> {}
      }
    }
    Round second = round.next();
    for (Watched each : again) {
      pollActivity.atOnce(each, second);
    }
    return trouble;
  }

  private @Nullable String roster(UUID courseId) {
    try {
      refreshRoster.of(courseId);
      return null;
    } catch (ExternalRefusal e) {
      LOG.log(WARNING, "roster course=" + courseId + " refused: " + e.getMessage());
      return "REFUSED";
    } catch (ExternalUnavailable e) {
      LOG.log(WARNING, "roster course=" + courseId + " unavailable: " + e.getMessage());
      return "UNAVAILABLE";
    }
  }
}
