package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a badge (the Open Badges 3.0 {@code Profile}): the institution itself, a
 * faculty, a department. Each institution has at least the one that bears its own name.
 */
@Entity
public class Issuer {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String name;
  private @Nullable String url;
  private @Nullable String email;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Issuer() {} // for JPA

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  /** Unique within the institution. */
  public String name() {
    return name;
  }

  /** The issuer's own web page. */
  public @Nullable String url() {
    return url;
  }

  /** Where questions about a badge go; published. */
  public @Nullable String email() {
    return email;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
