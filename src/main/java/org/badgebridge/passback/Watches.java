package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.passback.WatchedActivities.Watched;

/** Asks every room that watches activities. */
@ApplicationScoped
public class Watches {

  private final Iterable<WatchedActivities> rooms;

  @Inject
  Watches(Instance<WatchedActivities> rooms) {
    this((Iterable<WatchedActivities>) rooms);
  }

  /** Asks these rooms. */
  public Watches(Iterable<WatchedActivities> rooms) {
    this.rooms = rooms;
  }

  List<Watched> due(Instant now, int limit) {
    return each(room -> room.due(now, limit));
  }

  List<Watched> ofCourse(UUID courseId) {
    return each(room -> room.ofCourse(courseId));
  }

  /** One activity, if any room watches it. */
  public Optional<Watched> find(UUID activityId) {
    return each(room -> room.find(activityId).stream().toList()).stream().findFirst();
  }

  private List<Watched> each(Function<WatchedActivities, List<Watched>> question) {
    Map<UUID, Watched> found = new LinkedHashMap<>();
    for (WatchedActivities room : rooms) {
      for (Watched one : question.apply(room)) {
        found.merge(one.activityId(), one, Watched::or);
      }
    }
    return List.copyOf(found.values());
  }
}
