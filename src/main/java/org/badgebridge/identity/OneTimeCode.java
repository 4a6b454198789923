package org.badgebridge.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that lets somebody in once. We keep its digest only. */
@Entity
@Table(name = "one_time_code")
public class OneTimeCode {

  /** What a code is good for; a code for one purpose does nothing for another. */
  public enum Purpose {
    /** Becoming the first administrator. */
    SETUP,
    /** Becoming one more administrator; the subject is who invited. */
    INVITATION,
    /** The step from the LMS frame to the backpack; the subject is the person. */
    HANDOFF
  }

  @Id private String digest;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Column(name = "subject_id")
  private @Nullable UUID subjectId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected OneTimeCode() {} // for JPA

  OneTimeCode(
      String digest, Purpose purpose, @Nullable UUID subjectId, Instant now, Instant expiresAt) {
    this.digest = digest;
    this.purpose = purpose;
    this.subjectId = subjectId;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Whom the code is about; null for a code that is about nobody yet. */
  public @Nullable UUID subjectId() {
    return subjectId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public @Nullable Instant usedAt() {
    return usedAt;
  }
}
