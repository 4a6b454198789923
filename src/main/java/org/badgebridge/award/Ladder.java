package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an award got, step by step; null where it has not got yet, and the first time counts.
 * "Not delivered" is not "unclaimed".
 */
@Embeddable
public class Ladder {

  @Column(name = "rule_met_at")
  private Instant ruleMetAt;

  @Column(name = "offered_at")
  private @Nullable Instant offeredAt;

  @Column(name = "notified_at")
  private @Nullable Instant notifiedAt;

  @Column(name = "delivered_at")
  private @Nullable Instant deliveredAt;

  @Column(name = "seen_at")
  private @Nullable Instant seenAt;

  @Column(name = "opened_at")
  private @Nullable Instant openedAt;

  @Column(name = "claimed_at")
  private @Nullable Instant claimedAt;

  @Column(name = "first_public_at")
  private @Nullable Instant firstPublicAt;

  @SuppressWarnings("NullAway.Init")
  protected Ladder() {} // for JPA

  Ladder(Instant ruleMetAt) {
    this.ruleMetAt = ruleMetAt;
  }

  private static Instant first(@Nullable Instant before, Instant now) {
    return before == null ? now : before;
  }

  void reachedOffer(Instant now) {
    offeredAt = first(offeredAt, now);
  }

  /** A message about the award was handed over. */
  public void reachedNotice(Instant now) {
    notifiedAt = first(notifiedAt, now);
  }

  /** The message, or the course page, reached the learner. */
  public void reachedDelivery(Instant now) {
    deliveredAt = first(deliveredAt, now);
  }

  void reachedSight(Instant now) {
    reachedDelivery(now);
    seenAt = first(seenAt, now);
  }

  void reachedOpening(Instant now) {
    reachedSight(now);
    openedAt = first(openedAt, now);
  }

  void reachedClaim(Instant now) {
    reachedOpening(now);
    claimedAt = first(claimedAt, now);
  }

  void reachedPublic(Instant now) {
    firstPublicAt = first(firstPublicAt, now);
  }

  public Instant ruleMet() {
    return ruleMetAt;
  }

  public @Nullable Instant offered() {
    return offeredAt;
  }

  public @Nullable Instant notified() {
    return notifiedAt;
  }

  public @Nullable Instant delivered() {
    return deliveredAt;
  }

  public @Nullable Instant seen() {
    return seenAt;
  }

  public @Nullable Instant opened() {
    return openedAt;
  }

  public @Nullable Instant claimed() {
    return claimedAt;
  }

  public @Nullable Instant firstPublic() {
    return firstPublicAt;
  }
}
