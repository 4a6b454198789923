package org.badgebridge.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The permissions of one account at one place, and so at all below it. */
@Entity
@Table(name = "staff_membership")
public class StaffMembership {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Column(name = "place_id")
  private UUID placeId;

  private String permissions;

  @Column(name = "granted_by")
  private UUID grantedBy;

  @Column(name = "granted_at")
  private Instant grantedAt;

  @Version private long version;

  protected StaffMembership() {} // for JPA

  StaffMembership(
      UUID accountId, Place place, Set<Permission> permissions, UUID grantedBy, Instant now) {
    this.id = UUID.randomUUID();
    this.accountId = accountId;
    this.institutionId = place.institutionId();
    this.level = place.level();
    this.placeId = place.id();
    this.permissions = Permission.written(permissions);
    this.grantedBy = grantedBy;
    this.grantedAt = now;
  }

  /** Means other permissions from now on. */
  void becomes(Set<Permission> wanted, UUID by, Instant now) {
    permissions = Permission.written(wanted);
    grantedBy = by;
    grantedAt = now;
  }

  /** Whether it holds at a place. */
  boolean covers(Place place) {
    return place.isWithin(level, placeId);
  }

  /** Whether it makes somebody an administrator of the whole institution. */
  boolean administratesAll() {
    return level == Level.INSTITUTION && permissions().contains(Permission.ADMINISTRATE);
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
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

  public Set<Permission> permissions() {
    return Permission.read(permissions);
  }

  /** Its name, if its permissions are those of a role. */
  public Optional<Role> role() {
    return Role.with(permissions(), level);
  }

  public UUID grantedBy() {
    return grantedBy;
  }

  public Instant grantedAt() {
    return grantedAt;
  }
}
