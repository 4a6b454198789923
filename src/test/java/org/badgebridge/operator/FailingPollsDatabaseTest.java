package org.badgebridge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.SourcePolls;
import org.badgebridge.passback.WatchedActivities;
import org.badgebridge.passback.Watches;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailingPollsDatabaseTest {

  private final Set<UUID> watched = new HashSet<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesOnlyActivitiesThatARuleAsksAbout(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID asked = course.activity("RESOURCE_LINK", "Asked");
      UUID switchedOff = course.activity("RESOURCE_LINK", "Switched off");
      for (UUID each : List.of(asked, switchedOff)) {
        look(database, each, "membership", 0, "OPEN_FOR_ALL");
        look(database, each, "gradebook", 3, null);
      }
      watched.add(asked);

      FailingPolls polls = polls(database);

      assertThat(polls.held())
          .singleElement()
          .extracting(SourcePolls.HeldPoll::activityTitle)
          .isEqualTo("Asked");
      assertThat(polls.list())
          .singleElement()
          .extracting(FailingPolls.FailingPoll::activity)
          .isEqualTo("Asked");
    }
  }

  private static void look(
      OpenDatabase database, UUID activity, String source, int failures, @Nullable String held) {
    database.execute(
        "insert into source_poll (activity_id, source, next_at, calm, failures, held_because)"
            + " values (?, ?, ?, 0, ?, ?)",
        activity,
        source,
        SampleCourse.THEN,
        failures,
        held);
  }

  private FailingPolls polls(OpenDatabase database) {
    Sql sql = new Sql(database.dataSource());
    return new FailingPolls(
        sql, new SourcePolls(sql, new MovableClock()), new Watches(List.of(new These(watched))));
  }

  private record These(Set<UUID> activities) implements WatchedActivities {

    @Override
    public List<Watched> due(Instant now, int limit) {
      return List.of();
    }

    @Override
    public List<Watched> ofCourse(UUID courseId) {
      return List.of();
    }

    @Override
    public Optional<Watched> find(UUID activityId) {
      return activities.contains(activityId)
          ? Optional.of(new Watched(activityId, false, true, true))
          : Optional.empty();
    }
  }
}
