package org.badgebridge.passback;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.SourcePolls.Poll;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.jspecify.annotations.Nullable;

/**
 * Lets every source look at one activity and notes how it went. Whatever fails ends here: one
 * broken course never stops the others.
 */
@ApplicationScoped
class PollActivity {

  private static final System.Logger LOG = System.getLogger(PollActivity.class.getName());

  private final Targets targets;
  private final Watches watches;
  private final List<EvidenceSource> sources;
  private final SourcePolls polls;
  private final Clock clock;

  /** Until when platforms asked to be left alone, by platform (RFC 9110 §10.2.3). */
  private final Map<UUID, Instant> restUntil = new ConcurrentHashMap<>();

  @Inject
  PollActivity(
      Targets targets,
      Watches watches,
      Instance<EvidenceSource> sources,
      SourcePolls polls,
      Clock clock) {
    this(targets, watches, sources.stream().toList(), polls, clock);
  }

  PollActivity(
      Targets targets,
      Watches watches,
      List<EvidenceSource> sources,
      SourcePolls polls,
      Clock clock) {
    this.targets = targets;
    this.watches = watches;
    this.sources = sources;
    this.polls = polls;
    this.clock = clock;
  }

  /** How a round of looks went. */
  enum Outcome {
    /** All that was to be seen is recorded. */
    DONE,
    /** Something waits for a second look. */
    UNCONFIRMED,
    /** A platform refused or failed. */
    FAILED
  }

  /** Looks where a look is due. */
  void whenDue(Watched watched, Round round) {
    targets
        .of(watched)
        .ifPresent(
            target -> {
              for (EvidenceSource source : sources) {
                if (due(target, source)) {
                  look(target, source, round);
                  others(target, source).forEach(other -> look(other, source, round));
                }
              }
            });
  }

  /** Looks at once with every source. */
  Outcome atOnce(Watched watched, Round round) {
    return targets
        .of(watched)
        .map(
            target ->
                sources.stream()
                    .map(source -> look(target, source, round))
                    .max(Comparator.naturalOrder())
                    .orElse(Outcome.DONE))
        .orElse(Outcome.DONE);
  }

  private boolean due(Target target, EvidenceSource source) {
    Instant now = clock.instant();
    return polls
        .find(target.activity().id(), source.name())
        .filter(poll -> poll.nextAt().isAfter(now))
        .isEmpty();
  }

  /** What the source is asked about together with this. */
  private List<Target> others(Target target, EvidenceSource source) {
    if (!source.wholeCourse() || !source.covers(target)) {
      return List.of();
    }
    return watches.ofCourse(target.course().id()).stream()
        .filter(each -> !each.activityId().equals(target.activity().id()))
        .flatMap(each -> targets.of(each).stream())
        .filter(source::covers)
        .toList();
  }

  private Outcome look(Target target, EvidenceSource source, Round round) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Poll before =
        polls
            .find(target.activity().id(), source.name())
            .orElseGet(() -> Rhythm.fresh(target.activity().id(), source.name(), now));
    try {
      if (!source.covers(target)) {
        polls.save(Rhythm.idle(before, now));
        return Outcome.DONE;
      }
      Duration rest = rest(target, now);
      if (rest != null || round.hasFailed(target.platformId())) {
        polls.save(Rhythm.failed(before, rest, now));
        return Outcome.FAILED;
      }
      Look look = source.look(target, round);
      polls.save(Rhythm.after(before, look, source.spacing(), now));
      return look.unconfirmed() ? Outcome.UNCONFIRMED : Outcome.DONE;
    } catch (ExternalRefusal e) {
      LOG.log(WARNING, told(target, source) + " refused: " + e.getMessage());
      polls.save(Rhythm.refused(before, e.status(), now));
    } catch (ExternalUnavailable e) {
      LOG.log(WARNING, told(target, source) + " unavailable: " + e.getMessage());
      round.failed(target.platformId());
      if (e.retryAfter() != null) {
        restUntil.put(target.platformId(), now.plus(e.retryAfter()));
      }
      polls.save(Rhythm.failed(before, e.retryAfter(), now));
    } catch (RuntimeException e) {
      LOG.log(ERROR, told(target, source) + " failed", e);
      polls.save(Rhythm.failed(before, null, now));
    }
    return Outcome.FAILED;
  }

  /** How long the platform still wants to be left alone; null if it does not. */
  private @Nullable Duration rest(Target target, Instant now) {
    Instant until = restUntil.get(target.platformId());
    return until == null || !until.isAfter(now) ? null : Duration.between(now, until);
  }

  private static String told(Target target, EvidenceSource source) {
    return "poll activity=" + target.activity().id() + " source=" + source.name();
  }
}
