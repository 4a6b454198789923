package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** The moments of an award's life that its learner does not make: those ahead, and its end. */
@Embeddable
public class Life {

  /** How the keys of those reasons begin that Badge Bridge gives itself. */
  public static final String OBSTACLE = "award.obstacle.";

  private static final int LONGEST_REASON = 1000;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "scheduled_for")
  private @Nullable Instant scheduledFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "scheduled_by_kind")
  private Actor.@Nullable Kind scheduledByKind;

  @Column(name = "scheduled_by")
  private @Nullable UUID scheduledBy;

  @Column(name = "lapses_at")
  private @Nullable Instant lapsesAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_reason")
  private @Nullable String endedReason;

  @Column(name = "purges_at")
  private @Nullable Instant purgesAt;

  @Column(name = "purged_at")
  private @Nullable Instant purgedAt;

  @SuppressWarnings("NullAway.Init")
  protected Life() {} // for JPA

  Life(Instant createdAt) {
    this.createdAt = createdAt;
  }

  /** Waits, on this person's right; false if it waited for that moment already. */
  boolean waitUntil(Instant moment, Actor by) {
    boolean changed = !moment.equals(scheduledFor);
    scheduledFor = moment;
    scheduledByKind = by.kind();
    scheduledBy = by.id();
    return changed;
  }

  void lapseAfter(Instant offered, int days) {
    lapsesAt = offered.plus(Duration.ofDays(days));
  }

  void end(@Nullable String why, Instant now) {
    endedAt = now;
    endedReason = why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON));
  }

  void purgeAfter(Instant ended, int days) {
    purgesAt = ended.plus(Duration.ofDays(days));
  }

  void resume() {
    endedAt = null;
    endedReason = null;
    purgesAt = null;
  }

  void purge(Instant now) {
    endedReason = null;
    purgesAt = null;
    purgedAt = now;
  }

  public Instant created() {
    return createdAt;
  }

  /** When a scheduled award will be, or was, offered; null if it never waited. */
  public @Nullable Instant scheduledFor() {
    return scheduledFor;
  }

  /** Who let it wait, on whose right it is offered when its moment comes; null if nobody did. */
  @Nullable Actor scheduler() {
    return scheduledByKind == null ? null : new Actor(scheduledByKind, scheduledBy, "schedule");
  }

  /** Until when it can be claimed; fixed with each offer, because the learner is told. */
  public @Nullable Instant lapsesAt() {
    return lapsesAt;
  }

  /** When it ended; null while it has not. */
  public @Nullable Instant ended() {
    return endedAt;
  }

  /**
   * Why it ended, as staff wrote it, or a key that begins with {@link #OBSTACLE}; null if nobody
   * said, or once it is purged.
   */
  public @Nullable String endedReason() {
    return endedReason;
  }

  /** When what it says about the learner will be erased; null while nothing is planned. */
  public @Nullable Instant purgesAt() {
    return purgesAt;
  }

  /** When what it said about the learner was erased. */
  public @Nullable Instant purged() {
    return purgedAt;
  }
}
