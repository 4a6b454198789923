package org.badgebridge.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody signed in outside the LMS frame. The browser's cookie holds the token, we its digest, so
 * that a copy of the database opens no session.
 */
@Entity
@Table(name = "browser_session")
public class BrowserSession {

  /** Whose session it is. */
  public enum Kind {
    /** Of a staff account, operator or not. */
    ADMINISTRATOR,
    /** Of the owner of a backpack. */
    PERSON,
    /** Of somebody whom a learner lets see something; the subject is the grant. */
    ADVISOR
  }

  @Id
  @Column(name = "token_digest")
  private String tokenDigest;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected BrowserSession() {} // for JPA

  BrowserSession(String tokenDigest, Kind kind, UUID subjectId, Instant now, Instant expiresAt) {
    this.tokenDigest = tokenDigest;
    this.kind = kind;
    this.subjectId = subjectId;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  public Kind kind() {
    return kind;
  }

  /** The staff account's, the person's or the grant's id. */
  public UUID subjectId() {
    return subjectId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
