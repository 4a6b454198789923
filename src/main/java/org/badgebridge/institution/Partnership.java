package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One institution lets another award those of its badge classes that are open to partners. */
@Entity
public class Partnership {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "partner_id")
  private UUID partnerId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Partnership() {} // for JPA

  Partnership(UUID institutionId, UUID partnerId, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.partnerId = partnerId;
    this.createdAt = now;
  }

  /** Whose badge classes may be awarded. */
  public UUID institutionId() {
    return institutionId;
  }

  /** Who may award them. */
  public UUID partnerId() {
    return partnerId;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
