package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.roster.Memberships;
import org.jspecify.annotations.Nullable;

/** Compares what Moodle says with what is known, and tells the difference. */
@ApplicationScoped
class Differences {

  private final Evidence evidence;
  private final Memberships memberships;

  @Inject
  Differences(Evidence evidence, Memberships memberships) {
    this.evidence = evidence;
    this.memberships = memberships;
  }

  /** What is known about one activity, and of whom it may be told. */
  Known known(Target target) {
    Map<Map.Entry<UUID, Fact.Kind>, EvidenceItem> items = new HashMap<>();
    evidence
        .of(List.of(target.activity().id()))
        .forEach(item -> items.put(Map.entry(item.lmsUserId(), item.kind()), item));
    return new Known(target, memberships.learnersBySub(target.course().id()), items);
  }

  /** What is known about one activity. */
  record Known(
      Target target,
      Map<String, UUID> learners,
      Map<Map.Entry<UUID, Fact.Kind>, EvidenceItem> items) {

    /**
     * Grades that are new, changed or cleared. A grade that is hidden from its learner says nothing
     * yet: a badge would give it away.
     */
    List<Report> scores(Sweep<Grade> sweep) {
      List<Report> reports = new ArrayList<>();
      learners.forEach(
          (sub, user) -> {
            Grade grade = of(sweep, sub);
            if (grade != null && !grade.hidden()) {
              score(sub, item(user, Fact.Kind.SCORED), grade, sweep.askedAt(), reports);
            }
          });
      return reports;
    }

    /** Completions that are new or were taken back. */
    List<Report> completions(Sweep<Progress> sweep) {
      List<Report> reports = new ArrayList<>();
      learners.forEach(
          (sub, user) -> {
            Progress now = of(sweep, sub);
            if (now != null) {
              Instant asked = sweep.askedAt();
              done(sub, user, Fact.Kind.COMPLETED, now.completed(), now.at(), asked, reports);
              done(sub, user, Fact.Kind.PASSED, now.passed(), now.at(), asked, reports);
            }
          });
      return reports;
    }

    private <T> @Nullable T of(Sweep<T> sweep, String sub) {
      return sweep.bySub().getOrDefault(sub, Map.of()).get(target.activity().reference());
    }

    private @Nullable EvidenceItem item(UUID user, Fact.Kind kind) {
      return items.get(Map.entry(user, kind));
    }

    private void score(
        String sub, @Nullable EvidenceItem item, Grade grade, Instant asked, List<Report> reports) {
      boolean holds = item != null && !item.undone();
      if (grade.score() == null) {
        if (holds && item != null && item.occurredAt().isBefore(asked)) {
          reports.add(report(sub, Fact.Kind.SCORED, item.score(), item.maximum(), asked, true));
        }
        return;
      }
      boolean same =
          holds
              && item != null
              && Objects.equals(item.score(), grade.score())
              && Objects.equals(item.maximum(), grade.maximum());
      Instant at = when(item, grade.at(), asked);
      if (!same && at != null) {
        reports.add(report(sub, Fact.Kind.SCORED, grade.score(), grade.maximum(), at, false));
      }
    }

    private void done(
        String sub,
        UUID user,
        Fact.Kind kind,
        boolean now,
        @Nullable Instant since,
        Instant asked,
        List<Report> reports) {
      EvidenceItem item = item(user, kind);
      boolean holds = item != null && !item.undone();
      if (now == holds) {
        return;
      }
      Instant at = when(item, now ? since : null, asked);
      if (at != null) {
        reports.add(report(sub, kind, null, null, at, !now));
      }
    }

    /**
     * When it became so: by Moodle's own time, if that is newer than what is known, or else by the
     * time we asked, because what it shows holds then. Null if something newer is known.
     */
    private static @Nullable Instant when(
        @Nullable EvidenceItem item, @Nullable Instant told, Instant asked) {
      if (told != null
          && !told.isAfter(asked)
          && (item == null || told.isAfter(item.occurredAt()))) {
        return told;
      }
      return item == null || asked.isAfter(item.occurredAt()) ? asked : null;
    }

    private Report report(
        String sub,
        Fact.Kind kind,
        @Nullable Double score,
        @Nullable Double maximum,
        Instant at,
        boolean undone) {
      Activity activity = target.activity();
      String key =
          String.join(
              ":",
              activity.id().toString(),
              sub,
              kind.name(),
              String.valueOf(score),
              String.valueOf(maximum),
              at.toString(),
              undone ? "undone" : "");
      return new Report(
          key,
          Report.Where.of(target.course().id()),
          new Report.What(activity.kind(), activity.reference(), activity.title()),
          sub,
          kind,
          score,
          maximum,
          at,
          undone);
    }
  }
}
