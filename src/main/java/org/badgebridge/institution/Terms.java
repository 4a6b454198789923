package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.web.Translated;

/**
 * One version of what an institution asks learners to agree to before they claim their first badge.
 * Never changed: other words are a new version.
 */
@Entity
public class Terms {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private int number;
  private Translated texts;

  @Column(name = "ask_again")
  private boolean askAgain;

  @Column(name = "published_by")
  private UUID publishedBy;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected Terms() {} // for JPA

  Terms(
      UUID institutionId,
      int number,
      Translated texts,
      boolean askAgain,
      UUID publishedBy,
      Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.number = number;
    this.texts = texts;
    this.askAgain = askAgain;
    this.publishedBy = publishedBy;
    this.publishedAt = now;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  /** From 1 on. */
  public int number() {
    return number;
  }

  /** Markdown, in several languages. */
  public Translated texts() {
    return texts;
  }

  /** Whether those who agreed to an earlier version are asked once more. */
  public boolean askAgain() {
    return askAgain;
  }

  /** The account that published it. */
  public UUID publishedBy() {
    return publishedBy;
  }

  public Instant publishedAt() {
    return publishedAt;
  }
}
