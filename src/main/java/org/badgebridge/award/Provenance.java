package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an award comes from; never changes. */
@Embeddable
public class Provenance {

  /** Through which door an award came. */
  public enum Origin {
    /** A rule was met. */
    RULE,
    /** Staff or a lecturer gave it by hand. */
    STAFF,
    /** A launch. */
    LAUNCH,
    /** A row of an uploaded table. */
    CSV,
    /** The interface for programs. */
    API,
    /** The learner asked for it. */
    REQUEST
  }

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "course_id")
  private @Nullable UUID courseId;

  @Column(name = "attachment_id")
  private @Nullable UUID attachmentId;

  @Column(name = "rule_id")
  private @Nullable UUID ruleId;

  @Column(name = "batch_id")
  private @Nullable UUID batchId;

  @Column(name = "replaces_id")
  private @Nullable UUID replacesId;

  @SuppressWarnings("NullAway.Init")
  protected Provenance() {} // for JPA

  private Provenance(
      Origin origin,
      @Nullable UUID courseId,
      @Nullable UUID attachmentId,
      @Nullable UUID ruleId,
      @Nullable UUID batchId,
      @Nullable UUID replacesId) {
    this.origin = origin;
    this.courseId = courseId;
    this.attachmentId = attachmentId;
    this.ruleId = ruleId;
    this.batchId = batchId;
    this.replacesId = replacesId;
  }

  /** A version of an attachment's rule that was met in a course. */
  public static Provenance rule(UUID courseId, UUID attachmentId, UUID ruleId) {
    return new Provenance(Origin.RULE, courseId, attachmentId, ruleId, null, null);
  }

  /** Through another door, in no course. */
  public static Provenance of(Origin origin) {
    return new Provenance(origin, null, null, null, null, null);
  }

  /** The same in a course, whose lecturers may decide about the award. */
  public Provenance in(@Nullable UUID course) {
    return new Provenance(origin, course, attachmentId, ruleId, batchId, replacesId);
  }

  /** The same as one of many that were given in one act. */
  public Provenance within(@Nullable UUID batch) {
    return new Provenance(origin, courseId, attachmentId, ruleId, batch, replacesId);
  }

  /** The same in the place of an earlier award that holds no more. */
  public Provenance replacing(UUID award) {
    return new Provenance(origin, courseId, attachmentId, ruleId, batchId, award);
  }

  public Origin origin() {
    return origin;
  }

  public @Nullable UUID courseId() {
    return courseId;
  }

  public @Nullable UUID attachmentId() {
    return attachmentId;
  }

  public @Nullable UUID ruleId() {
    return ruleId;
  }

  /** The act that gave it together with others. */
  public @Nullable UUID batchId() {
    return batchId;
  }

  /** The earlier award in whose place it was given. */
  public @Nullable UUID replaces() {
    return replacesId;
  }
}
