package org.badgebridge.passback;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.SourcePolls.Poll;
import org.badgebridge.passback.WatchedActivities.Watched;

/**
 * Lets every source look at one activity and notes how it went. Whatever fails ends here: one
 * broken course never stops the others.
 */
@ApplicationScoped
class PollActivity {

  private static final System.Logger LOG = System.getLogger(PollActivity.class.getName());

  private final Targets targets;
  private final List<EvidenceSource> sources;
  private final SourcePolls polls;
  private final Clock clock;

  @Inject
  PollActivity(Targets targets, Instance<EvidenceSource> sources, SourcePolls polls, Clock clock) {
    this(targets, sources.stream().toList(), polls, clock);
  }

  PollActivity(Targets targets, List<EvidenceSource> sources, SourcePolls polls, Clock clock) {
    this.targets = targets;
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

  /**
   * Looks where a look is due.
   *
   * @param down platforms that failed in this run: not called again; grows when another fails
   */
  void whenDue(Watched watched, Set<UUID> down) {
    targets.of(watched).ifPresent(target -> round(target, down, false));
  }

  /** Looks at once with every source. */
  Outcome atOnce(Watched watched, Set<UUID> down) {
    return targets.of(watched).map(target -> round(target, down, true)).orElse(Outcome.DONE);
  }

  private Outcome round(Target target, Set<UUID> down, boolean atOnce) {
    Outcome outcome = Outcome.DONE;
    for (EvidenceSource source : sources) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Optional<Poll> known = polls.find(target.activity().id(), source.name());
      if (!atOnce && known.isPresent() && known.get().nextAt().isAfter(now)) {
        continue;
      }
      Poll before = known.orElseGet(() -> Rhythm.fresh(target.activity().id(), source.name(), now));
      Outcome one = look(target, source, before, down, now);
      outcome = one.compareTo(outcome) > 0 ? one : outcome;
    }
    return outcome;
  }

  private Outcome look(
      Target target, EvidenceSource source, Poll before, Set<UUID> down, Instant now) {
    try {
      if (!source.covers(target)) {
        polls.save(Rhythm.idle(before, now));
        return Outcome.DONE;
      }
      if (down.contains(target.platformId())) {
        polls.save(Rhythm.failed(before, null, now));
        return Outcome.FAILED;
      }
      Look look = source.look(target);
      polls.save(Rhythm.after(before, look, now));
      return look.unconfirmed() ? Outcome.UNCONFIRMED : Outcome.DONE;
    } catch (ExternalRefusal e) {
      LOG.log(WARNING, told(target, source) + " refused: " + e.getMessage());
      polls.save(Rhythm.refused(before, now));
    } catch (ExternalUnavailable e) {
      LOG.log(WARNING, told(target, source) + " unavailable: " + e.getMessage());
      down.add(target.platformId());
      polls.save(Rhythm.failed(before, e.retryAfter(), now));
    } catch (RuntimeException e) {
      LOG.log(ERROR, told(target, source) + " failed", e);
      polls.save(Rhythm.failed(before, null, now));
    }
    return Outcome.FAILED;
  }

  private static String told(Target target, EvidenceSource source) {
    return "poll activity=" + target.activity().id() + " source=" + source.name();
  }
}
