package org.badgebridge.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a right is asked for: an institution, or an issuer group, issuer or badge class in it, with
 * all that lies above. {@link Places} makes one that is true.
 *
 * @param issuerGroupId null for an issuer that stands directly below its institution, too
 */
public record Place(
    UUID institutionId,
    @Nullable UUID issuerGroupId,
    @Nullable UUID issuerId,
    @Nullable UUID badgeClassId) {

  /** The whole institution. */
  public static Place institution(UUID institutionId) {
    return new Place(institutionId, null, null, null);
  }

  /** A badge class of this issuer. */
  public Place badgeClass(UUID id) {
    return new Place(institutionId, issuerGroupId, issuerId, id);
  }

  /** How far down it lies. */
  public Level level() {
    if (badgeClassId != null) {
      return Level.BADGE_CLASS;
    }
    if (issuerId != null) {
      return Level.ISSUER;
    }
    return issuerGroupId == null ? Level.INSTITUTION : Level.ISSUER_GROUP;
  }

  /** The id of what it is. */
  public UUID id() {
    UUID id = at(level());
    return id == null ? institutionId : id;
  }

  /** Whether it is that place, or lies below it. */
  boolean isWithin(Level level, UUID placeId) {
    return placeId.equals(at(level));
  }

  private @Nullable UUID at(Level level) {
    return switch (level) {
      case INSTITUTION -> institutionId;
      case ISSUER_GROUP -> issuerGroupId;
      case ISSUER -> issuerId;
      case BADGE_CLASS -> badgeClassId;
    };
  }
}
