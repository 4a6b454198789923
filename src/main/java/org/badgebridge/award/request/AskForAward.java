package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.AwardTermsOf;
import org.badgebridge.award.Awards;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A learner asks for a badge, says it better, and thinks again. */
@ApplicationScoped
public class AskForAward {

  private final Requests requests;
  private final Awards awards;
  private final AwardTermsOf termsOf;
  private final BadgeClasses badgeClasses;
  private final RequestChanges changes;
  private final Clock clock;

  @Inject
  public AskForAward(
      Requests requests,
      Awards awards,
      AwardTermsOf termsOf,
      BadgeClasses badgeClasses,
      RequestChanges changes,
      Clock clock) {
    this.requests = requests;
    this.awards = awards;
    this.termsOf = termsOf;
    this.badgeClasses = badgeClasses;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Asks. The same twice is asked once.
   *
   * @param wish in a course only if its rule lets the learner ask, which the caller has looked at
   * @return the request
   * @throws ProblemException NOT_FOUND if the learner cannot be given it; FORBIDDEN outside a
   *     course if the badge class takes no requests; CONFLICT if it is not published, if they asked
   *     already, or if it is on offer or held
   * @throws InvalidFields with every fault
   */
  @Transactional
  public UUID ask(Wish wish, Actor learner) {
    UUID institution = badgeClasses.institutionOf(wish.badgeClassId());
    Awarding awarding = termsOf.awardable(institution, wish.badgeClassId(), wish.lmsUserId());
    if (wish.courseId() == null && !awarding.requestsOpen()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "award.request.closed");
    }
    require(Asked.of(awarding), wish.said());
    awards.lockLearner(wish.lmsUserId());
    List<UUID> live = requests.live(wish.badgeClassId(), wish.lmsUserId());
    if (!live.isEmpty()) {
      return same(live.get(0), wish);
    }
    requireNone(wish);
    AwardRequest request = requests.add(new AwardRequest(institution, wish, clock.instant()));
    changes.record(request, learner, "request.asked");
    return request.id();
  }

  /**
   * Asks outside any course, as the user of this person to whom the badge could be given.
   *
   * @return the request
   * @throws ProblemException NOT_FOUND if there is no such user or badge class, and as {@link #ask}
   */
  @Transactional
  public UUID askAs(UUID personId, UUID badgeClassId, AwardDetails said, Actor learner) {
    UUID user =
        termsOf
            .recipient(badgeClasses.institutionOf(badgeClassId), badgeClassId, personId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "award.request.nobody"));
    return ask(new Wish(badgeClassId, user, null, said), learner);
  }

  private UUID same(UUID id, Wish wish) {
    AwardRequest request = requests.locked(id);
    if (request.state() != RequestState.OPEN || !request.details().equals(wish.said())) {
      throw new ProblemException(ProblemType.CONFLICT, "award.request.asked-already");
    }
    return id;
  }

  private void requireNone(Wish wish) {
    awards
        .of(wish.badgeClassId(), wish.lmsUserId())
        .map(award -> award.state())
        .filter(AwardState::given)
        .ifPresent(
            state -> {
              throw new ProblemException(
                  ProblemType.CONFLICT,
                  state == AwardState.CLAIMED ? "award.held-already" : "award.conflict-offered");
            });
  }

  /**
   * Asks again, as after a no.
   *
   * @param id of an earlier request
   * @return the new request
   * @throws ProblemException NOT_FOUND if it is not this person's, and as {@link #ask}
   */
  @Transactional
  public UUID again(UUID id, UUID personId, AwardDetails said, Actor learner) {
    AwardRequest earlier = requests.ofPerson(id, personId);
    return ask(
        new Wish(earlier.badgeClassId(), earlier.lmsUserId(), earlier.courseId(), said), learner);
  }

  /**
   * Says it anew, whether it was returned or still waits. The same twice changes nothing.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's, CONFLICT if it has ended
   * @throws InvalidFields with every fault
   */
  @Transactional
  public void revise(UUID id, UUID personId, AwardDetails said, Actor learner) {
    AwardRequest request = requests.lockedOf(id, personId);
    if (request.state().live()) {
      require(
          Asked.of(badgeClasses.find(request.badgeClassId()).orElseThrow().content().awarding()),
          said);
    }
    if (request.revise(Wish.ungraded(said), clock.instant())) {
      changes.record(request, learner, "request.revised");
    }
  }

  /**
   * Takes it back. Twice changes nothing.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's, CONFLICT if it was decided
   */
  @Transactional
  public void withdraw(UUID id, UUID personId, Actor learner) {
    AwardRequest request = requests.lockedOf(id, personId);
    if (request.withdraw(changes.keepDays(request), clock.instant())) {
      changes.record(request, learner, "request.withdrawn");
    }
  }

  private static void require(Asked asked, AwardDetails said) {
    List<FieldFault> faults = asked.faults(said);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }
}
