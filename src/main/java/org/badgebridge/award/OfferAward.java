package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.badgebridge.award.Offer.Moment.When;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/**
 * Gives a badge to a learner, once. However many rules, nodes and replays offer the same class to
 * the same learner, one award comes into being and nobody gets an error; what a person has ended is
 * not offered again.
 */
@ApplicationScoped
public class OfferAward {

  private final AwardedLearners learners;
  private final AwardTermsOf termsOf;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public OfferAward(
      AwardedLearners learners, AwardTermsOf termsOf, AwardChanges changes, Clock clock) {
    this.learners = learners;
    this.termsOf = termsOf;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Offers, proposes or schedules the badge, unless the learner has or had it. A rule's offer of
   * which the badge class asks that something be said is proposed: whoever approves it says it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the badge class does not belong
   *     to the institution, or the learner neither to it nor to a partner that may award it;
   *     CONFLICT if it is not published
   * @throws InvalidFields if a person's offer does not say what the badge class asks
   */
  @Transactional
  public Outcome offer(Offer offer) {
    return toAll(List.of(offer)).get(0);
  }

  /**
   * Lets other offers to these learners wait until the caller's transaction ends: before offers of
   * several badge classes, so that they never interlock with others.
   */
  @Transactional
  public void lock(SortedSet<UUID> lmsUserIds) {
    learners.lock(lmsUserIds);
  }

  /**
   * As {@link #offer} to each of some learners, with as many statements as for one. What refuses
   * one offer refuses all. Learners wait in one order, so that two such acts never interlock.
   *
   * @param offers of one badge class; some hundreds at most
   * @return what became of each, in the order of the offers
   */
  @Transactional
  public List<Outcome> toAll(List<Offer> offers) {
    return toAll(offers, false);
  }

  /**
   * As the other, but takes no free place where there are so many only: others wait for one. What
   * needs a place is {@link Result#FULL} then.
   */
  @Transactional
  public List<Outcome> behindOthers(List<Offer> offers) {
    return toAll(offers, true);
  }

  private List<Outcome> toAll(List<Offer> offers, boolean behind) {
    if (offers.isEmpty()) {
      return List.of();
    }
    LastAwards last = last(offers);
    Renewal renewal = renewal(offers, last);
    List<Optional<Outcome>> before =
        offers.stream().map(each -> before(each, last, renewal)).toList();
    Iterator<Outcome> given =
        give(
                IntStream.range(0, offers.size())
                    .filter(i -> before.get(i).isEmpty())
                    .mapToObj(offers::get)
                    .toList(),
                behind)
            .iterator();
    return before.stream().map(each -> each.orElseGet(given::next)).toList();
  }

  private List<Outcome> give(List<Offer> offers, boolean behind) {
    if (offers.isEmpty()) {
      return List.of();
    }
    AwardTermsOf.Found found = termsOf.find(offers.get(0), users(offers));
    learners.lock(users(offers));
    LastAwards last = last(offers);
    Places places =
        behind && found.places() != null
            ? new Places(0)
            : learners.places(offers.get(0).badgeClassId(), found.places());
    Map<DirectAward, Actor> made = new LinkedHashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Offer offer : offers) {
      outcomes.add(
          before(offer, last, found.renewal())
              .or(() -> onRequestOnly(offer, found.requirements()))
              .or(() -> full(offer, last, places))
              .orElseGet(
                  () -> {
                    DirectAward award = make(offer, found, last);
                    made.put(award, offer.actor());
                    return Outcome.of(Result.valueOf(award.state().name()), award);
                  }));
    }
    learners.add(made.keySet());
    changes.given(made);
    return outcomes;
  }

  private DirectAward make(Offer offer, AwardTermsOf.Found found, LastAwards last) {
    Optional<DirectAward> before = last.of(offer.lmsUserId());
    int edition = before.map(award -> award.edition() + 1).orElse(1);
    Offer next =
        before
            .filter(award -> award.state() == AwardState.CLAIMED)
            .map(offer::renewing)
            .orElse(offer);
    DirectAward award = make(checked(next, found.requirements()), found.terms(next, edition));
    last.take(offer.lmsUserId(), award);
    return award;
  }

  private DirectAward make(Offer offer, AwardTerms terms) {
    Instant now = clock.instant();
    Instant from = offer.moment().from();
    if (from != null) {
      return DirectAward.schedule(offer, terms, from, now);
    }
    return offer.moment().when() == When.ON_APPROVAL
        ? DirectAward.propose(offer, terms, now)
        : DirectAward.offer(offer, terms, now);
  }

  private static Optional<Outcome> onRequestOnly(Offer offer, Requirements requirements) {
    return requirements.onRequestOnly() && offer.provenance().origin() != Origin.REQUEST
        ? Optional.of(new Outcome(Result.ONLY_ON_REQUEST, null))
        : Optional.empty();
  }

  private static Offer checked(Offer offer, Requirements requirements) {
    List<FieldFault> faults = requirements.faults(offer.details());
    if (faults.isEmpty()) {
      return offer;
    }
    if (offer.provenance().origin() == Origin.RULE) {
      return offer.at(Offer.Moment.ON_APPROVAL);
    }
    throw new InvalidFields(faults);
  }

  private LastAwards last(List<Offer> offers) {
    return learners.last(offers.get(0).badgeClassId(), users(offers));
  }

  private static SortedSet<UUID> users(List<Offer> offers) {
    return offers.stream().map(Offer::lmsUserId).collect(Collectors.toCollection(TreeSet::new));
  }

  /** When holders can get it anew; not looked up if none of these learners holds it. */
  private Renewal renewal(List<Offer> offers, LastAwards last) {
    boolean held =
        offers.stream()
            .flatMap(each -> last.of(each.lmsUserId()).stream())
            .anyMatch(award -> award.state() == AwardState.CLAIMED);
    return held ? termsOf.renewal(offers.get(0).badgeClassId()) : Renewal.NEVER;
  }

  private static Optional<Outcome> full(Offer offer, LastAwards last, Places places) {
    boolean counted = last.of(offer.lmsUserId()).filter(each -> each.state().live()).isPresent();
    return counted || offer.sandbox() || places.take()
        ? Optional.empty()
        : Optional.of(new Outcome(Result.FULL, null));
  }

  private static Optional<Outcome> before(Offer offer, LastAwards last, Renewal renewal) {
    return last.of(offer.lmsUserId())
        .filter(award -> award.state().live() || !offer.again())
        .filter(award -> !replaced(award, offer))
        .filter(award -> !renewal.allows(award, offer))
        .map(award -> Outcome.of(standing(award.state()), award));
  }

  /** What the offer takes the place of stands not in its way: it holds no more. */
  private static boolean replaced(DirectAward award, Offer offer) {
    return award.state() == AwardState.CLAIMED && award.id().equals(offer.provenance().replaces());
  }

  private static Result standing(AwardState state) {
    if (state == AwardState.CLAIMED) {
      return Result.ALREADY_HELD;
    }
    return state.live() ? Result.ALREADY_OPEN : Result.ENDED_BEFORE;
  }
}
