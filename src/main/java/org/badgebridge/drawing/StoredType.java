package org.badgebridge.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A type; while it is active, no other active one of the institution has its shape. */
@Entity
@Table(name = "badge_type")
class StoredType extends StoredEntry {

  @Enumerated(EnumType.STRING)
  private Shape shape;

  /** The shape while active, else null: unique within the institution. */
  @Enumerated(EnumType.STRING)
  @Column(name = "worn_shape")
  private @Nullable Shape wornShape;

  private String colour;

  @Column(name = "achievement_type")
  private String achievementType;

  protected StoredType() {} // for JPA

  /** A built-in type, written down because the institution changes something. */
  StoredType(UUID institutionId, BadgeType builtIn, int place) {
    super(institutionId, builtIn.slug(), false, place);
    shape = builtIn.shape();
    wornShape = shape;
    colour = builtIn.colour();
    achievementType = builtIn.achievementType();
  }

  /** A new type of the institution's own; checked: the draft has no faults. */
  StoredType(UUID institutionId, String slug, TypeDraft draft, int place) {
    super(institutionId, slug, true, place);
    change(draft);
  }

  /** Takes over a draft; checked: it has no faults. */
  final void change(TypeDraft draft) {
    word(draft.names(), draft.meanings());
    shape = draft.shapeWanted();
    wornShape = isActive() ? shape : null;
    colour = draft.colour();
    achievementType = draft.achievementType();
  }

  @Override
  void switchTo(boolean on) {
    super.switchTo(on);
    wornShape = on ? shape : null;
  }

  /**
   * The type.
   *
   * @param builtIn the built-in one of the same slug, which has the words; null of an own one
   */
  BadgeType type(@Nullable BadgeType builtIn) {
    return builtIn == null
        ? new BadgeType(
            slug(), names(), meanings(), shape, colour, achievementType, isOwn(), isActive())
        : builtIn.switched(isActive());
  }

  Shape shape() {
    return shape;
  }
}
