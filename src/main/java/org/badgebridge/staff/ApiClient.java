package org.badgebridge.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A program that may use the interface for programs: the permissions of one secret at one place,
 * and so at all below it. It works until it is revoked, or its time is over.
 */
@Entity
@Table(name = "api_client")
public class ApiClient {

  /** What became of it. */
  public enum State {
    ALIVE,
    EXPIRED,
    REVOKED
  }

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Column(name = "place_id")
  private UUID placeId;

  private String name;
  private String permissions;

  @Column(name = "secret_digest")
  private String secretDigest;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Version private long version;

  protected ApiClient() {} // for JPA

  ApiClient(
      Place place,
      String name,
      Set<Permission> permissions,
      String secretDigest,
      UUID createdBy,
      Instant now,
      @Nullable Instant expiresAt) {
    this.id = UUID.randomUUID();
    this.institutionId = place.institutionId();
    this.level = place.level();
    this.placeId = place.id();
    this.name = name;
    this.permissions = Permission.written(permissions);
    this.secretDigest = secretDigest;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  void rename(String other) {
    name = other;
  }

  /** Ends it for good; false if it was ended before. */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  /** Whether this is its secret; takes as long for every wrong one. */
  boolean hasSecret(String secret) {
    return MessageDigest.isEqual(
        secretDigest.getBytes(StandardCharsets.UTF_8),
        Digests.sha256(secret).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether its permissions hold at a place. */
  boolean covers(Place place) {
    return place.institutionId().equals(institutionId) && place.isWithin(level, placeId);
  }

  /** What it is at a moment. */
  public State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ALIVE;
  }

  /** How it acts. */
  public Actor actor() {
    return new Actor(Actor.Kind.CLIENT, id, "client " + id);
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

  public String name() {
    return name;
  }

  public Set<Permission> permissions() {
    return Permission.read(permissions);
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** From when on it works no more; null for never. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** To the minute; null if it never was. */
  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}
