package org.badgebridge.delivery;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.badgebridge.jobs.RecurringJob;

/** Tells learners what they were offered, each in a transaction of its own. */
@ApplicationScoped
class TellLearners implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(TellLearners.class.getName());

  private final Notices notices;
  private final TellLearner telling;

  @Inject
  TellLearners(Notices notices, TellLearner telling) {
    this.notices = notices;
    this.telling = telling;
  }

  @Override
  public String name() {
    return "tell-learners";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    Set<Notices.Notice> tried = new HashSet<>();
    List<Notices.Notice> batch = notices.due();
    while (batch.stream().anyMatch(each -> !tried.contains(each))) {
      batch.stream().filter(tried::add).forEach(this::tell);
      batch = notices.due();
    }
  }

  private void tell(Notices.Notice notice) {
    try {
      telling.tell(notice);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "learner " + notice.lmsUserId() + " was not told", e);
      notices.putOff(notice);
    }
  }
}
