package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.EvidenceSource;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.Round;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.TakeReports;

/**
 * Asks the Moodle of a course about its activities that are not ours, and about the course as a
 * whole: completion and grades of the learners we know. Reports only what differs from what is
 * known, also that something was taken back.
 */
@ApplicationScoped
public class MoodleSource implements EvidenceSource {

  private static final Set<Activity.Kind> KINDS =
      Set.of(Activity.Kind.MODULE, Activity.Kind.COURSE);
  private static final Duration ROSTER_LASTS = Duration.ofHours(1);

  private final MoodleSites sites;
  private final AskMoodle ask;
  private final Differences differences;
  private final RefreshRoster refreshRoster;
  private final TakeReports takeReports;
  private final Clock clock;

  @Inject
  MoodleSource(
      MoodleSites sites,
      AskMoodle ask,
      Differences differences,
      RefreshRoster refreshRoster,
      TakeReports takeReports,
      Clock clock) {
    this.sites = sites;
    this.ask = ask;
    this.differences = differences;
    this.refreshRoster = refreshRoster;
    this.takeReports = takeReports;
    this.clock = clock;
  }

  @Override
  public String name() {
    return MoodleKind.SOURCE;
  }

  @Override
  public Duration spacing() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean wholeCourse() {
    return true;
  }

  @Override
  public boolean covers(Target target) {
    return KINDS.contains(target.activity().kind())
        && sites.connected(target.platformId(), target.institutionId());
  }

  @Override
  public Look look(Target target) {
    return look(target, new Round());
  }

  @Override
  public Look look(Target target, Round round) {
    MoodleSite site = sites.of(target.platformId(), target.institutionId());
    readRoster(target, round);
    try {
      return look(site, target, round);
    } catch (ExternalRefusal e) {
      sites.note(site, e);
      throw e;
    } catch (ExternalUnavailable e) {
      sites.note(site, e);
      throw e;
    }
  }

  private Look look(MoodleSite site, Target target, Round round) {
    Differences.Known known = differences.known(target);
    List<Report> reports = new ArrayList<>();
    List<Sweep<?>> sweeps = new ArrayList<>();
    if (target.watched().asksScore()) {
      Sweep<Grade> grades = ask.grades(site, target.course(), round);
      reports.addAll(known.scores(grades));
      sweeps.add(grades);
    }
    if (target.watched().asksCompletion()) {
      Sweep<Progress> progress =
          target.activity().kind() == Activity.Kind.COURSE
              ? ask.courseCompletion(site, target.course(), round)
              : ask.completion(site, target.course(), round);
      reports.addAll(known.completions(progress));
      sweeps.add(progress);
    }
    takeReports.take(site.connector(), reports);
    for (Sweep<?> each : sweeps) {
      if (each.failure() != null) {
        throw each.failure();
      }
    }
    boolean whole = sweeps.stream().allMatch(Sweep::whole);
    return new Look(!reports.isEmpty(), !whole, null);
  }

  /** Whoever came later is a learner, too. A course without a roster has those who opened us. */
  private void readRoster(Target target, Round round) {
    UUID courseId = target.course().id();
    Instant at = target.course().rosterAt();
    if (at == null || at.isBefore(clock.instant().minus(ROSTER_LASTS))) {
      try {
        round.once(new Roster(courseId), () -> refreshRoster.of(courseId));
      } catch (ExternalRefusal e) {
        // the roster is a service of its own; its refusal is shown where the platform is
      }
    }
  }

  private record Roster(UUID courseId) {}
}
