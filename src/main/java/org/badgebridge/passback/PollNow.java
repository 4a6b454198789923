package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a course at once because a lecturer asked: roster and all watched activities, with the
 * second look that evidence from restrictions needs. Asking while it runs lets it look once more;
 * asking again just after its end waits a moment, so that nobody wears a platform out.
 */
@ApplicationScoped
public class PollNow {

  private static final Duration LOST = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofSeconds(20);

  private final CoursePolls polls;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  public PollNow(CoursePolls polls, Jobs jobs, Clock clock) {
    this.polls = polls;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * How far it is.
   *
   * @param finishedAt null while it runs
   * @param trouble {@code REFUSED}, {@code UNAVAILABLE} or {@code FAILED} if something went wrong
   */
  public record Progress(
      Instant askedAt,
      int done,
      int total,
      @Nullable Instant finishedAt,
      @Nullable String trouble) {

    /** Whether it still runs. */
    public boolean running() {
      return finishedAt == null;
    }
  }

  /** Asks for a look; the answer is in {@link #progress}. */
  @Transactional
  public void ask(UUID courseId) {
    Instant now = clock.instant();
    String id = courseId.toString();
    polls
        .begin(courseId, now, LOST, REST)
        .ifPresent(start -> jobs.schedule(PollCourse.NAME, id, id, start));
  }

  /** The last look that was asked for; empty if none ever was. */
  public Optional<Progress> progress(UUID courseId) {
    return polls.find(courseId);
  }
}
