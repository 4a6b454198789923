package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.badgebridge.course.Activities;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.connector.Directory.Role;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.Reports.Waiting;

/**
 * Turns reports into facts and says of each report what became of it, all in one transaction.
 * Several deployments may know the same course; then it is a fact in each.
 */
@ApplicationScoped
public class MatchReports {

  private final Reports reports;
  private final Connectors connectors;
  private final Directory directory;
  private final Activities activities;
  private final RecordPassback recordPassback;

  @Inject
  public MatchReports(
      Reports reports,
      Connectors connectors,
      Directory directory,
      Activities activities,
      RecordPassback recordPassback) {
    this.reports = reports;
    this.connectors = connectors;
    this.directory = directory;
    this.activities = activities;
    this.recordPassback = recordPassback;
  }

  /** Matches some that wait. */
  @Transactional
  public void match(List<Waiting> batch) {
    Map<State, List<Long>> outcome = new EnumMap<>(State.class);
    List<Fact> facts = new ArrayList<>();
    Map<UUID, Connector> from =
        connectors
            .find(batch.stream().map(Waiting::connectorId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Connector::id, Function.identity()));
    Map<UUID, List<Waiting>> byConnector =
        batch.stream().collect(Collectors.groupingBy(Waiting::connectorId));
    byConnector.forEach(
        (id, own) -> {
          Connector connector = Objects.requireNonNull(from.get(id));
          Directory.Found found = directory.find(connector, own);
          Known known = new Known(new HashMap<>());
          for (Waiting each : own) {
            outcome
                .computeIfAbsent(
                    settle(each, connector, found, known, facts), state -> new ArrayList<>())
                .add(each.id());
          }
        });
    recordPassback.recordAll(facts);
    outcome.forEach((state, ids) -> reports.settle(ids, state));
  }

  /** Activities of this batch that were looked up already. */
  private record Known(Map<Map.Entry<UUID, Report.What>, UUID> ids) {}

  private State settle(
      Waiting waiting, Connector connector, Directory.Found found, Known known, List<Fact> facts) {
    Report report = waiting.report();
    Set<UUID> courses = found.courses(report.course());
    if (courses.isEmpty()) {
      return State.NO_COURSE;
    }
    Optional<UUID> learner = found.user(report.learner());
    if (learner.isEmpty()) {
      return State.NO_LEARNER;
    }
    State state = State.NO_LEARNER;
    for (UUID course : courses) {
      Role role = found.role(course, learner.get());
      if (role == Role.LEARNER) {
        facts.add(
            fact(waiting, connector, activity(course, report.activity(), known), learner.get()));
        state = State.TAKEN;
      } else if (role == Role.OTHER && state != State.TAKEN) {
        state = State.NOT_LEARNER;
      }
    }
    return state;
  }

  private UUID activity(UUID course, Report.What what, Known known) {
    return known
        .ids()
        .computeIfAbsent(
            Map.entry(course, what),
            key -> activities.known(course, what.kind(), what.reference(), what.title()).id());
  }

  private static Fact fact(Waiting waiting, Connector connector, UUID activity, UUID learner) {
    Report report = waiting.report();
    return new Fact(
        connector.institutionId(),
        connector.source(),
        waiting.id() + "/" + activity,
        activity,
        learner,
        report.kind(),
        report.score(),
        report.maximum(),
        report.occurredAt(),
        report.undone());
  }
}
