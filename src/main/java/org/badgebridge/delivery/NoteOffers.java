package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.badgebridge.award.AwardOffered;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Provenance.Origin;

/**
 * Owes the learner a word about every offer, in the transaction that makes it. What a rule gives
 * waits for a day, because its learner is about to come back to the course page and see it there.
 */
@ApplicationScoped
public class NoteOffers {

  static final Duration COURSE_PAGE_FIRST = Duration.ofDays(1);

  private final Awards awards;
  private final AwardSettingsBook settings;
  private final Notices notices;
  private final Clock clock;

  @Inject
  public NoteOffers(Awards awards, AwardSettingsBook settings, Notices notices, Clock clock) {
    this.awards = awards;
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
  }

  public void on(@Observes AwardOffered event) {
    DirectAward award = awards.find(event.awardId()).orElseThrow();
    if (award.sandbox()) {
      return;
    }
    Notices.Notice notice = new Notices.Notice(award.lmsUserId(), award.institutionId());
    Instant now = clock.instant();
    if (award.provenance().origin() == Origin.RULE) {
      notices.owe(notice, now.plus(COURSE_PAGE_FIRST));
    } else {
      notices.gather(
          notice, now.plus(Duration.ofMinutes(settings.of(award.institutionId()).undoMinutes())));
    }
  }
}
