package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.course.Course;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;

/** Says which restricted links of a course learners opened lately; asks nobody. */
@ApplicationScoped
class TryLaunch implements Trying {

  private static final String KEY = "passback.builtin.launch.";

  private final Standings standings;

  @Inject
  TryLaunch(Standings standings) {
    this.standings = standings;
  }

  @Override
  public BuiltIn tries() {
    return BuiltIn.LAUNCH;
  }

  @Override
  public List<Sight> look(Served platform, Course course) {
    List<Sight> sights = new ArrayList<>();
    for (Standings.Opened each : standings.opened(course.id())) {
      sights.add(
          Sight.good(KEY + "seen", each.title(), each.learners(), Standings.LATELY.toDays()));
    }
    return sights.isEmpty()
        ? List.of(Sight.plain(KEY + "nothing", Standings.LATELY.toDays()))
        : sights;
  }
}
