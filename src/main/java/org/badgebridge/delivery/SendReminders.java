package org.badgebridge.delivery;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.jobs.RecurringJob;
import org.jspecify.annotations.Nullable;

/** Reminds learners on the days that their institution chose, each in a transaction of its own. */
@ApplicationScoped
class SendReminders implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(SendReminders.class.getName());

  private final Reminders reminders;
  private final AwardSettingsBook settings;
  private final RemindLearner remind;

  @Inject
  SendReminders(Reminders reminders, AwardSettingsBook settings, RemindLearner remind) {
    this.reminders = reminders;
    this.settings = settings;
    this.remind = remind;
  }

  @Override
  public String name() {
    return "send-reminders";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    for (UUID institution : reminders.institutions()) {
      settings.of(institution).reminderDays().forEach(day -> remind(institution, day));
    }
  }

  private void remind(UUID institution, int day) {
    @Nullable UUID last = null;
    List<UUID> batch = reminders.due(institution, day, null);
    while (!batch.isEmpty()) {
      for (UUID learner : batch) {
        last = learner;
        try {
          remind.onPlannedDay(learner, institution);
        } catch (RuntimeException e) {
          LOG.log(ERROR, "learner " + learner + " was not reminded", e);
        }
      }
      batch = reminders.due(institution, day, last);
    }
  }
}
