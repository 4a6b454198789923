package org.badgebridge.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge class tied to activities of one course. A draft awards nothing; the lecturer looks at who
 * would get it and switches it on, then new evidence and evidence that is already there award. Off,
 * it awards nothing more; what was awarded stays.
 */
@Entity
public class Attachment {

  /** Whether it awards. */
  public enum State {
    DRAFT,
    ON,
    OFF
  }

  /** What the LMS gradebook shows of an award, in the column coupled to the placement. */
  public enum WriteBack {
    /** Nothing. */
    NONE,
    /** 1 of 1 as soon as the badge is offered. */
    AWARDED,
    /** 1 of 1 once it is claimed. */
    CLAIMED
  }

  @Id private UUID id;

  @Column(name = "course_id")
  private UUID courseId;

  @Column(name = "badge_class_id")
  private UUID badgeClassId;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  @Column(name = "write_back")
  private WriteBack writeBack;

  @Column(name = "restriction_confirmed")
  private boolean restrictionConfirmed;

  @Column(name = "copied_from", updatable = false)
  private @Nullable UUID copiedFrom;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "switched_at")
  private @Nullable Instant switchedAt;

  @Version private long version;

  protected Attachment() {} // for JPA

  Attachment(UUID courseId, UUID badgeClassId, UUID createdBy, Instant now) {
    this.id = UUID.randomUUID();
    this.courseId = courseId;
    this.badgeClassId = badgeClassId;
    this.state = State.DRAFT;
    this.writeBack = WriteBack.NONE;
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  /** The same badge class in the copy of its course, as a draft whose settings start anew. */
  Attachment copiedTo(UUID courseOfCopy, UUID by, Instant now) {
    Attachment copy = new Attachment(courseOfCopy, badgeClassId, by, now);
    copy.copiedFrom = id;
    return copy;
  }

  boolean switchTo(State wanted, Instant now) {
    if (state == wanted) {
      return false;
    }
    state = wanted;
    switchedAt = now;
    return true;
  }

  boolean confirmRestriction(boolean confirmed) {
    boolean changed = restrictionConfirmed != confirmed;
    restrictionConfirmed = confirmed;
    return changed;
  }

  boolean chooseWriteBack(WriteBack wanted) {
    boolean changed = writeBack != wanted;
    writeBack = wanted;
    return changed;
  }

  public UUID id() {
    return id;
  }

  public UUID courseId() {
    return courseId;
  }

  public UUID badgeClassId() {
    return badgeClassId;
  }

  public State state() {
    return state;
  }

  public WriteBack writeBack() {
    return writeBack;
  }

  /** Whether a lecturer confirmed that the placement itself is restricted in the LMS. */
  public boolean restrictionConfirmed() {
    return restrictionConfirmed;
  }

  /** What it copies, in the course that its own was copied from; null if it was made here. */
  public @Nullable UUID copiedFrom() {
    return copiedFrom;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last switched on or off; null for a draft. */
  public @Nullable Instant switchedAt() {
    return switchedAt;
  }
}
