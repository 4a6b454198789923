package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.award.request.RequestDecided;

/**
 * Owes the learner a word about a no to their request, or a return, in the transaction that decides
 * it; once the decision can no longer be undone unseen.
 */
@ApplicationScoped
public class NoteDecisions {

  private final Decisions decisions;
  private final Notices notices;
  private final AwardSettingsBook settings;
  private final Clock clock;

  @Inject
  public NoteDecisions(
      Decisions decisions, Notices notices, AwardSettingsBook settings, Clock clock) {
    this.decisions = decisions;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  public void on(@Observes RequestDecided decided) {
    decisions.owe(decided.requestId());
    notices.gather(
        List.of(new Notices.Notice(decided.lmsUserId(), decided.institutionId())),
        clock
            .instant()
            .plus(Duration.ofMinutes(settings.of(decided.institutionId()).undoMinutes())));
  }
}
