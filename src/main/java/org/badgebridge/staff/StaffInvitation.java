package org.badgebridge.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which one person gets permissions at one place. Works once and for a week; we keep only
 * the digest of its code.
 */
@Entity
@Table(name = "staff_invitation")
public class StaffInvitation {

  static final Duration LASTS = Duration.ofDays(7);

  /** What became of it. */
  public enum State {
    OPEN,
    ACCEPTED,
    REVOKED,
    EXPIRED
  }

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Column(name = "place_id")
  private UUID placeId;

  private String email;
  private String permissions;

  @Column(name = "code_digest")
  private String codeDigest;

  @Column(name = "invited_by")
  private UUID invitedBy;

  @Column(name = "invited_at")
  private Instant invitedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "accepted_by")
  private @Nullable UUID acceptedBy;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Version private long version;

  protected StaffInvitation() {} // for JPA

  StaffInvitation(
      Place place,
      String email,
      Set<Permission> permissions,
      String codeDigest,
      UUID invitedBy,
      Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = place.institutionId();
    this.level = place.level();
    this.placeId = place.id();
    this.email = email;
    this.permissions = Permission.written(permissions);
    this.codeDigest = codeDigest;
    this.invitedBy = invitedBy;
    this.invitedAt = now;
    this.expiresAt = now.plus(LASTS);
  }

  /** What became of it until that moment. */
  public State state(Instant now) {
    if (acceptedAt != null) {
      return State.ACCEPTED;
    }
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }

  /** Uses it up. */
  void accept(UUID accountId, Instant now) {
    if (state(now) != State.OPEN) {
      throw new IllegalStateException("invitation " + id + " is " + state(now));
    }
    acceptedBy = accountId;
    acceptedAt = now;
  }

  /** Makes it worthless; false if it was no longer open. */
  boolean revoke(Instant now) {
    if (state(now) != State.OPEN) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  public Level level() {
    return level;
  }

  /** The id of the institution, issuer group, issuer or badge class. */
  public UUID placeId() {
    return placeId;
  }

  /** For whom it was made; who accepts has or gets an account with an address of their own. */
  public String email() {
    return email;
  }

  public Set<Permission> permissions() {
    return Permission.read(permissions);
  }

  /** The name of what is given, if it has one. */
  public Optional<Role> role() {
    return Role.with(permissions(), level);
  }

  public UUID invitedBy() {
    return invitedBy;
  }

  public Instant invitedAt() {
    return invitedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
