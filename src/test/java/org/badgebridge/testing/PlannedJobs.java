package org.badgebridge.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.badgebridge.jobs.Jobs;

/** Jobs without a scheduler: keeps what was owed as {@code name data}. */
public final class PlannedJobs extends Jobs {

  public final List<String> owed = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway") // nothing of the real one is used
  public PlannedJobs() {
    super(null, Clock.systemUTC(), null, null, null);
  }

  @Override
  public void schedule(String job, String instance, String data, Instant at) {
    owed.add(job + " " + data);
  }
}
