package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A lecturer's or staff's no to one request, or not yet, and their second thought. */
@ApplicationScoped
public class DecideRequest {

  private static final int LONGEST_WORDS = 1000;

  private final Requests requests;
  private final RequestsAtHand atHand;
  private final Awards awards;
  private final SettleRequests settling;
  private final RequestChanges changes;
  private final Clock clock;

  @Inject
  public DecideRequest(
      Requests requests,
      RequestsAtHand atHand,
      Awards awards,
      SettleRequests settling,
      RequestChanges changes,
      Clock clock) {
    this.requests = requests;
    this.atHand = atHand;
    this.awards = awards;
    this.settling = settling;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Says no. Twice changes nothing.
   *
   * @param why said to the learner
   * @return whether this call decided it
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND beyond reach, FORBIDDEN without the
   *     right, CONFLICT if it has ended otherwise
   * @throws InvalidFields without a reason
   */
  @Transactional
  public boolean deny(UUID id, String why, Reach reach, Actor by) {
    AwardRequest request = atHand.locked(id, reach, by);
    String words = worded(why);
    boolean changed = request.deny(words, changes.keepDays(request), clock.instant());
    if (changed) {
      changes.decided(request, by, "request.denied", words);
    }
    return changed;
  }

  /**
   * Returns it for revision. Twice changes nothing.
   *
   * @param what the learner is to say better; said to them
   * @return whether this call returned it
   * @throws org.badgebridge.problem.ProblemException as {@link #deny}
   */
  @Transactional
  public boolean giveBack(UUID id, String what, Reach reach, Actor by) {
    AwardRequest request = atHand.locked(id, reach, by);
    String words = worded(what);
    boolean changed = request.giveBack(words, clock.instant());
    if (changed) {
      changes.decided(request, by, "request.returned", words);
    }
    return changed;
  }

  /**
   * Takes a no or a return back; the request waits for a decision again, or is settled if the
   * learner got the badge meanwhile. Twice changes nothing.
   *
   * @return whether this call reopened it
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND beyond reach, FORBIDDEN without the
   *     right, CONFLICT if it was neither denied nor returned, if the learner has asked again, or
   *     if what it said is erased
   */
  @Transactional
  public boolean reopen(UUID id, Reach reach, Actor by) {
    awards.lockLearner(atHand.get(id, reach, by).lmsUserId());
    AwardRequest request = requests.locked(id);
    requireReopenable(request);
    boolean changed = request.reopen();
    if (changed) {
      changes.record(request, by, "request.reopened");
      settling.settleIfGiven(request, by);
    }
    return changed;
  }

  private void requireReopenable(AwardRequest request) {
    List<UUID> live = requests.live(request.badgeClassId(), request.lmsUserId());
    if (live.stream().anyMatch(each -> !each.equals(request.id()))) {
      throw new ProblemException(ProblemType.CONFLICT, "award.request.asked-again");
    }
    if (request.purgedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "award.request.purged");
    }
  }

  private static String worded(String typed) {
    String words = typed.strip();
    if (words.isEmpty()) {
      throw new InvalidFields(List.of(FieldFault.of("words", "award.request.fault.words-needed")));
    }
    if (words.length() > LONGEST_WORDS) {
      throw new InvalidFields(
          List.of(FieldFault.of("words", "award.fault.too-long", LONGEST_WORDS)));
    }
    return words;
  }
}
