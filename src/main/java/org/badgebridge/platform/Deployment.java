package org.badgebridge.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One placement of a registration in its platform (LTI Core 1.3 §3.1.3): a whole site, a tenant, a
 * course. Unknown ones wait for an administrator, because several institutions may share one client
 * id; the administrator says whose it is.
 */
@Entity
@Table(name = "deployment")
public class Deployment {

  @Id private UUID id;

  @Column(name = "platform_id")
  private UUID platformId;

  @Column(name = "deployment_id")
  private String deploymentId;

  @Column(name = "institution_id")
  private @Nullable UUID institutionId;

  @Column(name = "seen_as", updatable = false)
  private @Nullable String seenAs;

  @Enumerated(EnumType.STRING)
  private RegistrationState state;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  protected Deployment() {} // for JPA

  /** A deployment; its id as the platform writes it, at most 255 characters. */
  Deployment(UUID id, UUID platformId, String deploymentId, RegistrationState state, Instant now) {
    this.id = id;
    this.platformId = platformId;
    this.deploymentId = deploymentId;
    this.state = state;
    this.firstSeenAt = now;
  }

  /** Lets it launch. */
  void approve() {
    if (state == RegistrationState.ACTIVE) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.already-active");
    }
    state = RegistrationState.ACTIVE;
  }

  /**
   * Says whose it is.
   *
   * @param institutionId null for the platform's
   */
  void belongTo(@Nullable UUID institutionId) {
    this.institutionId = institutionId;
  }

  /** Stops its launches. */
  void disable() {
    if (state == RegistrationState.DISABLED) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.already-disabled");
    }
    state = RegistrationState.DISABLED;
  }

  public UUID id() {
    return id;
  }

  public UUID platformId() {
    return platformId;
  }

  public String deploymentId() {
    return deploymentId;
  }

  /** The institution whose courses launch from here: its own, or else its platform's. */
  public UUID institutionOn(Platform platform) {
    return institutionId == null ? platform.institutionId() : institutionId;
  }

  /** What its first launch called the site (LTI Core 1.3 §5.4.2), or null. */
  public @Nullable String seenAs() {
    return seenAs;
  }

  public RegistrationState state() {
    return state;
  }

  /** Whether it may launch. */
  public boolean active() {
    return state == RegistrationState.ACTIVE;
  }

  public Instant firstSeenAt() {
    return firstSeenAt;
  }
}
