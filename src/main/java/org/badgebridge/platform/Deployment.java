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

/**
 * One placement of a registration in its platform (LTI Core 1.3 §3.1.3): a whole site, a tenant, a
 * course. Unknown ones wait for an administrator, because several tenants may share one client id.
 */
@Entity
@Table(name = "deployment")
public class Deployment {

  @Id private UUID id;

  @Column(name = "platform_id")
  private UUID platformId;

  @Column(name = "deployment_id")
  private String deploymentId;

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
