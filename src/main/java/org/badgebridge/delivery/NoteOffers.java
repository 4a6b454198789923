package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsOffered;
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

  public void on(@Observes AwardsOffered event) {
    Instant now = clock.instant();
    List<DirectAward> offered =
        event.awardIds().stream()
            .map(id -> awards.find(id).orElseThrow()) // at hand: this transaction made them
            .filter(award -> !award.sandbox())
            .toList();
    notices.owe(notices(offered, true), now.plus(COURSE_PAGE_FIRST));
    offered.stream()
        .collect(Collectors.groupingBy(DirectAward::institutionId))
        .forEach(
            (institution, given) ->
                notices.gather(
                    notices(given, false),
                    now.plus(Duration.ofMinutes(settings.of(institution).undoMinutes()))));
  }

  private static List<Notices.Notice> notices(List<DirectAward> offered, boolean byRule) {
    return offered.stream()
        .filter(award -> (award.provenance().origin() == Origin.RULE) == byRule)
        .map(award -> new Notices.Notice(award.lmsUserId(), award.institutionId()))
        .distinct()
        .sorted(Comparator.comparing(Notices.Notice::lmsUserId))
        .toList();
  }
}
