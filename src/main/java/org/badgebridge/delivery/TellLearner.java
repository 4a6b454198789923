package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.jspecify.annotations.Nullable;

/**
 * Owes a learner one message about all that an institution offers them, and one each about requests
 * that it returned or denied and about documents that it joined to their badges, unless they saw
 * it, were told before, or cannot be reached. What can still be undone unseen waits for the next
 * message.
 */
@ApplicationScoped
public class TellLearner {

  private final Notices notices;
  private final OpenOffers offers;
  private final Decisions decisions;
  private final JoinedDocuments documents;
  private final Mails mails;
  private final LmsUsers lmsUsers;
  private final Orders orders;
  private final Standing standing;
  private final AwardSettingsBook settings;
  private final Clock clock;

  @Inject
  public TellLearner(
      Notices notices,
      OpenOffers offers,
      Decisions decisions,
      JoinedDocuments documents,
      Mails mails,
      LmsUsers lmsUsers,
      Orders orders,
      Standing standing,
      AwardSettingsBook settings,
      Clock clock) {
    this.notices = notices;
    this.offers = offers;
    this.decisions = decisions;
    this.documents = documents;
    this.mails = mails;
    this.lmsUsers = lmsUsers;
    this.orders = orders;
    this.standing = standing;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public void tell(Notices.Notice notice) {
    if (!notices.take(notice)) {
      return;
    }
    Duration undo = Duration.ofMinutes(settings.of(notice.institutionId()).undoMinutes());
    Instant settled = clock.instant().minus(undo);
    List<OpenOffer> untold =
        offers.of(notice.lmsUserId(), notice.institutionId()).stream()
            .filter(each -> !each.told())
            .toList();
    Map<UUID, @Nullable Integer> ready = new HashMap<>();
    for (OpenOffer each : untold) {
      if (each.byRule() || !each.offered().isAfter(settled)) {
        ready.put(each.awardId(), 0);
      } else {
        notices.gather(List.of(notice), each.offered().plus(undo));
      }
    }
    List<Decision> decided = decided(notice, settled, undo);
    Optional<LmsUser> learner =
        lmsUsers.find(notice.lmsUserId()).filter(each -> standing.obstacle(each).isEmpty());
    if (!ready.isEmpty() && learner.isPresent()) {
      mails.queue(orders.to(learner.get(), notice.institutionId(), MailKind.OFFER), ready);
    }
    if (learner.isPresent()) {
      tell(learner.get(), notice.institutionId(), decided);
    }
    decisions.settle(decided);
    List<JoinedDocument> joined = documents.owed(notice);
    if (!joined.isEmpty() && learner.isPresent()) {
      Mails.Order order = orders.to(learner.get(), notice.institutionId(), MailKind.SUPPLEMENT);
      documents.name(mails.queue(order, Map.of()), joined);
    }
    documents.settle(joined);
  }

  /** What was decided about requests and can be told now; what can be undone unseen waits. */
  private List<Decision> decided(Notices.Notice notice, Instant settled, Duration undo) {
    List<Decision> ready = new ArrayList<>();
    for (Decision each : decisions.owed(notice)) {
      if (each.at().isAfter(settled)) {
        notices.gather(List.of(notice), each.at().plus(undo));
      } else {
        ready.add(each);
      }
    }
    return ready;
  }

  private void tell(LmsUser learner, UUID institutionId, List<Decision> decided) {
    for (MailKind kind : List.of(MailKind.RETURNED, MailKind.DENIED)) {
      List<Decision> some = decided.stream().filter(each -> each.kind() == kind).toList();
      if (!some.isEmpty()) {
        decisions.name(mails.queue(orders.to(learner, institutionId, kind), Map.of()), some);
      }
    }
  }
}
