package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One badge offered to one learner.
 *
 * <p>A rule that is met, or a person, offers it at once, proposes it for approval, or schedules it.
 * The learner claims or declines it; it may lapse; staff may withdraw it. A declined award comes
 * back when the learner thinks again, one that staff or time ended when staff restore it. A claimed
 * award can only be revoked, for good. The row stays for ever, so that every sum adds up.
 *
 * <p>Every transition refuses the states it cannot leave with CONFLICT; done twice it changes
 * nothing and returns false. Change only what {@link Awards} handed out locked.
 */
@Entity
@Table(name = "direct_award")
public class DirectAward {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "badge_class_id")
  private UUID badgeClassId;

  @Column(name = "badge_class_version")
  private int badgeClassVersion;

  @Column(name = "lms_user_id")
  private UUID lmsUserId;

  private int edition;

  @Enumerated(EnumType.STRING)
  private AwardState state;

  private boolean sandbox;

  @Embedded private Provenance provenance;

  private String reason;

  @Convert(converter = AwardDetailsColumn.class)
  private @Nullable AwardDetails details;

  @Embedded private Ladder ladder;

  @Embedded private Life life;

  @Version private long version;

  protected DirectAward() {} // for JPA

  private DirectAward(Offer offer, AwardTerms terms, AwardState state, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = offer.institutionId();
    this.badgeClassId = offer.badgeClassId();
    this.badgeClassVersion = terms.badgeClassVersion();
    this.lmsUserId = offer.lmsUserId();
    this.edition = terms.edition();
    this.state = state;
    this.sandbox = terms.sandbox();
    this.provenance = offer.provenance();
    this.reason = offer.reasonJson();
    this.details = offer.details();
    this.ladder = new Ladder(now);
    this.life = new Life(now);
  }

  /** A new award that waits for a lecturer's approval. */
  static DirectAward propose(Offer offer, AwardTerms terms, Instant now) {
    return new DirectAward(offer, terms, AwardState.PROPOSED, now);
  }

  /** A new award that waits for its moment; whoever runs it then calls {@link #release}. */
  static DirectAward schedule(Offer offer, AwardTerms terms, Instant moment, Instant now) {
    DirectAward award = new DirectAward(offer, terms, AwardState.SCHEDULED, now);
    award.life.waitUntil(moment, offer.actor());
    return award;
  }

  /** A new award that the learner can claim. */
  static DirectAward offer(Offer offer, AwardTerms terms, Instant now) {
    DirectAward award = new DirectAward(offer, terms, AwardState.OFFERED, now);
    award.ladder.reachedOffer(now);
    award.life.lapseAfter(now, terms.lapseDays());
    return award;
  }

  /** A lecturer agrees: the learner can claim it for so many days. */
  boolean approve(int lapseDays, Instant now) {
    return open(Set.of(AwardState.PROPOSED), lapseDays, now);
  }

  /** The moment of a scheduled award has come. */
  boolean release(int lapseDays, Instant now) {
    return open(Set.of(AwardState.SCHEDULED), lapseDays, now);
  }

  /** Waits for another moment than it did, on this person's right; false for the same one. */
  boolean reschedule(Instant moment, Actor by) {
    if (state != AwardState.SCHEDULED) {
      throw state.refusal();
    }
    return life.waitUntil(moment, by);
  }

  /** The learner thinks again about a declined award, which lapses when it would have. */
  boolean undoDecline(Instant now) {
    return open(Set.of(AwardState.DECLINED), null, now);
  }

  /** Staff bring back what staff or time had ended. Not what the learner declined. */
  boolean restore(int lapseDays, Instant now) {
    if (life.purged() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "award.purged");
    }
    return open(
        Set.of(AwardState.WITHDRAWN, AwardState.REJECTED, AwardState.EXPIRED), lapseDays, now);
  }

  /** Says more about it, before its badge is issued. */
  public void describe(AwardDetails said) {
    details = said;
  }

  /** Erases what a withdrawn or rejected award says about the learner; its times remain. */
  void purge(Instant now) {
    details = AwardDetails.NONE;
    reason = Offer.NO_REASON;
    life.purge(now);
  }

  /** A lecturer says no; what it says is kept for so many days. */
  boolean reject(@Nullable String why, int keepDays, Instant now) {
    return end(AwardState.REJECTED, Set.of(AwardState.PROPOSED, AwardState.SCHEDULED), why, now)
        && keptFor(keepDays, now);
  }

  /** The learner does not want it. */
  boolean decline(Instant now) {
    return end(AwardState.DECLINED, Set.of(AwardState.OFFERED), null, now);
  }

  /** Nobody claimed it in time. */
  boolean expire(Instant now) {
    return end(AwardState.EXPIRED, Set.of(AwardState.OFFERED), null, now);
  }

  /** Staff take the offer back, with a reason; what it says is kept for so many days. */
  boolean withdraw(String why, int keepDays, Instant now) {
    return end(AwardState.WITHDRAWN, Set.of(AwardState.OFFERED), why, now)
        && keptFor(keepDays, now);
  }

  private boolean keptFor(int days, Instant now) {
    life.purgeAfter(now, days);
    return true;
  }

  /** Takes back what was claimed, for good; the caller sets the credential's status too. */
  public boolean revoke(String why, Instant now) {
    return end(AwardState.REVOKED, Set.of(AwardState.CLAIMED), why, now);
  }

  /**
   * The learner takes it; the caller issues the credential in the same transaction.
   *
   * @return false if it was claimed before
   */
  public boolean claim(Instant now) {
    if (!leave(AwardState.CLAIMED, Set.of(AwardState.OFFERED))) {
      return false;
    }
    ladder.reachedClaim(now);
    return true;
  }

  /** The learner opened the award itself, not only a page that lists it. */
  public void opened(Instant now) {
    ladder.reachedOpening(now);
  }

  /** The learner saw a page that lists it. */
  void seen(Instant now) {
    ladder.reachedSight(now);
  }

  /** The learner made the badge public for the first time. */
  public void madePublic(Instant now) {
    ladder.reachedPublic(now);
  }

  private boolean open(Set<AwardState> from, @Nullable Integer lapseDays, Instant now) {
    if (!leave(AwardState.OFFERED, from)) {
      return false;
    }
    ladder.reachedOffer(now);
    if (lapseDays != null) {
      life.lapseAfter(now, lapseDays);
    }
    life.resume();
    return true;
  }

  private boolean end(AwardState target, Set<AwardState> from, @Nullable String why, Instant now) {
    if (!leave(target, from)) {
      return false;
    }
    life.end(why, now);
    return true;
  }

  private boolean leave(AwardState target, Set<AwardState> from) {
    if (state == target) {
      return false;
    }
    if (!from.contains(state)) {
      throw state.refusal();
    }
    state = target;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  public UUID badgeClassId() {
    return badgeClassId;
  }

  /** The version of the badge class that it promises. */
  public int badgeClassVersion() {
    return badgeClassVersion;
  }

  public UUID lmsUserId() {
    return lmsUserId;
  }

  public int edition() {
    return edition;
  }

  public AwardState state() {
    return state;
  }

  /** Whether it belongs to a test user: nothing is mailed or counted. */
  public boolean sandbox() {
    return sandbox;
  }

  /** Where it comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /** What is said about it. */
  public AwardDetails details() {
    return details == null ? AwardDetails.NONE : details;
  }

  /** Its moments that the learner does not make. */
  public Life life() {
    return life;
  }

  /** Why it was given: a JSON object, never changed until it is purged. */
  public String reason() {
    return reason;
  }

  /** How far it got. */
  public Ladder ladder() {
    return ladder;
  }
}
