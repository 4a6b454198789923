package org.badgebridge.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * A type of an institution that changed its types. It never disappears, because badges name it: it
 * is switched off, and then gives its shape free.
 */
@Entity
@Table(name = "badge_type")
class StoredType {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String slug;
  private Translated names;
  private Translated meanings;

  @Enumerated(EnumType.STRING)
  private Shape shape;

  /** The shape while active, else null: unique within the institution. */
  @Enumerated(EnumType.STRING)
  @Column(name = "worn_shape")
  private @Nullable Shape wornShape;

  private String colour;

  @Column(name = "achievement_type")
  private String achievementType;

  private boolean own;
  private boolean active;
  private int place;
  @Version private long version;

  protected StoredType() {} // for JPA

  /** A type as it is from now on; of a built-in one the words stay in our bundle. */
  StoredType(UUID institutionId, BadgeType type, int place) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.slug = type.slug();
    this.own = type.own();
    this.place = place;
    this.active = true;
    this.names = type.own() ? type.names() : Translated.NOTHING;
    this.meanings = type.own() ? type.meanings() : Translated.NOTHING;
    this.shape = type.shape();
    this.wornShape = type.shape();
    this.colour = type.colour();
    this.achievementType = type.achievementType();
  }

  /**
   * The type.
   *
   * @param builtIn the built-in one of the same slug, which has the words; null of an own one
   */
  BadgeType type(@Nullable BadgeType builtIn) {
    return builtIn == null
        ? new BadgeType(slug, names, meanings, shape, colour, achievementType, own, active)
        : builtIn.switched(active);
  }

  UUID id() {
    return id;
  }

  String slug() {
    return slug;
  }

  int place() {
    return place;
  }

  long version() {
    return version;
  }
}
