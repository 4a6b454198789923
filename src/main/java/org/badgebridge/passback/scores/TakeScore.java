package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.badgebridge.keys.Digests;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.TakeReports;
import org.badgebridge.passback.scores.HostedScores.Standing;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Takes one score: how the learner stands and what follows for the rules, in one transaction.
 *
 * <p>A final score is a fact; one that is not final changes nothing; without {@code scoreGiven} the
 * score is cleared. An activity is done once it is {@code Completed}, and no longer once it is
 * {@code Initialized} again.
 */
@ApplicationScoped
class TakeScore {

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final HostedScores scores;
  private final Learners learners;
  private final TakeReports takeReports;
  private final Clock clock;

  @Inject
  TakeScore(HostedScores scores, Learners learners, TakeReports takeReports, Clock clock) {
    this.scores = scores;
    this.learners = learners;
    this.takeReports = takeReports;
    this.clock = clock;
  }

  /**
   * Takes it.
   *
   * @throws ProblemException NOT_FOUND for a user the platform does not have, INVALID for one who
   *     teaches, MALFORMED for a time in the future, CONFLICT for one that is not newer than the
   *     last
   */
  @Transactional
  public void take(Connector connector, LineItem item, SentScore sent) {
    if (sent.timestamp().isAfter(clock.instant().plus(AHEAD))) {
      throw AgsJson.wrong("timestamp", "future");
    }
    switch (learners.of(connector, item.courseId(), sent.userId())) {
      case UNKNOWN ->
          throw new ProblemException(
              ProblemType.NOT_FOUND, "passback.scores.unknown-user", sent.userId());
      case TEACHES ->
          throw new ProblemException(ProblemType.INVALID, "passback.scores.teaches", sent.userId());
      case LEARNS, ELSEWHERE -> {}
    }
    Standing before = settle(item, sent);
    takeReports.take(connector, reports(item, sent, before, after(before, sent)));
  }

  /**
   * Writes how the learner stands now, and gives how they stood; waits for whoever does the same.
   */
  private Standing settle(LineItem item, SentScore sent) {
    while (true) {
      Standing known = scores.find(item.id(), sent.userId()).orElse(null);
      if (known == null) {
        Standing fresh = Standing.fresh(sent.userId(), sent.timestamp());
        if (scores.begin(item.id(), after(fresh, sent))) {
          return fresh;
        }
      } else {
        requireNewer(known, sent);
        if (scores.replace(item.id(), known, after(known, sent))) {
          return known;
        }
      }
    }
  }

  /**
   * "The platform MUST NOT update a result if the last timestamp on record is later than the
   * incoming score update" (§3.4.5); with an equal one nobody could tell which is the newer.
   */
  private static void requireNewer(Standing known, SentScore sent) {
    if (!sent.timestamp().isAfter(known.sentAt())) {
      throw new ProblemException(
          ProblemType.CONFLICT, "passback.scores.older", known.sentAt().toString());
    }
  }

  private static Standing after(Standing before, SentScore sent) {
    boolean completed =
        switch (sent.activityProgress()) {
          case Completed -> true;
          case Initialized -> false; // not started, or reset (§3.4.7)
          case Started, InProgress, Submitted -> before.completed();
        };
    boolean keeps = sent.scoreGiven() != null && !sent.isFinal();
    return keeps
        ? new Standing(
            before.learner(),
            sent.timestamp(),
            completed,
            before.score(),
            before.maximum(),
            before.comment(),
            before.scoredBy())
        : new Standing(
            before.learner(),
            sent.timestamp(),
            completed,
            sent.scoreGiven(),
            sent.scoreGiven() == null ? null : sent.scoreMaximum(),
            sent.scoreGiven() == null ? null : sent.comment(),
            sent.scoreGiven() == null ? null : sent.scoringUserId());
  }

  private static List<Report> reports(
      LineItem item, SentScore sent, Standing before, Standing after) {
    List<Report> reports = new ArrayList<>();
    if (sent.isFinal()) {
      reports.add(scored(item, sent, after, false));
    } else if (before.score() != null && after.score() == null) {
      reports.add(scored(item, sent, before, true));
    }
    if (before.completed() != after.completed()) {
      reports.add(report(item, sent, Fact.Kind.COMPLETED, null, null, before.completed()));
    }
    return reports;
  }

  private static Report scored(LineItem item, SentScore sent, Standing about, boolean undone) {
    return report(
        item,
        sent,
        Fact.Kind.SCORED,
        Objects.requireNonNull(about.score()),
        Objects.requireNonNull(about.maximum()),
        undone);
  }

  private static Report report(
      LineItem item,
      SentScore sent,
      Fact.Kind kind,
      @Nullable Double score,
      @Nullable Double maximum,
      boolean undone) {
    return new Report(
        String.join(
            "/",
            item.reference(),
            Digests.sha256(sent.userId()),
            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, sent.timestamp())),
            kind.name()),
        Report.Where.of(item.courseId()),
        KeepLineItem.what(item),
        sent.userId(),
        kind,
        score,
        maximum,
        sent.timestamp(),
        undone);
  }
}
