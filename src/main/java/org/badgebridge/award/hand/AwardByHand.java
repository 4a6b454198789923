package org.badgebridge.award.hand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Provenance;
import org.badgebridge.award.Recipient;
import org.badgebridge.award.Recipients;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.TeamPart;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A lecturer, staff or a program awards people whom they name. Whoever holds the badge, or has it
 * on offer, is left as they are; whoever had it and has it no more gets it anew.
 */
@ApplicationScoped
public class AwardByHand {

  private final OfferAward offers;
  private final AwardsAtHand atHand;
  private final BadgeClasses badgeClasses;
  private final Recipients recipients;
  private final Clock clock;

  @Inject
  public AwardByHand(
      OfferAward offers,
      AwardsAtHand atHand,
      BadgeClasses badgeClasses,
      Recipients recipients,
      Clock clock) {
    this.offers = offers;
    this.atHand = atHand;
    this.badgeClasses = badgeClasses;
    this.recipients = recipients;
    this.clock = clock;
  }

  /**
   * Staff or a program award one person.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award the badge class, CONFLICT
   *     if it is not published, given on request only, or all its places are taken
   * @throws InvalidFields with all that is wrong with whom they name and what they say
   */
  @Transactional
  public Outcome toOne(Recipient recipient, Gift gift, Actor by) {
    atHand.requireStaff(gift.badgeClassId(), by);
    Requirements requirements = requirements(gift.badgeClassId());
    UUID institution = badgeClasses.institutionOf(gift.badgeClassId());
    List<FieldFault> faults = new ArrayList<>(recipients.faults(institution, recipient));
    faults.addAll(requirements.faults(gift.details()));
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    UUID learner = recipients.meant(institution, recipient);
    Outcome outcome = offers.offer(offer(gift, learner, institution, null, by));
    if (outcome.result() == Outcome.Result.FULL) {
      throw new ProblemException(ProblemType.CONFLICT, "award.full");
    }
    return outcome;
  }

  /**
   * A lecturer awards learners of the course.
   *
   * @param learners of whom the caller knows that they are learners there
   * @param parts what each did in a team, by learner; empty for what each did alone
   * @param courseId where the badge class is shown, as the caller knows
   * @return what became of each
   * @throws ProblemException CONFLICT if the badge class is not published, or given on request only
   * @throws InvalidFields with all that is wrong with what they say
   */
  @Transactional
  public SortedMap<UUID, Outcome> inCourse(
      Collection<UUID> learners,
      Map<UUID, TeamPart> parts,
      UUID courseId,
      Gift gift,
      Actor lecturer) {
    Requirements requirements = requirements(gift.badgeClassId());
    SortedSet<UUID> members = new TreeSet<>(learners);
    for (UUID each : members) {
      List<FieldFault> faults = requirements.faults(gift.to(parts.get(each)).details());
      if (!faults.isEmpty()) {
        throw new InvalidFields(faults);
      }
    }
    UUID institution = badgeClasses.institutionOf(gift.badgeClassId());
    List<UUID> each = List.copyOf(members);
    List<Outcome> outcomes =
        offers.toAll(
            each.stream()
                .map(
                    learner ->
                        offer(
                            gift.to(parts.get(learner)), learner, institution, courseId, lecturer))
                .toList());
    return IntStream.range(0, each.size())
        .boxed()
        .collect(Collectors.toMap(each::get, outcomes::get, (one, other) -> one, TreeMap::new));
  }

  /**
   * What a badge class asks of an award by hand.
   *
   * @throws ProblemException CONFLICT if it is not published, or given on request only
   */
  public Requirements requirements(UUID badgeClassId) {
    BadgeClass badgeClass = badgeClasses.find(badgeClassId).orElseThrow(AwardByHand::missing);
    if (badgeClass.state() != BadgeClass.State.PUBLISHED) {
      throw new ProblemException(ProblemType.CONFLICT, "award.not-published");
    }
    Requirements requirements = Requirements.of(badgeClass.content());
    if (requirements.onRequestOnly()) {
      throw new ProblemException(ProblemType.CONFLICT, "award.on-request-only");
    }
    return requirements;
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "award.not-found");
  }

  private Offer offer(
      Gift gift, UUID learner, UUID institution, @Nullable UUID courseId, Actor by) {
    return new Offer(
        institution,
        gift.badgeClassId(),
        learner,
        Provenance.of(gift.origin()).in(courseId),
        Offer.NO_REASON,
        gift.details(),
        Offer.Moment.from(gift.from(), clock.instant()),
        false,
        true,
        gift.origin() == Provenance.Origin.STAFF ? clock.instant() : null,
        by);
  }
}
