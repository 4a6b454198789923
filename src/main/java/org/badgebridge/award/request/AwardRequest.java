package org.badgebridge.award.request;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardDetailsColumn;
import org.jspecify.annotations.Nullable;

/**
 * One learner asks for one badge.
 *
 * <p>Staff approve it, deny it or return it for revision, and can think again about a no; the
 * learner revises and withdraws it; an award of the same badge class that came otherwise settles
 * it. Once it has ended, what it says about the learner is erased after the days of the
 * institution; the row and its times stay.
 *
 * <p>Every transition refuses the states it cannot leave with CONFLICT; done twice it changes
 * nothing and returns false. Change only what {@link Requests} handed out locked.
 */
@Entity
@Table(name = "award_request")
public class AwardRequest {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "badge_class_id")
  private UUID badgeClassId;

  @Column(name = "lms_user_id")
  private UUID lmsUserId;

  @Column(name = "course_id")
  private @Nullable UUID courseId;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  @Convert(converter = AwardDetailsColumn.class)
  private @Nullable AwardDetails details;

  private @Nullable String words;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "award_id")
  private @Nullable UUID awardId;

  @Column(name = "purges_at")
  private @Nullable Instant purgesAt;

  @Column(name = "purged_at")
  private @Nullable Instant purgedAt;

  @Version private long version;

  protected AwardRequest() {} // for JPA

  /** A new one, which waits for staff. */
  AwardRequest(UUID institutionId, Wish wish, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.badgeClassId = wish.badgeClassId();
    this.lmsUserId = wish.lmsUserId();
    this.courseId = wish.courseId();
    this.state = RequestState.OPEN;
    this.details = wish.said();
    this.askedAt = now;
    this.sentAt = now;
  }

  /** The learner says it anew. */
  boolean revise(AwardDetails said, Instant now) {
    if (!state.live()) {
      throw state.refusal();
    }
    if (state == RequestState.OPEN && said.equals(details())) {
      return false;
    }
    state = RequestState.OPEN;
    details = said;
    sentAt = now;
    decidedAt = null;
    return true;
  }

  /** The learner does not ask any more; what was said is kept for so many days. */
  boolean withdraw(int keepDays, Instant now) {
    return end(RequestState.WITHDRAWN, null, keepDays, now);
  }

  /** Staff say no, and why; what was said is kept for so many days. */
  boolean deny(String why, int keepDays, Instant now) {
    return end(RequestState.DENIED, why, keepDays, now);
  }

  /** Staff want to read something else, and say what. */
  boolean giveBack(String what, Instant now) {
    if (!leave(RequestState.RETURNED, EnumSet.of(RequestState.OPEN))) {
      return false;
    }
    words = what;
    decidedAt = now;
    return true;
  }

  /** Staff think again about a no or a return. */
  boolean reopen() {
    if (!leave(RequestState.OPEN, EnumSet.of(RequestState.DENIED, RequestState.RETURNED))) {
      return false;
    }
    words = null;
    decidedAt = null;
    purgesAt = null;
    return true;
  }

  /**
   * Staff say yes; what was said is kept for so many days. The caller gives the badge in the same
   * transaction, and then says so by {@link #gave}.
   */
  boolean approve(int keepDays, Instant now) {
    if (!leave(RequestState.APPROVED, EnumSet.of(RequestState.OPEN))) {
      return false;
    }
    finish(keepDays, now);
    return true;
  }

  /** This award came of the approval. */
  void gave(UUID award) {
    awardId = award;
  }

  /** This award came in another way; what was said is kept for so many days. */
  boolean settle(UUID award, int keepDays, Instant now) {
    if (!leave(RequestState.SETTLED, EnumSet.of(RequestState.OPEN, RequestState.RETURNED))) {
      return false;
    }
    awardId = award;
    finish(keepDays, now);
    return true;
  }

  /** Erases what it and staff said about the learner; its times remain. */
  void purge(Instant now) {
    details = AwardDetails.NONE;
    words = null;
    purgesAt = null;
    purgedAt = now;
  }

  private boolean end(RequestState target, @Nullable String why, int keepDays, Instant now) {
    if (!leave(target, EnumSet.of(RequestState.OPEN, RequestState.RETURNED))) {
      return false;
    }
    words = why;
    finish(keepDays, now);
    return true;
  }

  private void finish(int keepDays, Instant now) {
    decidedAt = now;
    purgesAt = now.plus(Duration.ofDays(keepDays));
  }

  private boolean leave(RequestState target, Set<RequestState> from) {
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

  public UUID lmsUserId() {
    return lmsUserId;
  }

  /** The course in which it was asked for, whose lecturers may decide; null for none. */
  public @Nullable UUID courseId() {
    return courseId;
  }

  public RequestState state() {
    return state;
  }

  /** Why they ask, and their evidence; nothing once it is purged. */
  public AwardDetails details() {
    return details == null ? AwardDetails.NONE : details;
  }

  /** What staff said last; null if nothing, or once it is purged. */
  public @Nullable String words() {
    return words;
  }

  public Instant askedAt() {
    return askedAt;
  }

  /** When the learner last said something. */
  public Instant sentAt() {
    return sentAt;
  }

  /** When it was decided or ended; null while it waits for staff. */
  public @Nullable Instant decidedAt() {
    return decidedAt;
  }

  /** What came of it; null for nothing. */
  public @Nullable UUID awardId() {
    return awardId;
  }

  /** When what it says is to be erased; null while nothing is planned. */
  @Nullable Instant purgesAt() {
    return purgesAt;
  }

  /** When what it said was erased. */
  public @Nullable Instant purgedAt() {
    return purgedAt;
  }
}
